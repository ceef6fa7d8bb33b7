import type { Tokens } from "../../api/app/sign-ins.ts";
import type { Answer, TestDesk } from "./desk.ts";

/** `said`: the text without what asking for it cost, which is each asking's own (a document that is known costs less). */
export type Posted<T = any> = Answer<T> & { status: number; text: string; said: string; headers: Headers };

/** One request as somebody with headers of its own, and all that came back. */
export async function post<T = any>(
  desk: Pick<TestDesk, "url" | "tokens">,
  who: keyof Tokens,
  body: { query: string; variables?: object; operationName?: string },
  headers: Record<string, string> = {},
): Promise<Posted<T>> {
  const response = await fetch(desk.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens[who]}`, ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const said = text.replace(/,"extensions":\{"cost":[\s\S]*$/, "");
  return { ...(JSON.parse(text) as Answer<T>), text, said, status: response.status, headers: response.headers };
}
