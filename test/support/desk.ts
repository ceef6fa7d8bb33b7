import { freshDatabase } from "./database.ts";
import { type DeskOptions, serveDesk, type TestDesk } from "./serve-desk.ts";

export type { Answer, TestDesk } from "./serve-desk.ts";

/** The whole product over a private database: a sandbox whose clock stands. */
export async function startDesk(options: DeskOptions = {}): Promise<TestDesk> {
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
