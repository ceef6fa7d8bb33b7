import { expect, test } from "vitest";
import { isMailable } from "./mailable.ts";

const own = ["support@desk.example", "in.desk.example"];

test.each(["dana@northgate.example", "a+b@x.example", "reply@in.desk.example", "norepliers@x.example"])(
  "%s is a person's",
  (address) => expect(isMailable(address, own)).toBe(true),
);

test.each([
  ...[
    "MAILER-DAEMON@x.example",
    "postmaster@x.example",
    "no-reply@x.example",
    "noreply+1@x.example",
    "bounces-17@x.example",
  ],
  ...["Support@Desk.example", "reply+4790-abc@IN.desk.example"],
  ...["", "dana", "@x.example", "dana@", "dana@x.example\r\nBcc: b@c.example", "a b@x.example", "<dana@x.example>"],
])("%j is written to by nobody", (address) => expect(isMailable(address, own)).toBe(false));
