import type { FastifyInstance } from "fastify";

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
    request.method === "GET" && request.headers.accept?.includes("text/html")
      ? reply.header("cache-control", "no-cache").sendFile("index.html")
      : reply.code(404).send({ error: "There is nothing here." }),
  );
}
