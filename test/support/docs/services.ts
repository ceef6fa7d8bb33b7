import type { Fence } from "../../../schema/docs/fences.ts";
import { eventually } from "../eventually.ts";
import { differencesOfMessage, readRequest } from "./http.ts";
import { asShown, type Outcome } from "./outcome.ts";
import { startExample } from "./programs.ts";
import { sameText } from "./same.ts";
import type { Stage } from "./stage.ts";

/** Starts a program that goes on while the guide does; it has begun once it prints something. */
export async function service(run: Stage, program: Fence): Promise<Outcome> {
  const name = `service-${process.pid}-${program.lines[0]}`;
  const running = startExample("typescript", name, run.names.toActual(program.text));
  run.services.push(running);
  await eventually(running.printed, (text) => text.length > 0);
  return { wrong: /Error/.test(running.printed()) ? [running.printed()] : [] };
}

/** What the guide's programs print next, waited for. */
export async function printed(run: Stage, shown: Fence): Promise<Outcome> {
  const lines = shown.text.trim().split("\n");
  const next = () =>
    run.services
      .map((running) => running.printed())
      .join("")
      .split("\n")
      .slice(run.shown);
  const came = await eventually(next, (all) => all.length > lines.length, 15_000).catch(next);
  const text = came.slice(0, lines.length).join("\n");
  run.shown += lines.length;
  return {
    wrong: sameText(lines.join("\n"), text, run.names) ? [] : [`it printed: ${came.join("\n")}`],
    fence: shown,
    instead: `${run.names.toShown(came.join("\n")).trim()}\n`,
  };
}

/** The last message of its type that arrived at the receiver. */
export async function arrived(run: Stage, shown: Fence): Promise<Outcome> {
  const expected = readRequest(shown.text);
  const { type } = shown.settings;
  const message = await eventually(
    () => run.receiver.arrived.findLast(({ body }) => JSON.parse(body).type === type),
    (one) => one !== undefined,
  );
  if (!message) return { wrong: [`no ${type} arrived`] };
  const head = [
    `POST ${message.path} HTTP/1.1`,
    ...Object.keys(expected.headers).map(
      (name) => `${name}: ${run.names.toShown(message.headers[name.toLowerCase()] ?? "")}`,
    ),
  ];
  return {
    wrong: differencesOfMessage(expected, message, run.names),
    fence: shown,
    instead: `${head.join("\n")}${expected.body && `\n\n${asShown(JSON.parse(message.body), run.names, expected.body)}`}\n`,
  };
}
