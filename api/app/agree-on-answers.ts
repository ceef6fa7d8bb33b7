import type { GraphQLFormattedError } from "graphql";
import type { Context } from "../platform/context.ts";
import { agreeOnAnswer } from "../platform/idempotency.ts";

export type Result = { data?: Record<string, unknown> | null; errors?: readonly GraphQLFormattedError[] };

/**
 * Replaces what was made for each effect under a key by the answer that is kept of it. An answer with errors is not kept:
 * its repetition is read from the outcome again. Answers whether all that was done had been done before.
 */
export async function agreeOnAnswers(context: Context, result: Result): Promise<boolean> {
  const { effects, house } = context;
  for (const effect of effects) {
    if (effect.replayed === undefined || !result.data || !(effect.field in result.data)) continue;
    const faults = result.errors?.some((error) => error.path?.[0] === effect.field);
    if (faults && !effect.answer) continue;
    const kept = await agreeOnAnswer(house, context, effect, JSON.stringify(result.data[effect.field]));
    result.data[effect.field] = JSON.parse(kept);
  }
  return effects.length > 0 && effects.every((effect) => effect.replayed);
}
