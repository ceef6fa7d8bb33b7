/** What a way in answers: done, or why not in a sentence for a person. */
export type Answered =
  | { readonly done: true }
  | { readonly done: false; readonly code: string; readonly message: string };

/** Posts to one of the desk's ways in. Never throws: whoever stands at the door is told what happened. */
export async function post(path: string, body: object): Promise<Answered> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (response.ok) return { done: true };
    const { code = "FAILED", message = "The desk refused." } = (await response.json()) as Partial<
      Record<string, string>
    >;
    return { done: false, code, message };
  } catch {
    return { done: false, code: "OFFLINE", message: "The desk does not answer. Check the network and try again." };
  }
}
