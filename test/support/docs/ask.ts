import type { Tokens } from "../../../api/app/sign-ins.ts";
import type { Fence } from "../../../schema/docs/fences.ts";
import { eventually } from "../eventually.ts";
import { differencesOfHttp, readRequest, readResponse } from "./http.ts";
import { asShown, type Outcome, sameJson } from "./outcome.ts";
import type { Mood } from "./receiver.ts";
import type { Stage } from "./stage.ts";

function post({ desk, names }: Stage, query: Fence, variables: Fence | null) {
  const who = (query.settings["as"] ?? "partner") as keyof Tokens;
  const given = variables && JSON.parse(names.toActual(variables.text));
  return desk.gql(who, names.toActual(query.text), given ?? undefined);
}

/** What happens while nobody reads: time goes on, others act, a receiver has a bad day. */
export async function meanwhile(run: Stage, query: Fence): Promise<Outcome> {
  const { travel, receiver, until } = query.settings;
  if (receiver) run.receiver.mood = receiver as Mood;
  if (travel) await run.desk.travel(travel);
  if (!query.text.trim()) return { wrong: [] };
  if (until) {
    await eventually(
      () => post(run, query, null),
      (came) => JSON.stringify(came).includes(until),
      30_000,
    );
    return { wrong: [] };
  }
  const { data, errors } = await post(run, query, null);
  const refused = Object.values(data ?? {}).flatMap((payload) => (payload as any)?.userErrors ?? []);
  return { wrong: errors || refused.length > 0 ? [JSON.stringify(errors ?? refused)] : [] };
}

/** An operation with its answer; with `until=` it is asked again until the answer holds that word. */
export async function ask(run: Stage, query: Fence, variables: Fence | null, answer: Fence | null): Promise<Outcome> {
  const { until } = query.settings;
  const came = await eventually(
    () => post(run, query, variables),
    (answered) => !until || JSON.stringify(answered).includes(until),
    20_000,
  );
  if (!answer) return { wrong: came.errors ? [JSON.stringify(came.errors)] : [] };
  return sameJson(answer, came, run.names);
}

export async function askOverHttp(run: Stage, request: Fence, answer: Fence | null): Promise<Outcome> {
  const { names, desk } = run;
  const { method, path, headers, body } = readRequest(names.toActual(request.text));
  const response = await fetch(desk.origin + path, { method, headers, ...(body && { body }) });
  const came = { status: response.status, headers: response.headers, text: await response.text() };
  if (!answer) return { wrong: response.ok ? [] : [`it was answered ${came.status}: ${came.text}`] };
  const shown = readResponse(answer.text);
  const head = [
    `HTTP/1.1 ${came.status} ${response.statusText}`,
    ...shown.headers.map(([name]) => `${name}: ${names.toShown(came.headers.get(name) ?? "")}`),
  ];
  return {
    wrong: differencesOfHttp(shown, came, names),
    fence: answer,
    instead: `${head.join("\n")}${shown.body && `\n\n${asShown(JSON.parse(came.text), names, shown.body)}`}\n`,
  };
}
