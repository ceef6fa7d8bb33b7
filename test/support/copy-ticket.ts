import pg from "pg";
import { inject } from "vitest";
import { cloneTicket } from "../load/clone-ticket.ts";
import type { TestDesk } from "./desk.ts";

/** So many more open tickets, as copies of one, opened one after the other at each step of so many seconds before it. */
export async function copyTicket(desk: TestDesk, number: number, count: number, apart: number): Promise<void> {
  const url = new URL(inject("adminUrl"));
  url.pathname = new URL(desk.urls.owner).pathname;
  const admin = new pg.Client(url.href);
  await admin.connect();
  const earlier = Array.from({ length: count }, (_, n) => -(n + 1) * apart);
  await cloneTicket(admin, number, earlier);
  await admin.query("analyze");
  await admin.end();
}
