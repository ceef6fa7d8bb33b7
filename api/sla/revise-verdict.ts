import { audit } from "../people/audit.ts";
import type { Desk } from "../platform/desk.ts";
import { uuidv7 } from "../platform/ids.ts";
import { refOf } from "./clock-news.ts";
import { SlaClock, VerdictRevision } from "./sla.entity.ts";

export type Revision = { clockId: string; verdict: VerdictRevision["verdict"]; reason: string };
export type Revised =
  | { kind: "revised"; revision: VerdictRevision; ticketId: string }
  | { kind: "refused"; faults: { code: "INVALID" | "NOT_FOUND" | "NOT_SEALED"; field: string; message: string }[] };

/** Appends a manager's other view to a sealed verdict. What was sealed stays, and reports go on counting it. */
export async function reviseVerdict(desk: Desk, input: Revision): Promise<Revised> {
  const clock = await desk.em.findOne(SlaClock, { id: input.clockId });
  if (!clock) return refused("NOT_FOUND", "clockId", "There is no such clock.");
  const reason = input.reason.trim();
  if (reason === "") return refused("INVALID", "reason", "A revision needs its reason: whoever reads the report asks.");
  if (clock.sealedAt === null || clock.verdict === null)
    return refused(
      "NOT_SEALED",
      "clockId",
      "Its verdict is not sealed yet: until then facts correct it by themselves.",
    );
  const standing = await desk.em.findOne(
    VerdictRevision,
    { partnerId: clock.partnerId, clockId: clock.id },
    { orderBy: { id: "desc" } },
  );
  const from = standing?.verdict ?? clock.verdict;
  if (from === input.verdict)
    return refused("INVALID", "verdict", `It is ${from} already: there is nothing to revise.`);
  const revision = desk.em.create(VerdictRevision, {
    id: uuidv7(),
    partnerId: clock.partnerId,
    ticketId: clock.ticketId,
    clockId: clock.id,
    verdict: input.verdict,
    reason,
    revisedBy: desk.viewer.name,
    at: desk.now,
  });
  await desk.em.flush();
  const payload = { ...refOf(clock), verdict: { from, to: input.verdict }, reason };
  desk.record({ type: "VerdictRevised", ticketId: clock.ticketId, payload, partnerId: clock.partnerId });
  const about = { type: "SlaClock", id: clock.id, name: clock.metric };
  audit(desk, { action: "VERDICT_REVISED", about, detail: { from, to: input.verdict, reason } });
  return { kind: "revised", revision, ticketId: clock.ticketId };
}

const refused = (code: "INVALID" | "NOT_FOUND" | "NOT_SEALED", field: string, message: string): Revised => ({
  kind: "refused",
  faults: [{ code, field, message }],
});
