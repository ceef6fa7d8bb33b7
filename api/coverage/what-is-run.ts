import type { Product } from "../core/coverage-policy/products.ts";
import type { Instant } from "../core/time.ts";
import type { Context } from "../platform/context.ts";
import { type RunQuestion, whatIsRun } from "./list-devices.sql.ts";
import { manufacturerData } from "./manufacturer-data.ts";
import { type Answer, answerTo } from "./support-standing.ts";

export type AnsweredRun = Omit<RunQuestion, "edition"> & Answer;

/** What is run by the devices that the viewer may see, each once, and what the manufacturer data says of it. */
export async function answeredRuns(context: Context, now: Instant): Promise<AnsweredRun[]> {
  const questions = await context.read<RunQuestion>(whatIsRun(now));
  const read = (text: string) => context.house.readAsDesk<{ facts: Product }>({ text, values: [] });
  const products = await manufacturerData(questions[0]?.edition ?? null, read);
  return questions.map(({ edition: _, ...question }) => ({ ...question, ...answerTo(question, products) }));
}
