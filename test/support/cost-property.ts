import { quantile, random } from "../load/figures.ts";
import type { fullDesk } from "./full-desk.ts";

type Cost = {
  requested: number;
  actual: number;
  throttle: { maximum: number; available: number; restorePerSecond: number };
};
export type Asked = { query: string; variables: object; status: number; code: string | null; cost: Cost | null };

/** Asks generated queries, half as a partner and half as a technician; answers what each cost. */
export async function askGenerated({ desk, query }: Awaited<ReturnType<typeof fullDesk>>, count: number, seed: number) {
  const next = random(seed);
  const asked: Asked[] = [];
  const one = async (who: "partner" | "technician") => {
    const body = query(who, next);
    const response = await fetch(desk.url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${desk.tokens[who]}` },
      body: JSON.stringify(body),
    });
    const { errors, extensions } = (await response.json()) as any;
    const code = errors?.[0]?.extensions.code ?? null;
    asked.push({ ...body, status: response.status, code, cost: extensions?.cost ?? null });
  };
  for (let done = 0; done < count; done += 4)
    await Promise.all([one("partner"), one("technician"), one("partner"), one("technician")]);
  return asked;
}

/** Whether costs were told, kept to, and honest: of those that ran, how much of what was requested was charged. */
export function judge(asked: readonly Asked[]) {
  const untold = asked.filter((a) => a.cost === null);
  const dearer = asked.filter((a) => a.cost && a.cost.actual > a.cost.requested);
  const ran = asked.filter((a) => a.cost && a.code === null);
  const shares = ran.map((a) => (a.cost as Cost).actual / (a.cost as Cost).requested);
  const codes: Record<string, number> = {};
  for (const { code } of asked) codes[code ?? "OK"] = (codes[code ?? "OK"] ?? 0) + 1;
  return { untold, dearer, ran: ran.length, codes, median: quantile(shares, 0.5), p10: quantile(shares, 0.1) };
}
