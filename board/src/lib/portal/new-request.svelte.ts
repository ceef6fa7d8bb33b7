import { keepDraft, keptDraft } from "../admin/kept-draft.ts";
import { Files } from "../files/files.svelte.ts";
import { Act } from "../ticket/act.svelte.ts";
import { type RequestInput, SendRequest, type SentShown } from "./documents.ts";
import { emptyRequest, faultsOf, type Request, type RequestFault } from "./request.ts";

const PLACE = "request";
type Kept = { readonly said: Request; readonly sending: Sending | null };
/** A request that was sent, and the key under which it may be sent again without being made twice. */
type Sending = { readonly key: string; readonly input: string };

/** By hand, since `randomUUID` is for pages with TLS only. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The request that is being written. It survives a reload and a lost network, and is sent once. */
export class NewRequest {
  said: Request = $state.raw(emptyRequest);
  /** Somebody tried to send: from then on what is missing is told where it is missing. */
  tried = $state(false);
  sent: SentShown | null = $state.raw(null);
  /** What shows it, beside the words. */
  readonly files = new Files(PLACE);
  /** It is sent as soon as its files are. */
  waits = $state(false);
  readonly act = new Act();
  readonly faults: readonly RequestFault[] = $derived(faultsOf(this.said));
  #sending: Sending | null = null;

  constructor() {
    const kept = keptDraft<Kept>(PLACE);
    if (!kept) return;
    this.said = { ...emptyRequest, ...kept.said };
    this.#sending = kept.sending;
  }

  say(what: Partial<Request>): void {
    this.said = { ...this.said, ...what };
    this.act.forget();
    this.#keep();
  }

  faultAt(field: keyof Request): string | null {
    return (this.tried && this.faults.find((fault) => fault.field === field)?.message) || null;
  }

  /** The same request sent again after its answer was lost is told what the first one was told. */
  async send(said: RequestInput): Promise<void> {
    if (this.waits) return;
    this.waits = true;
    const ready = await this.files.settled();
    this.waits = false;
    if (!ready) return;
    const input = { ...said, attachmentIds: [...this.files.ids] };
    const text = JSON.stringify(input);
    if (this.#sending?.input !== text) this.#sending = { key: newKey(), input: text };
    this.#keep();
    const answer = await this.act.run(SendRequest, { ...input, idempotencyKey: this.#sending.key });
    if (!answer?.ticket) return;
    this.sent = answer.ticket;
    this.forget();
  }

  forget(): void {
    this.said = emptyRequest;
    this.files.clear();
    [this.#sending, this.tried] = [null, false];
    keepDraft(PLACE, null);
  }

  #keep(): void {
    keepDraft(PLACE, { said: this.said, sending: this.#sending } satisfies Kept);
  }
}
