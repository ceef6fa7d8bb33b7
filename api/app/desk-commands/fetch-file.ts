import { readFile, stat } from "node:fs/promises";

const WAIT_MS = 30_000;

/** A file of this machine, or a page of the web: its text and its name, or why there is none. */
export async function fetchFile(
  source: string,
  mostBytes: number,
): Promise<{ text: string; name: string } | { fault: string }> {
  const large = { fault: `${source}: it is larger than ${mostBytes / 1_000_000} MB` };
  if (!/^https?:\/\//i.test(source)) {
    try {
      if ((await stat(source)).size > mostBytes) return large;
      return { text: await readFile(source, "utf8"), name: nameOf(source) };
    } catch (error) {
      return { fault: `${source}: it cannot be read (${(error as NodeJS.ErrnoException).code})` };
    }
  }
  try {
    const response = await fetch(source, {
      signal: AbortSignal.timeout(WAIT_MS),
      headers: { accept: "application/json" },
    });
    if (!response.ok) return { fault: `${source}: it answered ${response.status}` };
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) return large;
      chunks.push(chunk);
    }
    return { text: Buffer.concat(chunks).toString("utf8"), name: nameOf(new URL(source).pathname) };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return { fault: `${source}: it does not answer (${cause?.code ?? message})` };
  }
}

/** "/api/windows-server.json" is windows-server. */
const nameOf = (path: string): string => (path.split(/[/\\]/).at(-1) as string).replace(/\.json$/i, "");
