import { type Fence, fencesOf } from "./fences.ts";

/** Something a guide shows being done, with what comes of it. */
export type Example =
  | { readonly kind: "graphql"; readonly query: Fence; readonly variables: Fence | null; readonly answer: Fence | null }
  | { readonly kind: "http"; readonly request: Fence; readonly answer: Fence | null }
  | { readonly kind: "shell" | "typescript"; readonly program: Fence; readonly output: Fence | null }
  | { readonly kind: "socket"; readonly talk: Fence }
  /** A program that goes on while the guide does; what it prints later; a message that a receiver is sent. */
  | { readonly kind: "service"; readonly program: Fence }
  | { readonly kind: "printed" | "arrived"; readonly shown: Fence }
  /** What others do in between: not shown, but done. */
  | { readonly kind: "meanwhile"; readonly query: Fence }
  | { readonly kind: "not-run"; readonly shown: Fence; readonly reason: string };

const programs: { readonly [language: string]: "shell" | "typescript" } = { sh: "shell", ts: "typescript" };

/** Reads the fences of a guide as examples. Throws at a block of which nobody would know whether it is true. */
export function examplesOf(guide: string, text: string): Example[] {
  const left = fencesOf(text);
  const examples: Example[] = [];
  const next = (word: string) => (left[0]?.words.includes(word) ? (left.shift() as Fence) : null);
  for (let fence = left.shift(); fence; fence = left.shift()) {
    const { language, words, settings } = fence;
    const reason = settings["not-run"];
    if (reason) examples.push({ kind: "not-run", shown: fence, reason });
    else if (language === "graphql")
      examples.push({ kind: "graphql", query: fence, variables: next("variables"), answer: next("answer") });
    else if (words.includes("printed")) examples.push({ kind: "printed", shown: fence });
    else if (words.includes("arrived")) examples.push({ kind: "arrived", shown: fence });
    else if (words.includes("service")) examples.push({ kind: "service", program: fence });
    else if (language === "http") examples.push({ kind: "http", request: fence, answer: next("answer") });
    else if (programs[language]) examples.push({ kind: programs[language], program: fence, output: next("output") });
    else if (language === "socket") examples.push({ kind: "socket", talk: fence });
    else if (language === "meanwhile") examples.push({ kind: "meanwhile", query: fence });
    else
      throw new Error(
        `${guide}, line ${fence.lines[0]}: a block of ${language} is no example. Give it not-run="why" if it shows none.`,
      );
  }
  return examples;
}

/** The block that an example begins with. */
export function fenceOf(example: Example): Fence {
  switch (example.kind) {
    case "graphql":
    case "meanwhile":
      return example.query;
    case "http":
      return example.request;
    case "socket":
      return example.talk;
    case "not-run":
    case "printed":
    case "arrived":
      return example.shown;
    default:
      return example.program;
  }
}
