import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the library's parameters: 19 MiB, two passes (what OWASP advises). */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** Whoever is unknown is checked against this, so that the answer takes as long as for one who is known. */
let nobodys: Promise<string> | undefined;

export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodys ??= hash("nobody's password");
  const right = await verify(passwordHash ?? (await nobodys), password);
  return right && passwordHash !== null;
}

export const LEAST = 12;
export const MOST = 256;

/** Why a password will not do, or null: length is what counts. */
export function passwordFault(password: string, email: string): string | null {
  if (password.length < LEAST) return `Use at least ${LEAST} characters; several words are good.`;
  if (password.length > MOST) return `Use at most ${MOST} characters.`;
  const plain = password.toLowerCase();
  if (plain.includes(email) || new Set(plain).size < 5) return "That is too easy to guess.";
  return null;
}
