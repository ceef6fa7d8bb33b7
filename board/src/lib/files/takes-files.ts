import type { Attachment } from "svelte/attachments";
import type { Files } from "./files.svelte.ts";

const filesIn = (data: DataTransfer | null): File[] => [...(data?.files ?? [])];

/** A form into which files can be dropped and screenshots pasted, wherever in it somebody is. */
export const takesFiles =
  (files: () => Files): Attachment<HTMLElement> =>
  (form) => {
    let inside = 0;
    const over = (is: boolean) => form.toggleAttribute("data-dropping", is);
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const on = {
      paste: (event: ClipboardEvent) => {
        const pasted = filesIn(event.clipboardData);
        // what was copied from a document brings a picture of itself along: its words are meant
        if (pasted.length === 0 || event.clipboardData?.getData("text/plain")) return;
        event.preventDefault();
        void files().add(pasted);
      },
      dragenter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        inside += 1;
        over(true);
      },
      dragleave: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        inside -= 1;
        if (inside <= 0) over(false);
      },
      dragover: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event: DragEvent) => {
        inside = 0;
        over(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        void files().add(filesIn(event.dataTransfer));
      },
    };
    const listening = Object.entries(on) as [string, EventListener][];
    for (const [name, listener] of listening) form.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listening) form.removeEventListener(name, listener);
    };
  };
