import { expect, test } from "vitest";
import { outcomeOf } from "./smtp.ts";

const said = (more: object) => outcomeOf(Object.assign(new Error("said"), more));

test.each([
  [
    "an address that does not exist",
    { code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response: "550 no such user" },
  ],
  ["a letter that is not wanted", { code: "EMESSAGE", command: "DATA", responseCode: 554, response: "554 spam" }],
  ["an address that is none", { code: "EENVELOPE", command: "API" }],
])("%s comes back", (_, error) => expect(said(error).kind).toBe("REFUSED"));

test.each([
  ["a server that is down", { code: "ECONNREFUSED", command: "CONN" }],
  ["a server that is busy", { code: "EENVELOPE", command: "RCPT TO", responseCode: 451, response: "451 later" }],
  [
    "a login that fails is ours to mend",
    { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, response: "535 no" },
  ],
  [
    "so is a sender that may not send",
    { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553, response: "553 no" },
  ],
  ["and a certificate that is not trusted", { code: "ETLS", command: "STARTTLS" }],
])("%s: the letter waits", (_, error) => expect(said(error).kind).toBe("NOT_NOW"));

test("a server's words stand on one line", () => {
  expect(said({ code: "EMESSAGE", responseCode: 550, response: "550-no\r\n550 such\tuser" })).toEqual({
    kind: "REFUSED",
    error: "550-no 550 such user",
  });
});
