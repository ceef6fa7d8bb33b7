import { createTransport } from "nodemailer";
import type { SendOutcome } from "./mail-schedule.ts";

/** A server that does not answer is given up for this try: the letter is tried again. Machine time. */
const LIMITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const CONNECTIONS = 4;

/** A letter as the library takes it. */
export type OutgoingLetter = Parameters<ReturnType<typeof createTransport>["sendMail"]>[0];

export type Smtp = {
  send(letter: OutgoingLetter): Promise<SendOutcome>;
  close(): void;
};

/** One server, over few connections that are kept between letters. What is sent names no file and no address to load. */
export function smtp(url: string): Smtp {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  const transport = createTransport({
    ...{ pool: true, maxConnections: CONNECTIONS, secure, host: hostname.replace(/^\[|\]$/g, "") },
    ...{ port: Number(port) || (secure ? 465 : 587), ...LIMITS, disableFileAccess: true, disableUrlAccess: true },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  });
  return {
    send: async (letter) => {
      try {
        await transport.sendMail(letter);
        return { kind: "SENT" };
      } catch (error) {
        return outcomeOf(error as SmtpError);
      }
    },
    close: () => transport.close(),
  };
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/**
 * Only what a server says for good about this letter or this address comes back: a 5xx in answer to RCPT or to the letter itself.
 * A login that fails or a sender that is not allowed is ours to mend, and the letter waits meanwhile.
 */
export function outcomeOf({ code, command, responseCode, response, message }: SmtpError): SendOutcome {
  const error = oneLine(response ?? message);
  const aboutIt = code === "EMESSAGE" || command === "RCPT TO" || command === "DATA";
  const forGood = responseCode !== undefined && responseCode >= 500 && responseCode <= 599;
  const noAddress = code === "EENVELOPE" && command === "API"; // it cannot even be asked for
  return (forGood && aboutIt) || noAddress ? { kind: "REFUSED", error } : { kind: "NOT_NOW", error };
}

/** A server's words, as they may stand in a story. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, 300);
