/** How many people at the client cannot work. */
export type Affected = "ONE" | "SEVERAL" | "ALL";

/** How a fact or a ticket reached the desk. */
export type Channel = "PORTAL" | "EMAIL" | "PHONE" | "MONITORING" | "API";

/** One row of a plan's priorities. Rank 1 is taken first; the name is what people read. */
export type PriorityDefinition = { readonly code: string; readonly name: string; readonly rank: number };

/** The priorities of the service as it is sold. An imported desk brings rows of its own and states them. */
export const defaultPriorities: readonly PriorityDefinition[] = [
  { code: "URGENT", name: "Urgent", rank: 1 },
  { code: "STANDARD", name: "Standard", rank: 2 },
];

export type DerivedPriority = {
  readonly code: "URGENT" | "STANDARD";
  /** The promise is the standard one, yet a fact that is still open would make it urgent: somebody should ask. */
  readonly couldBeUrgent: boolean;
};

/**
 * Urgent: all users are affected **and** there is no workaround. Everything else is standard, the unknown included.
 *
 * `channel` is the one through which the facts were stated. A mail's subject and text are never proof, so facts read
 * from a mail make no ticket urgent; the same facts stated again through the portal do.
 *
 * Example: everybody is affected, whether there is a workaround was not asked: STANDARD, and it could be urgent.
 */
export function derivePriority(
  affected: Affected | null,
  workaround: boolean | null,
  channel: Channel,
): DerivedPriority {
  const excludesUrgent = workaround === true || affected === "ONE" || affected === "SEVERAL";
  if (excludesUrgent) return { code: "STANDARD", couldBeUrgent: false };
  const proven = affected === "ALL" && workaround === false && channel !== "EMAIL";
  if (proven) return { code: "URGENT", couldBeUrgent: false };
  return { code: "STANDARD", couldBeUrgent: affected === "ALL" };
}

/** What is wrong with a plan's priorities, field by field; empty when nothing is. */
export function priorityFaults(priorities: readonly PriorityDefinition[]): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  if (priorities.length === 0) faults.push({ field: "priorities", message: "a plan needs at least one priority" });
  const codes = new Set<string>();
  priorities.forEach(({ code, rank }, i) => {
    if (codes.has(code)) faults.push({ field: `priorities[${i}].code`, message: `${code} is listed twice` });
    codes.add(code);
    if (code.length > 40) faults.push({ field: `priorities[${i}].code`, message: "expected at most 40 characters" });
    if (!Number.isInteger(rank) || rank < 1 || rank > 99)
      faults.push({ field: `priorities[${i}].rank`, message: `expected a whole number from 1 to 99, got ${rank}` });
  });
  return faults;
}
