import { DeskError } from "../desk-error.ts";

export type Trouble = { readonly kind: "BROKEN" | "OFFLINE"; readonly message: string };

/** Why nothing can be shown. Of a link that the desk does not know nothing is said but that. */
export function troubleOf(error: unknown): Trouble {
  const known = error instanceof DeskError ? error : null;
  if (known?.code === "UNAUTHENTICATED" || known?.code === "FORBIDDEN")
    return { kind: "BROKEN", message: "The desk does not know it. Open it again from our mail, whole." };
  return { kind: "OFFLINE", message: known?.message ?? "Something went wrong; nothing was changed." };
}
