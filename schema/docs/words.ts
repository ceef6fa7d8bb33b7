import type { AddressOf } from "./address.ts";

const special: { readonly [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (c) => special[c] as string);

/** Code in a sentence; a name of the contract leads to where it is described. */
export function codeToHtml(code: string, addressOf: AddressOf, here?: string): string {
  const address = addressOf(code);
  const shown = `<code>${escapeHtml(code)}</code>`;
  return address && address !== here ? `<a href="${address}">${shown}</a>` : shown;
}

/** A description of the contract: plain text in which code stands between backticks. */
export const describe = (text: string, addressOf: AddressOf, here?: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, i) => (i % 2 ? codeToHtml(part, addressOf, here) : escapeHtml(part)))
    .join("");
