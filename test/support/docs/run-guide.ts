import type { Tokens } from "../../../api/app/sign-ins.ts";
import type { Example } from "../../../schema/docs/examples.ts";
import type { Fence } from "../../../schema/docs/fences.ts";
import type { TestDesk } from "../desk.ts";
import { differencesOfHttp, readRequest, readResponse } from "./http.ts";
import { layOut } from "./lay-out.ts";
import { runExample } from "./programs.ts";
import { differences, Names, sameText } from "./same.ts";
import { talk } from "./talk.ts";

/** What an example showed wrongly, and what should stand there instead. */
export type Outcome = { readonly wrong: readonly string[]; readonly fence?: Fence; readonly instead?: string };

/** The client that most guides speak of. */
const LUMEN_LAW = "cli_019ad3b2f6c07f0e8a1c5d9e3b7a4f21";

/** Runs the examples of one guide, one after the other, on one desk. */
export class GuideRun {
  readonly #desk: TestDesk;
  readonly #names = new Names();
  #n = 0;

  constructor(desk: TestDesk) {
    this.#desk = desk;
    const { port } = new URL(desk.origin);
    // the guides name the address of a demo, and say what to put a token for
    this.#names.bind("127.0.0.1:4000", `127.0.0.1:${port}`);
    this.#names.bind("YOUR_TOKEN", desk.tokens.partner);
    this.#names.bind(LUMEN_LAW, desk.clientId);
    for (const who of ["technician", "manager", "requester", "monitoring", "wall"] as const)
      this.#names.bind(`${who.toUpperCase()}_TOKEN`, desk.tokens[who]);
  }

  async run(example: Example): Promise<Outcome> {
    this.#n += 1;
    switch (example.kind) {
      case "not-run":
        return { wrong: [] };
      case "meanwhile":
        return this.#meanwhile(example.query);
      case "graphql":
        return this.#ask(example.query, example.variables, example.answer);
      case "http":
        return this.#http(example.request, example.answer);
      case "socket":
        return { wrong: await talk(this.#desk.wsUrl, example.talk.text, this.#names) };
      default:
        return this.#program(example.kind, example.program, example.output);
    }
  }

  #post(query: Fence, variables: Fence | null) {
    const who = (query.settings["as"] ?? "partner") as keyof Tokens;
    const given = variables && JSON.parse(this.#names.toActual(variables.text));
    return this.#desk.gql(who, this.#names.toActual(query.text), given ?? undefined);
  }

  async #meanwhile(query: Fence): Promise<Outcome> {
    const { travel } = query.settings;
    if (travel) await this.#desk.travel(travel);
    if (!query.text.trim()) return { wrong: [] };
    const { data, errors } = await this.#post(query, null);
    const refused = Object.values(data ?? {}).flatMap((payload) => (payload as any)?.userErrors ?? []);
    return { wrong: errors || refused.length > 0 ? [JSON.stringify(errors ?? refused)] : [] };
  }

  async #ask(query: Fence, variables: Fence | null, answer: Fence | null): Promise<Outcome> {
    const came = await this.#post(query, variables);
    if (!answer) return came.errors ? { wrong: [JSON.stringify(came.errors)] } : { wrong: [] };
    return this.#compareJson(answer, came);
  }

  #compareJson(shown: Fence, came: unknown): Outcome {
    const wrong = differences(readOr(shown.text), came, this.#names);
    return { wrong, fence: shown, instead: `${layOut(JSON.parse(this.#names.toShown(JSON.stringify(tidy(came)))))}\n` };
  }

  async #http(request: Fence, answer: Fence | null): Promise<Outcome> {
    const { method, path, headers, body } = readRequest(this.#names.toActual(request.text));
    const response = await fetch(this.#desk.origin + path, { method, headers, ...(body && { body }) });
    const came = { status: response.status, headers: response.headers, text: await response.text() };
    if (!answer) return { wrong: response.ok ? [] : [`it was answered ${came.status}: ${came.text}`] };
    const shown = readResponse(answer.text);
    const wrong = differencesOfHttp(shown, came, this.#names);
    const head = [
      `HTTP/1.1 ${came.status} ${response.statusText}`,
      ...shown.headers.map(([name]) => `${name}: ${this.#names.toShown(came.headers.get(name) ?? "")}`),
    ];
    const json = shown.body
      ? `\n\n${layOut(JSON.parse(this.#names.toShown(JSON.stringify(tidy(JSON.parse(came.text))))))}`
      : "";
    return { wrong, fence: answer, instead: `${head.join("\n")}${json}\n` };
  }

  async #program(kind: "shell" | "typescript", program: Fence, output: Fence | null): Promise<Outcome> {
    const printed = await runExample(kind, `example-${process.pid}-${this.#n}`, this.#names.toActual(program.text));
    if (!output) return { wrong: [] };
    if (output.language === "json") return this.#compareJson(output, JSON.parse(printed));
    const wrong = sameText(output.text.trim(), printed.trim(), this.#names) ? [] : [`it printed: ${printed}`];
    return { wrong, fence: output, instead: `${this.#names.toShown(printed).trim()}\n` };
  }
}

function readOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `no JSON: ${text}`;
  }
}

/** An answer as it is shown: without what is told of every answer elsewhere. */
function tidy(came: any): unknown {
  const { extensions: _everywhere, errors, ...rest } = came ?? {};
  const shown = errors?.map(({ locations: _where, extensions: { requestId: _id, ...known }, ...error }: any) => ({
    ...error,
    extensions: known,
  }));
  return Array.isArray(came) || typeof came !== "object" ? came : { ...(shown && { errors: shown }), ...rest };
}
