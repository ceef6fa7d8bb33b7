import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/**
 * Closes texts by a credential, of which the desk keeps a digest only: whoever presents it again can open them, and
 * nobody who reads the database can.
 */
export class Seal {
  readonly #credential: string;
  #derived: Buffer | undefined;

  constructor(credential: string) {
    this.#credential = credential;
  }

  close(text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.#key(), nonce);
    const closed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), closed]).toString("base64");
  }

  /** Throws where another credential closed it. */
  open(sealed: string): string {
    const bytes = Buffer.from(sealed, "base64");
    const cipher = createDecipheriv(CIPHER, this.#key(), bytes.subarray(0, NONCE), { authTagLength: TAG });
    cipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()]).toString("utf8");
  }

  /** Most requests close nothing: made when it is needed. A credential is 256 random bits, so no stretching is. */
  #key(): Buffer {
    this.#derived ??= Buffer.from(
      hkdfSync("sha256", this.#credential, "", "watchdesk: what is kept for a repetition", 32),
    );
    return this.#derived;
  }
}
