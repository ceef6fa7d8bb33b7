import { DeskError, deskError, offline, unreadable } from "../desk-error.ts";
import { session } from "../session.svelte.ts";

/** A file as the desk has it, until it is attached. */
export type KeptFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
};
type Answer = {
  readonly attachment?: KeptFile;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
};

/** Uploads one file and says how far it is, from 0 to 1: what `fetch` cannot tell. Rejects with a `DeskError` only. */
export function sendFile(
  file: Blob,
  name: string,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<KeptFile> {
  const form = new FormData();
  form.append("file", file, name);
  const request = new XMLHttpRequest();
  return new Promise<KeptFile>((kept, failed) => {
    const answered = () => {
      let answer: Answer;
      try {
        answer = JSON.parse(request.responseText);
      } catch (cause) {
        return failed(unreadable(request.status, cause));
      }
      if (answer.attachment) return kept(answer.attachment);
      const [first] = answer.errors ?? [];
      if (request.status === 401) session.refuse();
      failed(first ? deskError(first.extensions?.code, first.message) : unreadable(request.status));
    };
    request.open("POST", "/attachments");
    if (session.token) request.setRequestHeader("authorization", `Bearer ${session.token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = answered;
    request.onerror = () => failed(offline());
    request.onabort = () => failed(new DeskError("FAILED", "It was removed."));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
