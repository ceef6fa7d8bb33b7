import type { TestDesk } from "./desk.ts";
import type { Who } from "./verbs.ts";

/** The smallest picture. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export type Uploaded = { id: string; name: string; size: number; contentType: string };
type Fault = { message: string; extensions: Record<string, any> };
export type UploadAnswer = { status: number; attachment?: Uploaded; error?: Fault; headers: Headers };

/** Sends files as somebody, each as a part of one form. */
export async function uploadAll(
  desk: Pick<TestDesk, "origin" | "tokens">,
  who: Who,
  files: readonly (readonly [name: string, bytes: Buffer | string])[],
  headers: Record<string, string> = {},
): Promise<UploadAnswer> {
  const form = new FormData();
  for (const [name, bytes] of files) form.append("file", new Blob([bytes as never], { type: "image/png" }), name);
  const response = await fetch(`${desk.origin}/attachments`, {
    method: "POST",
    headers: { authorization: `Bearer ${desk.tokens[who]}`, ...headers },
    body: form,
  });
  const body = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, attachment: body.attachment, error: body.errors?.[0] };
}

/** One file that must be taken: its id. */
export async function upload(
  desk: Pick<TestDesk, "origin" | "tokens">,
  who: Who,
  name = "screenshot.png",
  bytes: Buffer | string = PNG,
): Promise<string> {
  const { attachment, error } = await uploadAll(desk, who, [[name, bytes]]);
  if (!attachment) throw new Error(JSON.stringify(error));
  return attachment.id;
}
