/** What kind of trouble the database is in; callers decide by it, people read the message. */
export type StoreErrorReason =
  | "newer-database"
  | "older-database"
  | "missing"
  | "not-writable"
  | "disk-full"
  | "busy"
  | "damaged"
  | "unreachable"
  | "refused";

/** The database cannot do its work; the message names the file or host and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly reason: StoreErrorReason;

  constructor(reason: StoreErrorReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A write by somebody who no longer owns what he writes to; the work belongs to the present owner. */
export class LeaseLostError extends Error {
  override readonly name: string = "LeaseLostError";
}

/** A delivery that was to be sent is over: an operator dropped it, or another owner sent it. Those behind it may go. */
export class DeliveryOverError extends LeaseLostError {
  override readonly name = "DeliveryOverError";
}
