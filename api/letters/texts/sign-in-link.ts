import type { Block } from "../blocks.ts";
import type { LetterFacts, Links } from "../letter-facts.ts";

import { hello } from "./phrases.ts";

export const signInLink = ({ name }: Extract<LetterFacts, { kind: "SIGN_IN_LINK" }>, { own }: Links): Block[] => [
  hello(name),
  ...(own ? [{ says: "this link signs you in. It works once, for 15 minutes:", link: own }] : []),
  "If you did not ask for it, you need do nothing: without it nobody gets in.",
];
