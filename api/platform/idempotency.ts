import { GraphQLError } from "graphql";
import type { Instant } from "../core/time.ts";
import type { Desk } from "./desk.ts";
import { conflict } from "./failures.ts";
import type { House } from "./house.ts";
import { instantText } from "./scalars.ts";
import { PATIENCE_MS, StillInProgress } from "./turns.ts";
import type { Visitor } from "./visitor.ts";

/** Desk time for which an effect is kept under its key. */
export const KEPT_SECONDS = 24 * 3600;

/** One root field of a mutation that its client named by a key. */
export type Effect = {
  readonly key: string;
  /** The how many-th of its request under this key, from 0. */
  readonly slot: number;
  /** Operation and variables, digested: another request under the same key is a mistake. */
  readonly fingerprint: string;
  /** Its name in the answer. */
  readonly field: string;
  /** Whether the outcome came from the record; undefined until the verb was asked for. */
  replayed?: boolean;
  /** What its client was sent the first time, where that is known already. */
  answer?: string | null;
};

/** How verbs are performed for a viewer, one after the other under one key. */
export type Acting = Pick<House, "perform" | "turns">;

type Stored = { fingerprint: string; outcome: { sealed: string }; answer: string | null };

/** The key of a record, as three parameters and the owner: a partner's own, or the house for staff. */
const AT =
  "partner_id = coalesce(?::uuid, (select id from partner where house)) and viewer_id = ? and key = ? and slot = ?";

/**
 * How a repetition is made safe. The record is the transaction's first statement and its outcome rides along with the
 * last, so record and effect are there together or not at all: killed before the commit, the request never happened and
 * its key is free again; killed after it, a repetition finds the outcome. Who comes second waits on the record's unique
 * key until the first commits or is gone: there is no lease to expire and nothing to clean up after a crash.
 *
 * What the client is sent is known only once its selection was read, after the commit: `agreeOnAnswer` keeps it then.
 * Killed in between, nobody has seen an answer; the repetition makes one from the outcome, and that one is kept.
 *
 * Both are kept closed by the credential that asked, which the desk does not keep: an answer may hold a secret that is
 * told nowhere else, and nothing in the database lets anybody in.
 */
export const performOnce = <T>(
  acting: Acting,
  visitor: Visitor,
  effect: Effect,
  act: (desk: Desk) => Promise<T>,
): Promise<T> =>
  inTurn(acting, visitor, effect, () =>
    acting.perform(visitor.viewer, (desk) => claimAndAct(desk, visitor, effect, act)),
  );

/**
 * The same for what is done by steps of its own and is harmless to repeat: its outcome is kept after it. Killed in
 * between, a repetition does it again.
 */
export const repeatOnce = <T>(acting: Acting, visitor: Visitor, effect: Effect, act: () => Promise<T>): Promise<T> =>
  inTurn(acting, visitor, effect, async () => {
    const known = await acting.perform(visitor.viewer, (desk) => replay<T>(desk, visitor, effect));
    if (known) return known.value;
    const outcome = await act(); // in no transaction: what it does may open its own
    return acting.perform(visitor.viewer, (desk) => claimAndAct(desk, visitor, effect, async () => outcome));
  });

async function inTurn<T>({ turns }: Acting, { viewer }: Visitor, effect: Effect, act: () => Promise<T>): Promise<T> {
  try {
    return await turns.take(`${viewer.id} ${effect.key}`, act);
  } catch (error) {
    if (error instanceof StillInProgress || (error as { code?: string }).code === "55P03")
      throw conflict("A request with this idempotency key is still in progress: send it again in a while.");
    throw error;
  }
}

const placeOf = ({ viewer }: Desk, { key, slot }: Effect) => [viewer.partnerId, viewer.id, key, slot];

async function claimAndAct<T>(
  desk: Desk,
  visitor: Visitor,
  effect: Effect,
  act: (desk: Desk) => Promise<T>,
): Promise<T> {
  const at = placeOf(desk, effect);
  // the limit on waiting is for this statement alone: set before its insert, and taken back with the row
  const claimed = await desk.em.execute<object[]>(
    `with patience as materialized (select set_config('lock_timeout', ?, true))
     insert into idempotency_record as r (partner_id, viewer_id, key, slot, fingerprint, kept_until)
     select coalesce(?::uuid, (select id from partner where house)), ?::uuid, ?, ?::int, ?, ?::timestamptz from patience
     on conflict (partner_id, viewer_id, key, slot) do update
       set fingerprint = excluded.fingerprint, outcome = null, answer = null, kept_until = excluded.kept_until
       where r.kept_until <= ?::timestamptz
     returning set_config('lock_timeout', '0', true)`,
    [
      String(PATIENCE_MS),
      ...at,
      effect.fingerprint,
      instantText((desk.now + KEPT_SECONDS) as Instant),
      instantText(desk.now),
    ],
  );
  if (claimed.length === 0) return ((await replay<T>(desk, visitor, effect)) as { value: T }).value;
  effect.replayed = false;
  const outcome = await act(desk);
  desk.append(`update idempotency_record set outcome = ?::jsonb where ${AT}`, [
    JSON.stringify({ sealed: visitor.seal.close(JSON.stringify({ value: outcome })) }),
    ...at,
  ]);
  return outcome;
}

/** What was done under the key, or null when nothing was or its time is over. */
async function replay<T>(desk: Desk, { seal }: Visitor, effect: Effect): Promise<{ value: T } | null> {
  const [stored] = await desk.em.execute<Stored[]>(
    `select fingerprint, outcome, answer from idempotency_record where ${AT} and kept_until > ?::timestamptz`,
    [...placeOf(desk, effect), instantText(desk.now)],
  );
  if (!stored) return null;
  if (stored.fingerprint !== effect.fingerprint)
    throw new GraphQLError("This idempotency key was used for another request: take a new one for each.", {
      extensions: { code: "IDEMPOTENCY_MISMATCH" },
    });
  effect.replayed = true;
  effect.answer = stored.answer && seal.open(stored.answer);
  return JSON.parse(seal.open(stored.outcome.sealed));
}

/**
 * Keeps the first answer that was made and returns it: whoever was faster, everybody is sent the same.
 */
export async function agreeOnAnswer(
  house: House,
  { viewer, seal }: Visitor,
  effect: Effect,
  made: string,
): Promise<string> {
  if (effect.answer) return effect.answer;
  const [kept] = await house.read<{ answer: string }>(viewer, {
    name: "keep-answer",
    text: `update idempotency_record set answer = coalesce(answer, $1)
            where partner_id = coalesce($2::uuid, (select id from partner where house)) and viewer_id = $3 and key = $4
              and slot = $5 and fingerprint = $6 returning answer`,
    values: [seal.close(made), viewer.partnerId, viewer.id, effect.key, effect.slot, effect.fingerprint],
  });
  return kept ? seal.open(kept.answer) : made;
}
