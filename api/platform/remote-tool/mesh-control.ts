import WebSocket from "ws";

/** How long MeshCentral may take for one answer. */
const ANSWER_MS = 10_000;

export type MeshMessage = { readonly action?: string; readonly [name: string]: unknown };
export type MeshAccount = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly ca: string | null;
};

/** MeshCentral does not let the desk in: no use in trying again until somebody looks at the account. */
export class MeshRefused extends Error {}

const base64 = (text: string) => Buffer.from(text).toString("base64");

/**
 * A connection to MeshCentral's control channel (`control.ashx`), which speaks JSON messages both ways. Most answers repeat the
 * `responseid` of the question, lists do not, and some refusals come under the name of another action: callers say what they wait for.
 */
export class MeshControl {
  readonly #socket: WebSocket;
  readonly #waiting = new Set<(message: MeshMessage) => void>();
  #fail: (error: Error) => void = () => {};
  readonly #ended: Promise<never>;
  #asked = 0;

  constructor({ url, user, password, ca }: MeshAccount) {
    this.#ended = new Promise((_, fail) => {
      this.#fail = fail;
    });
    this.#ended.catch(() => {});
    this.#socket = new WebSocket(`${url.replace(/^http/, "ws")}control.ashx`, {
      ...(ca === null ? {} : { ca }),
      headers: { "x-meshauth": `${base64(user)},${base64(password)}` },
      handshakeTimeout: ANSWER_MS,
      followRedirects: false,
    });
    this.#socket.on("message", (data) => this.#hear(String(data)));
    this.#socket.on("error", (error) => this.#fail(error));
    this.#socket.on("close", () => this.#fail(new Error("MeshCentral closed the connection")));
  }

  /** Waits until MeshCentral says who the desk is there. */
  async ready(): Promise<void> {
    await this.#when(({ action }) => action === "userinfo");
  }

  /** Asks, and waits for the first message that answers it. `byId`: the answer repeats the question's id; otherwise it repeats its action. */
  async ask(question: MeshMessage, byId: (answer: MeshMessage) => boolean = () => true): Promise<MeshMessage> {
    const responseid = `watchdesk-${++this.#asked}`;
    const answered = this.#when(
      (m) =>
        (m["responseid"] === responseid && byId(m)) || (m["responseid"] === undefined && m.action === question.action),
    );
    this.#socket.send(JSON.stringify({ ...question, responseid }));
    return answered;
  }

  close(): void {
    this.#socket.terminate();
  }

  #hear(text: string): void {
    let message: MeshMessage;
    try {
      message = JSON.parse(text) as MeshMessage;
    } catch {
      this.#fail(new Error("what answers there is not MeshCentral"));
      return;
    }
    if (message.action === "close") this.#fail(refusedFor(message));
    for (const wait of [...this.#waiting]) wait(message);
  }

  async #when(test: (message: MeshMessage) => boolean): Promise<MeshMessage> {
    let timer: NodeJS.Timeout | undefined;
    let wait = (_: MeshMessage) => {};
    const heard = new Promise<MeshMessage>((done, fail) => {
      wait = (message) => test(message) && done(message);
      this.#waiting.add(wait);
      timer = setTimeout(() => fail(new Error(`MeshCentral did not answer within ${ANSWER_MS / 1_000} s`)), ANSWER_MS);
    });
    try {
      return await Promise.race([heard, this.#ended]);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(wait);
    }
  }
}

const refusedFor = ({ msg }: MeshMessage): Error =>
  new MeshRefused(
    /token/.test(String(msg))
      ? "MeshCentral asks the desk's account for a second factor: give it a login token (MESHCENTRAL_USER and MESHCENTRAL_PASSWORD)."
      : `MeshCentral does not let the desk in (${String(msg)}): whoever runs the desk should look at MESHCENTRAL_USER and MESHCENTRAL_PASSWORD.`,
  );
