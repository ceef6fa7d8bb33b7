import type { Example } from "../../../schema/docs/examples.ts";
import type { Fence } from "../../../schema/docs/fences.ts";
import type { TestDesk } from "../desk.ts";
import { ask, askOverHttp, meanwhile } from "./ask.ts";
import { docsDesk } from "./docs-desk.ts";
import { type Outcome, sameJson } from "./outcome.ts";
import { type Running, runExample } from "./programs.ts";
import { Receiver } from "./receiver.ts";
import { Names, sameText } from "./same.ts";
import { arrived, printed, service } from "./services.ts";
import type { Stage } from "./stage.ts";
import { talk } from "./talk.ts";

/** The client that most guides speak of. */
const LUMEN_LAW = "cli_019ad3b2f6c07f0e8a1c5d9e3b7a4f21";

/** Runs the examples of one guide, one after the other, on one desk. */
export class GuideRun implements Stage {
  readonly desk: TestDesk;
  readonly receiver: Receiver;
  readonly names = new Names();
  readonly services: Running[] = [];
  /** How much of what its services printed a guide has shown. */
  shown = 0;
  #n = 0;

  private constructor(desk: TestDesk, receiver: Receiver) {
    this.desk = desk;
    this.receiver = receiver;
    // the guides name the address of a demo, and say what to put a token for
    this.names.bind("127.0.0.1:4000", new URL(desk.origin).host);
    this.names.bind("localhost:3000", receiver.address);
    this.names.bind("listen(3000", `listen(${receiver.behind}`);
    this.names.bind("YOUR_TOKEN", desk.tokens.partner);
    this.names.bind(LUMEN_LAW, desk.clientId);
  }

  static async begin(): Promise<GuideRun> {
    const receiver = await Receiver.start();
    return new GuideRun(await docsDesk([receiver.address]), receiver);
  }

  async end(): Promise<void> {
    for (const { child, ended } of this.services) {
      child.kill();
      await ended;
    }
    await this.desk.close();
    await this.receiver.close();
  }

  async run(example: Example): Promise<Outcome> {
    this.#n += 1;
    // what the last example did has been told to everybody before the next begins
    await this.desk.gql("manager", "mutation { setClock(input: {}) { userErrors { code } } }");
    switch (example.kind) {
      case "not-run":
        return { wrong: [] };
      case "meanwhile":
        return meanwhile(this, example.query);
      case "graphql":
        return ask(this, example.query, example.variables, example.answer);
      case "http":
        return askOverHttp(this, example.request, example.answer);
      case "socket":
        return { wrong: await talk(this.desk.wsUrl, example.talk.text, this.names) };
      case "service":
        return service(this, example.program);
      case "printed":
        return printed(this, example.shown);
      case "arrived":
        return arrived(this, example.shown);
      default:
        return this.#program(example.kind, example.program, example.output);
    }
  }

  async #program(kind: "shell" | "typescript", program: Fence, output: Fence | null): Promise<Outcome> {
    const told = await runExample(kind, `example-${process.pid}-${this.#n}`, this.names.toActual(program.text));
    if (!output) return { wrong: [] };
    if (output.language === "json") return sameJson(output, JSON.parse(told), this.names);
    const wrong = sameText(output.text.trim(), told.trim(), this.names) ? [] : [`it printed: ${told}`];
    return { wrong, fence: output, instead: `${this.names.toShown(told).trim()}\n` };
  }
}
