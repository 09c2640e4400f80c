import {
  SMTPServer,
  type SMTPServerAuthentication,
  type SMTPServerOptions,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from "smtp-server";
import { readMail, type ReadMail } from "./read-mail.ts";
import { createScript, type Script } from "./script.ts";

/** A mail with its envelope. */
export interface SinkMail extends ReadMail {
  from: string;
  recipients: readonly string[];
  /** The message as it came, one character a byte. */
  raw: () => string;
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
  /** How one may log in; PLAIN and LOGIN unless given. */
  authMethods?: readonly string[];
  /** Offers STARTTLS with this certificate; none: plain text only. */
  tls?: { key: string; cert: string };
  onMessage?: (mail: SinkMail) => void;
}

export interface MailSink {
  /** For `email.smtp`; without credentials. */
  url: string;
  /** How often somebody logged in. */
  logins(): number;
  /** Accepted mails, oldest first. */
  mails(): readonly SinkMail[];
  /** Scripts the next refusals; rules are used in order, each `times` times. */
  respond(rule: MailRule, times?: number): void;
  /** Ends the sessions in which nothing is going on. */
  dropIdle(): void;
  close(): Promise<void>;
}

/** An SMTP server that keeps what it is given. */
export async function startMailSink(options: MailSinkOptions = {}): Promise<MailSink> {
  const { port = 0, host = "127.0.0.1", login, onMessage } = options;
  const mails: SinkMail[] = [];
  const script = createScript<MailRule>();
  let logins = 0;

  function keep(raw: Buffer, { envelope }: SMTPServerSession): void {
    const { mailFrom, rcptTo } = envelope;
    const recipients = rcptTo.map(({ address }) => address);
    const mail = {
      ...readMail(raw),
      raw: () => raw.toString("latin1"),
      from: mailFrom === false ? "" : mailFrom.address,
      recipients,
    };
    mails.push(mail);
    onMessage?.(mail);
  }

  const server: SMTPServer = new SMTPServer({
    ...serverOptions(options),
    onAuth: (auth, _session, done) => {
      logins += 1;
      const good = login === undefined || (auth.username === login.user && proves(auth, login.pass));
      const refused = takeRefusal(script, "login") ?? (good ? null : refuse(535, "login refused"));
      done(refused, { user: auth.username ?? "" });
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
        else dropConnections(server, session.id);
      });
    },
  });
  // A client that goes away in the middle is the client's business.
  server.on("error", () => undefined);
  const bound = await listenSmtp(server, port, host);
  return {
    url: `smtp://${host}:${bound}`,
    logins: () => logins,
    mails: () => mails,
    respond: (rule, times) => script.add(rule, times),
    dropIdle: () => {
      dropConnections(server);
    },
    close: () => closeSmtp(server),
  };
}

function serverOptions({ login, authMethods = ["PLAIN", "LOGIN"], tls }: MailSinkOptions): SMTPServerOptions {
  return {
    authOptional: login === undefined,
    allowInsecureAuth: true,
    authMethods: [...authMethods],
    ...(tls === undefined ? { disabledCommands: ["STARTTLS"] } : tls),
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 200,
  };
}

/** With CRAM-MD5 the password itself does not come. */
function proves(auth: SMTPServerAuthentication, expected: string): boolean {
  return auth.method === "CRAM-MD5" ? auth.validatePassword(expected) : auth.password === expected;
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

/** Ends one session, or all of them. */
function dropConnections(server: SMTPServer, sessionId?: string): void {
  for (const connection of server.connections) {
    if (sessionId === undefined || connection.session.id === sessionId) connection.close();
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
