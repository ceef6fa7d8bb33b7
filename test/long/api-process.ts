import { compose } from "../../api/app/compose.ts";
import { readTrusted } from "../../api/app/http/trusted-documents.ts";
import { createServer } from "../../api/app/server.ts";
import { createLog } from "../../api/platform/log.ts";
import type { RoleUrls } from "../../api/platform/roles.ts";

/** The API in a process of its own on a given port, with a built board if one is named, to be stopped or killed. Ends when its parent is gone. */
const boardDir = process.argv[4];
const log = createLog("fatal");
const composed = await compose(JSON.parse(process.argv[2] as string) as RoleUrls, "test", log, false);
const server = await createServer(composed, log, {
  boardDir: boardDir ?? import.meta.dirname,
  ...(boardDir && { trusted: readTrusted(boardDir) }),
  drainSeconds: 1,
});
await server.listen(Number(process.argv[3]), "127.0.0.1");
process.once("disconnect", () => process.exit(0));
process.once("SIGTERM", async () => {
  await server.close();
  await composed.close();
  process.exit(0);
});
process.send?.("up");
