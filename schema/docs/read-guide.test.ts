import { describe, expect, test } from "vitest";
import { addressIn } from "./blocks.ts";
import { examplesOf } from "./examples.ts";
import { listGuides } from "./list-guides.ts";
import { readGuide } from "./read-guide.ts";
import { slug } from "./slug.ts";

const setting = {
  highlight: (text: string) => `<pre>${text}</pre>`,
  addressOf: (name: string) => (name === "Ticket" ? "/docs/reference/objects/Ticket" : null),
  guides: ["paging", "errors"],
};
const read = (text: string) => readGuide("paging", text, setting);

describe("a guide", () => {
  test("has a title, headings with anchors, and a text for the search", () => {
    const guide = read("# Paging\n\nAll lists.\n\n## Walk `Ticket` lists\n\nOne by one.\n");
    expect(guide).toMatchObject({ title: "Paging", summary: "All lists." });
    expect(guide.headings).toEqual([{ depth: 2, text: "Walk Ticket lists", id: "walk-ticket-lists" }]);
    expect(guide.sections[1]).toEqual({ heading: "Walk Ticket lists", id: "walk-ticket-lists", text: "One by one. " });
  });

  test("leads from names of the contract to the reference, but not from inside a link", () => {
    expect(read("# A\n\nA `Ticket`.").html).toContain(
      '<a href="/docs/reference/objects/Ticket"><code>Ticket</code></a>',
    );
    expect(read("# A\n\n[A `Ticket`](errors.md)").html).toContain('<a href="/docs/errors">A <code>Ticket</code></a>');
  });

  test("shows a query, its variables and its answer as one, and fills the explorer with them", () => {
    const guide = read(
      '# A\n\n```graphql as=manager\n{ a }\n```\n\n```json variables\n{"b":1}\n```\n\n```json answer\n{}\n```\n',
    );
    expect(guide.html.match(/<figure/g)).toHaveLength(1);
    expect(guide.fillings).toEqual({ "paging-1": { query: "{ a }\n", variables: '{"b":1}\n' } });
    expect(guide.html).toContain('href="/docs/explorer?example=paging-1"');
  });

  test("keeps what is for the tests alone to itself, and says what is not run", () => {
    const guide = read(
      '# A\n\n<!-- meanwhile as=technician\n{ a }\n-->\n\n```sh not-run="it does not end"\nnpm start\n```\n',
    );
    expect(guide.html).not.toContain("{ a }");
    expect(guide.html).toContain("Not run by the tests of these pages: it does not end.");
  });

  test("that leads nowhere is refused when it is built", () => {
    expect(() => read("# A\n\n[B](nowhere.md)")).toThrow("nowhere.md");
    expect(addressIn("errors.md#rate_limited", ["errors"], () => null)).toBe("/docs/errors#rate_limited");
    expect(read("# A\n\n[B](../schema.graphql#Ticket)").html).toContain('href="/docs/reference/objects/Ticket"');
    expect(slug("RATE_LIMITED")).toBe("rate_limited");
  });
});

describe("the examples of a guide", () => {
  test("are read in their order, with what belongs to each", () => {
    const text =
      "```graphql\n{ a }\n```\n\nAnswers:\n\n```json answer\n{}\n```\n\n```sh\nls\n```\n\n```text output\na\n```\n";
    expect(examplesOf("a", text)).toMatchObject([
      { kind: "graphql", variables: null, answer: { text: "{}\n", lines: [7, 8] } },
      { kind: "shell", output: { text: "a\n" } },
    ]);
  });

  test("hold no block of which nobody would know whether it is true", () => {
    expect(() => examplesOf("a", "```yaml\na: 1\n```\n")).toThrow("a block of yaml is no example");
  });
});

test("the guides are listed in the order and under the headings of the folder's README", () => {
  expect(listGuides("# Guides\n\n## Begin\n\n- [Getting started](getting-started.md): From nothing.\n")).toEqual([
    { title: "Begin", guides: [{ name: "getting-started", about: "From nothing." }] },
  ]);
});
