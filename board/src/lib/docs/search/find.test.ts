import { describe, expect, it } from "vitest";
import { createSearch, partsOf } from "./find.ts";

const entry = (title: string, of: string, text = "") => ({ title, of, path: `/docs/${title}`, text });
const search = createSearch([
  entry("Getting started", "Guide", "From nothing to a ticket"),
  entry("createTicket", "Mutation", "Opens a ticket"),
  entry("Ticket", "Object", "A request for support"),
  entry("Ticket.priority", "Field", "Its priority"),
  entry("setPriority", "Mutation", "Sets a priority by hand"),
  entry("RATE_LIMITED", "Errors", "Your budget is used up"),
  entry("SlaClock.remainingSeconds", "Field", "Counted seconds left"),
]);
const titles = (asked: string) => search(asked).map(({ title }) => title);

describe("the search of the docs", () => {
  it("puts what is called just so first, then members of that name", () => {
    expect(titles("ticket")[0]).toBe("Ticket");
    expect(titles("priority")[0]).toBe("Ticket.priority");
  });

  it("finds names by their parts and by their beginnings", () => {
    expect(titles("remaining seconds")).toEqual(["SlaClock.remainingSeconds"]);
    expect(titles("rate")).toContain("RATE_LIMITED");
    expect(titles("creat")[0]).toBe("createTicket");
    expect(partsOf("createTicket")).toEqual(["createticket", "create", "ticket"]);
  });

  it("forgives a slip, and finds nothing for nothing", () => {
    expect(titles("priorty")).toContain("setPriority");
    expect(titles("zzz")).toEqual([]);
  });
});
