import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

const FILE = "board/wall.html";
const isAsked = (url: string): boolean => /^\/board\/wall\/?(\?|$)/.test(url);

/**
 * The wall's own document, beside the pages of the app: it is built with them and shares what both need, but loads neither
 * router nor layout. `source` is its file, from the board's folder.
 */
export const wallPage = (source: string): Plugin => ({
  name: "watchdesk-wall-page",
  buildStart() {
    if (this.environment.name === "client" && this.environment.mode === "build")
      this.emitFile({ type: "chunk", id: source, name: "entry/wall" });
  },
  generateBundle: {
    order: "post",
    handler(_options, bundle) {
      const page = bundle[source];
      if (page?.type !== "asset") return;
      delete bundle[source];
      this.emitFile({ type: "asset", fileName: FILE, source: page.source });
    },
  },
  configureServer(server) {
    server.middlewares.use(async (request, response, next) => {
      const url = request.originalUrl ?? "";
      if (!isAsked(url)) return next();
      const page = await readFile(`${server.config.root}/${source}`, "utf8");
      response.setHeader("content-type", "text/html");
      response.end(await server.transformIndexHtml(url, page));
    });
  },
});
