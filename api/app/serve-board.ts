import type { FastifyInstance, FastifyRequest } from "fastify";
import { madePages } from "./made-pages.ts";

/** The board's files: hashed ones are kept for ever, pages are asked for anew; any other path is the app's own. */
export async function serveBoard(fastify: FastifyInstance, root: string): Promise<void> {
  const { default: files } = await import("@fastify/static");
  await fastify.register(files, {
    root,
    preCompressed: true,
    wildcard: true,
    setHeaders: (res, path) => {
      res.header(
        "cache-control",
        path.includes("/_app/immutable/") ? "public, max-age=31536000, immutable" : "no-cache",
      );
      if (/\.graphql(\.\w+)?$/.test(path)) res.header("content-type", "text/plain; charset=utf-8");
    },
  });
  const made = madePages(root);
  fastify.setNotFoundHandler((request, reply) =>
    isPage(request)
      ? reply.header("cache-control", "no-cache").sendFile(made.get(pathOf(request)) ?? "index.html")
      : reply.code(404).send({ error: "There is nothing here." }),
  );
}

const pathOf = ({ url }: FastifyRequest): string => (url.split("?")[0] as string).replace(/(?<=.)\/$/, "");

/** A page of the app, asked for by a browser or a script; a missing file (it has an extension) is just missing. */
function isPage(request: FastifyRequest): boolean {
  const { method, headers } = request;
  const path = pathOf(request);
  const wanted = headers.accept ?? "*/*";
  return (
    (method === "GET" || method === "HEAD") &&
    !/\.\w+$/.test(path) &&
    !path.startsWith("/_app/") &&
    (wanted.includes("text/html") || wanted.includes("*/*"))
  );
}
