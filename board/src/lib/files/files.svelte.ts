import { keepDraft, keptDraft } from "../admin/kept-draft.ts";
import type { DeskError } from "../desk-error.ts";
import { query } from "../gql.ts";
import { FileLimits } from "./documents.ts";
import { type KeptFile, sendFile } from "./send-file.ts";
import { pastedName, sizeWords } from "./size-words.ts";

/** How many are uploaded at once. */
const AT_ONCE = 2;

let asked: Promise<ReadonlyMap<string, number>> | undefined;
/** Asked once, by whoever attaches something; without an answer the desk itself says what is too much. */
function limits(): Promise<ReadonlyMap<string, number>> {
  asked ??= query(FileLimits).then(
    ({ apiLimits }) => new Map(apiLimits.attachments.map(({ name, maximum }) => [name, maximum])),
    () => {
      asked = undefined;
      return new Map();
    },
  );
  return asked;
}

/** One file that somebody chose: on its way, kept by the desk, or not taken. */
export class Picked {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  /** Its bytes, as long as the page stands: after a reload the desk alone has them. */
  readonly blob: Blob | null;
  share = $state(0);
  kept: KeptFile | null = $state.raw(null);
  trouble: string | null = $state(null);
  /** Whether another try may go better. */
  mayTry = false;
  readonly stop = new AbortController();

  constructor(key: string, name: string, size: number, blob: Blob | null, kept: KeptFile | null = null) {
    [this.key, this.name, this.size, this.blob, this.kept] = [key, name, size, blob, kept];
  }

  get waits(): boolean {
    return this.kept === null && this.trouble === null;
  }
}

/** The files that go with one message. Like the message they survive a reload; they are sent when they are chosen. */
export class Files {
  chosen: readonly Picked[] = $state.raw([]);
  /** What was wrong with choosing, and is no single file's. */
  trouble: string | null = $state(null);
  readonly ids: readonly string[] = $derived(this.chosen.flatMap(({ kept }) => kept?.id ?? []));
  readonly waiting = $derived(this.chosen.filter((file) => file.waits).length);
  readonly refused = $derived(this.chosen.filter(({ trouble }) => trouble !== null).length);
  readonly #place: string;
  #last = 0;
  #under = 0;
  #settled: (() => void)[] = [];

  constructor(place: string) {
    this.#place = `files.${place}`;
    this.chosen = (keptDraft<KeptFile[]>(this.#place) ?? []).map((k) => new Picked(k.id, k.name, k.size, null, k));
  }

  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const most = await limits();
    const [count, bytes] = [most.get("filesPerMessage") ?? 10, most.get("fileBytes") ?? Number.POSITIVE_INFINITY];
    const room = Math.max(0, count - this.chosen.length);
    this.trouble = files.length > room ? `A message has at most ${count} files: send the others with another.` : null;
    for (const file of files.slice(0, room)) {
      const there = this.chosen.map(({ name }) => name);
      const picked = new Picked(`new ${++this.#last}`, pastedName(file.name, there), file.size, file);
      if (file.size > bytes) picked.trouble = `Too large: a file has at most ${sizeWords(bytes)}.`;
      if (file.size === 0) picked.trouble = "It is empty, or a folder.";
      this.chosen = [...this.chosen, picked];
    }
    this.#go();
  }

  /** Puts back what was removed by mistake, where it was; the desk keeps what it has for a day. */
  restore(file: Picked, at: number): void {
    const back = file.kept ? file : new Picked(`new ${++this.#last}`, file.name, file.size, file.blob);
    if (file.trouble && !file.mayTry) back.trouble = file.trouble;
    this.chosen = this.chosen.toSpliced(at, 0, back);
    this.#go();
  }

  remove(file: Picked): void {
    file.stop.abort();
    this.chosen = this.chosen.filter((other) => other !== file);
    this.trouble = null;
    this.#changed();
  }

  again(file: Picked): void {
    if (!file.blob) return;
    const anew = new Picked(`new ${++this.#last}`, file.name, file.size, file.blob);
    this.chosen = this.chosen.map((other) => (other === file ? anew : other));
    this.#go();
  }

  /** Once all are kept, or some are not taken: false then, and nothing should be sent without them. */
  async settled(): Promise<boolean> {
    if (this.waiting > 0) await new Promise<void>((done) => this.#settled.push(done));
    return this.refused === 0;
  }

  /** They were sent, or are no longer wanted. */
  clear(): void {
    for (const file of this.chosen) file.stop.abort();
    this.chosen = [];
    this.trouble = null;
    this.#changed();
  }

  #go(): void {
    while (this.#under < AT_ONCE) {
      const next = this.chosen.find((file) => file.waits && file.blob && !this.#sent.has(file));
      if (!next) break;
      void this.#send(next);
    }
    this.#changed();
  }

  readonly #sent = new WeakSet<Picked>();
  async #send(file: Picked): Promise<void> {
    this.#sent.add(file);
    this.#under += 1;
    const onProgress = (share: number) => {
      file.share = share;
    };
    try {
      file.kept = await sendFile(file.blob as Blob, file.name, { signal: file.stop.signal, onProgress });
    } catch (error) {
      file.mayTry = true;
      file.trouble = (error as DeskError).message;
    } finally {
      this.#under -= 1;
      this.#go();
    }
  }

  #changed(): void {
    const kept = this.chosen.flatMap((file) => file.kept ?? []);
    keepDraft(this.#place, kept.length > 0 ? kept : null);
    if (this.waiting === 0) for (const done of this.#settled.splice(0)) done();
  }
}
