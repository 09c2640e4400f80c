const REDACTED = "[redacted]";

/** A secret value that prints as `[redacted]` wherever it is logged, joined into a message or serialised. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one call that needs it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return REDACTED;
  }
}

/** A secret is there, but is not what its use needs: an operator must correct it. Nothing of it is in the message. */
export class UnusableSecretError extends Error {
  override readonly name = "UnusableSecretError";
}
