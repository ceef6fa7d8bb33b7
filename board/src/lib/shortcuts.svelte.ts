const KEY = "watchdesk.single-keys";
const SEQUENCE = 1_200;

/** What keys do on a page: `"t"`, `"Enter"`, or two after another, `"g w"`. */
export type Shortcuts = { readonly [keys: string]: (event: KeyboardEvent) => void };

/** Single-key shortcuts can be turned off: they are in the way of those who speak to their computer. */
class SingleKeys {
  on = $state(localStorage.getItem(KEY) !== "off");

  set(on: boolean): void {
    this.on = on;
    localStorage.setItem(KEY, on ? "on" : "off");
  }
}
export const singleKeys = new SingleKeys();

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && target.type === "checkbox");
/** A focused link or button keeps its own Enter and space. */
const pressing = (event: KeyboardEvent): boolean =>
  (event.key === "Enter" || event.key === " ") &&
  event.target instanceof HTMLElement &&
  /^(A|BUTTON)$/.test(event.target.tagName);

/** Listens on the window until the returned function is called. Never while somebody writes or a dialog is open. */
export function listenForKeys(shortcuts: Shortcuts): () => void {
  let before = "";
  let at = 0;
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    if (pressing(event) || document.querySelector("dialog[open]")) return;
    if (!singleKeys.on && event.key.length === 1 && event.key !== "?") return;
    const pair = event.timeStamp - at < SEQUENCE ? shortcuts[`${before} ${event.key}`] : undefined;
    const act = pair ?? shortcuts[event.key];
    [before, at] = [event.key, event.timeStamp];
    if (!act) return;
    event.preventDefault();
    act(event);
  };
  addEventListener("keydown", pressed);
  return () => removeEventListener("keydown", pressed);
}
