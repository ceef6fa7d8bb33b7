import { describe, expect, test } from "vitest";
import { faults } from "./breaking.ts";

const published = `
  type Query { ticket(id: ID!, order: Order = ASC): Ticket, old: String @deprecated(reason: "Use ticket. Removed on 2027-11-24.") }
  type Ticket { id: ID!, subject: String! }
  enum Order { ASC DESC }
  input By { id: ID, number: Int }
`;
const today = "2026-11-24";
const after = (from: string, to: string, on = today) => {
  expect(published).toContain(from);
  return faults(published, published.replace(from, to), on);
};

describe("what was published stays", () => {
  test("the same contract has no fault, and neither has one that only grew", () => {
    expect(faults(published, published, today)).toEqual([]);
    expect(after("subject: String!", "subject: String! description: String")).toEqual([]);
    expect(after("ASC DESC", "ASC DESC RANDOM")).toEqual([]);
    expect(after("id: ID!, order", "id: ID!, asOf: String, order")).toEqual([]);
  });

  test.each([
    ["a field goes", "subject: String!", "", /Ticket\.subject was removed/],
    ["a field may be null", "subject: String!", "subject: String", /changed type/],
    ["an argument goes", ", order: Order = ASC", "", /arg order was removed/],
    ["an argument is required", "(id: ID!,", "(id: ID!, who: ID!,", /required arg who/],
    ["a default changes", "Order = ASC", "Order = DESC", /defaultValue/],
    ["a value goes", "ASC DESC", "ASC", /DESC was removed/],
    ["an input becomes exclusive", "input By", "input By @oneOf", /became @oneOf/],
  ])("%s: the build fails and says so", (_, from, to, said) => {
    expect(after(from, to).join("\n")).toMatch(said);
  });
});

describe("what is to go is announced", () => {
  const field = "id: ID!, subject: String!";
  const deprecated = (reason: string) => `id: ID!, subject: String! @deprecated(reason: "${reason}")`;
  test.each([
    ["twelve months ahead", "Use title. Removed on 2027-11-24.", ""],
    ["a day too early", "Use title. Removed on 2027-11-23.", "twelve months"],
    ["without a date", "Use title.", "without the date"],
  ])("%s", (_, reason, said) => {
    const found = after(field, deprecated(reason));
    if (said) expect(found.join()).toContain(said);
    else expect(found).toEqual([]);
  });

  test("and goes on its day, not before; its date is not brought forward", () => {
    const old = `, old: String @deprecated(reason: "Use ticket. Removed on 2027-11-24.")`;
    expect(after(old, "", "2027-11-23").join()).toContain("Query.old was removed");
    expect(after(old, "", "2027-11-24")).toEqual([]);
    expect(after("2027-11-24", "2027-06-01", "2026-12-24").join()).toContain("twelve months");
    expect(faults(published, published, "2027-11-01"), "as the day comes near, nothing is wrong").toEqual([]);
  });
});
