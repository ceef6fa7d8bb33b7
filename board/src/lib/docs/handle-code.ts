/** What examples on a page are for: they are copied. Says in words what was done. */
export async function handleCode(event: Event, say: (words: string) => void): Promise<void> {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button.copy") : null;
  const code = button?.closest(".part, figcaption")?.nextElementSibling;
  if (!button || !code) return;
  await navigator.clipboard.writeText(`${code.textContent}\n`);
  say("Copied.");
  button.textContent = "Copied";
  const again = () => {
    button.textContent = "Copy";
  };
  for (const leaving of ["pointerleave", "blur"]) button.addEventListener(leaving, again, { once: true });
}

const WRITTEN = "http://127.0.0.1:4000";

/** Examples name the address of a demo; on a page that another desk serves they name that desk, so that they work pasted. */
export function nameThisDesk(article: HTMLElement, origin: string): void {
  if (origin === WRITTEN) return;
  const [from, to] = [WRITTEN.replace("http", ""), origin.replace(/^http/, "")];
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node.nodeValue?.includes(from) && node.parentElement?.closest("code"))
      node.nodeValue = node.nodeValue.replaceAll(`http${from}`, `http${to}`).replaceAll(`ws${from}`, `ws${to}`);
}
