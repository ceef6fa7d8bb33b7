import { freshDatabase } from "./database.ts";
import { type ServeOptions, serveDesk, type TestDesk } from "./serve-desk.ts";

export type { Answer, TestDesk } from "./serve-desk.ts";

/** The whole product over a private database: a sandbox whose clock stands. */
export async function startDesk(options: ServeOptions = {}): Promise<TestDesk> {
  const db = await freshDatabase();
  const desk = await serveDesk(db.urls, options);
  return {
    ...desk,
    close: async () => {
      await desk.close();
      await db.drop();
    },
  };
}
