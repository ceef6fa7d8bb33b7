import type { FastifyInstance } from "fastify";
import { isLoopback } from "./health.ts";

export type DemoSignIn = { kind: string; name: string; token: string; home: string };

/** For whoever sits at this machine; a page of another origin that had its name pointed here says another host. */
export function serveDemoSignIns(fastify: FastifyInstance, signIns: readonly DemoSignIn[]): void {
  fastify.get("/demo/sign-ins", async ({ hostname, ip }, reply) =>
    isLoopback(ip) && isLoopback(hostname.replace(/:\d+$/, "")) ? signIns : reply.code(404).send([]),
  );
}
