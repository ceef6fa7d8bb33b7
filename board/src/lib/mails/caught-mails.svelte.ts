import { query } from "../gql.ts";
import { CaughtMails, type MailShown } from "./documents.ts";

const EVERY_MS = 3_000;

/** The letters that this desk would have sent, the newest first, looked after while the page is open. */
export class Caught {
  mails: readonly MailShown[] = $state.raw([]);
  /** Null until the desk has said whether it keeps its letters at all. */
  keeps: boolean | null = $state(null);
  trouble: string | null = $state(null);
  #open: string | null = $state(null);

  /** The one that is read: the newest, until another is chosen. */
  get open(): MailShown | null {
    return this.mails.find((mail) => mail.id === this.#open) ?? this.mails[0] ?? null;
  }

  choose(mail: MailShown): void {
    this.#open = mail.id;
  }

  /** The one after, or before, the one that is read. */
  step(by: 1 | -1): void {
    const at = this.mails.findIndex((mail) => mail.id === this.open?.id);
    const next = this.mails[at + by];
    if (next) this.choose(next);
  }

  watch(): () => void {
    void this.#load();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void this.#load();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }

  async #load(): Promise<void> {
    try {
      const { caughtMails } = await query(CaughtMails);
      const read = this.open;
      this.mails = caughtMails ?? [];
      if (read) this.choose(read); // one that comes meanwhile takes nobody's place
      this.keeps = caughtMails !== null;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}
