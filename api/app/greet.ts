import type { DemoSignIn } from "./http/demo-sign-ins.ts";

type Greeting = {
  addresses: { url: string; wsUrl: string; boardUrl: string };
  signIns: readonly DemoSignIn[] | null;
  demo: boolean;
  sandbox: boolean;
  where: string;
  /** Whether letters are kept for reading. */
  catchesMail: boolean;
  began: number;
};

/** What a person reads when the desk serves: where to look, and as whom. */
export function greet({ addresses, signIns, demo, sandbox, where, catchesMail, began }: Greeting): void {
  const origin = new URL(addresses.url).origin;
  const kind = sandbox ? "a sandbox" : demo ? "a demo desk" : "a desk";
  const lines = [
    `Watchdesk serves ${kind} (${((performance.now() - began) / 1000).toFixed(1)} s, ${where})`,
    "",
    `  board    ${addresses.boardUrl}`,
    `  GraphQL  ${addresses.url}   (subscriptions on the same address)`,
  ];
  if (catchesMail) lines.push(`  mails    ${origin}/mails   (as a manager; none leaves this machine)`);
  if (signIns) {
    lines.push(
      "",
      "  Ready-made sign-ins, for trying it out; open a link, or send the token as Authorization: Bearer <token>",
      "",
    );
    for (const { kind: who, name, token, home } of signIns)
      lines.push(`  ${who.toLowerCase().padEnd(11)} ${name}`, `              ${origin}${home}#token=${token}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
