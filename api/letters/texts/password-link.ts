import { type Block, oneLine } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";
import { hello } from "./phrases.ts";

export const passwordLink = (
  { name, by, invited }: Extract<LetterFacts, { kind: "SET_PASSWORD_LINK" }>,
  { own }: Links,
): Block[] => [
  hello(name),
  invited
    ? `${oneLine(by)} invites you to work at this desk. You sign in with the address to which this letter goes, and a password.`
    : `${oneLine(by)} made you a link to set a new password. The old one goes on until you use it.`,
  ...(own ? [{ says: "By this link you set your password. It works once, for 24 hours:", link: own }] : []),
  invited
    ? "If you do not know what this is about, you need do nothing: without the link nobody gets in."
    : "If you did not ask for it, tell whoever manages the desk.",
];
