import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { readMail, type ReadMail } from "./read-mail.ts";
import { createScript, type Script } from "./script.ts";

/** A mail with its envelope. */
export interface SinkMail extends ReadMail {
  from: string;
  recipients: readonly string[];
}

/** What the sink does instead of taking a mail. */
export type MailRule =
  | { at: "login" | "sender" | "recipient" | "data"; code: number; message: string; recipient?: string }
  /** Takes the mail and ends the connection before the answer. */
  | { at: "drop-after-data" };

export interface MailSinkOptions {
  port?: number;
  host?: string;
  /** The only login that is good; any sender is welcome without login unless given. */
  login?: { user: string; pass: string };
  onMessage?: (mail: SinkMail) => void;
}

export interface MailSink {
  /** For `email.smtp`; without credentials. */
  url: string;
  /** Accepted mails, oldest first. */
  mails(): readonly SinkMail[];
  /** Scripts the next refusals; rules are used in order, each `times` times. */
  respond(rule: MailRule, times?: number): void;
  close(): Promise<void>;
}

/** An SMTP server without TLS that keeps what it is given. */
export async function startMailSink({
  port = 0,
  host = "127.0.0.1",
  login,
  onMessage,
}: MailSinkOptions = {}): Promise<MailSink> {
  const mails: SinkMail[] = [];
  const script = createScript<MailRule>();

  function keep(raw: Buffer, { envelope }: SMTPServerSession): void {
    const { mailFrom, rcptTo } = envelope;
    const recipients = rcptTo.map(({ address }) => address);
    const mail = { ...readMail(raw), from: mailFrom === false ? "" : mailFrom.address, recipients };
    mails.push(mail);
    onMessage?.(mail);
  }

  const server: SMTPServer = new SMTPServer({
    ...(login === undefined ? { authOptional: true } : {}),
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
    onAuth: ({ username, password }, _session, done) => {
      const good = login === undefined || (username === login.user && password === login.pass);
      const refused = takeRefusal(script, "login") ?? (good ? null : refuse(535, "login refused"));
      done(refused, { user: username ?? "" });
    },
    onMailFrom: (_address, _session, done) => {
      done(takeRefusal(script, "sender"));
    },
    onRcptTo: ({ address }, _session, done) => {
      done(takeRefusal(script, "recipient", address));
    },
    onData: (stream, session, done) => {
      receive(stream, (raw) => {
        const refused = takeRefusal(script, "data");
        if (refused === null) keep(raw, session);
        if (script.take((rule) => rule.at === "drop-after-data") === undefined) done(refused);
        else dropConnection(server, session.id);
      });
    },
  });
  // A client that goes away in the middle is the client's business.
  server.on("error", () => undefined);
  const bound = await listenSmtp(server, port, host);
  return {
    url: `smtp://${host}:${bound}`,
    mails: () => mails,
    respond: (rule, times) => script.add(rule, times),
    close: () => closeSmtp(server),
  };
}

function refuse(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

function takeRefusal(script: Script<MailRule>, at: MailRule["at"], recipient?: string): Error | null {
  const rule = script.take(
    (each) =>
      each.at === at && (!("recipient" in each) || each.recipient === undefined || each.recipient === recipient),
  );
  return rule === undefined || rule.at === "drop-after-data" ? null : refuse(rule.code, rule.message);
}

function receive(stream: SMTPServerDataStream, whole: (raw: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => {
    whole(Buffer.concat(chunks));
  });
}

function dropConnection(server: SMTPServer, sessionId: string): void {
  for (const connection of server.connections) {
    if (connection.session.id === sessionId) connection.close();
  }
}

async function listenSmtp(server: SMTPServer, port: number, host: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const listener = server.listen(port, host, resolve);
  listener.once("error", reject);
  await promise;
  const address = listener.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function closeSmtp(server: SMTPServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(resolve);
  return promise;
}
