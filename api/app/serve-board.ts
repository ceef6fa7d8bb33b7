import type { FastifyInstance, FastifyRequest } from "fastify";

/** The board's files: hashed ones are kept for ever, pages are asked for anew; any other path is the app's own. */
export async function serveBoard(fastify: FastifyInstance, root: string): Promise<void> {
  const { default: files } = await import("@fastify/static");
  await fastify.register(files, {
    root,
    preCompressed: true,
    wildcard: true,
    setHeaders: (res, path) =>
      res.header(
        "cache-control",
        path.includes("/_app/immutable/") ? "public, max-age=31536000, immutable" : "no-cache",
      ),
  });
  fastify.setNotFoundHandler((request, reply) =>
    isPage(request)
      ? reply.header("cache-control", "no-cache").sendFile("index.html")
      : reply.code(404).send({ error: "There is nothing here." }),
  );
}

/** A page of the app, asked for by a browser or a script; a missing file (it has an extension) is just missing. */
function isPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?")[0] as string;
  const wanted = headers.accept ?? "*/*";
  return (
    (method === "GET" || method === "HEAD") &&
    !/\.\w+$/.test(path) &&
    !path.startsWith("/_app/") &&
    (wanted.includes("text/html") || wanted.includes("*/*"))
  );
}
