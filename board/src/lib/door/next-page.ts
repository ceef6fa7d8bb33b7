/** Where to go after the door: only a path of this site is followed, and never back to the door. */
export function nextPage(asked: string | null): string | null {
  const path = asked ?? "";
  return /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in") && path !== "/" ? path : null;
}
