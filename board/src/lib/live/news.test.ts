import { describe, expect, it } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { know, news } from "./news.ts";
import { exampleRow } from "./row.fixture.ts";

const row = exampleRow();
const other = exampleRow({ ticketId: "t2", number: 4793, client: "Harbor & Pine" });
const known = (rows: readonly (typeof row)[], now = "Mon 14:32", stale = false) => know(rows, stale, at(now));

describe("what is said aloud", () => {
  it("a new urgent ticket, once", () => {
    expect(news(known([row]), known([row, other]), [row, other])).toBe("New urgent: 4793, Harbor & Pine.");
    expect(news(known([row, other]), known([row, other]), [row, other])).toBe("");
  });

  it("a breach, in the second after due", () => {
    expect(news(known([row]), known([row], "Mon 14:38"), [row])).toBe("");
    expect(news(known([row]), known([row], "Mon 14:38:01"), [row])).toBe("Breached: 4792, Alder Clinic.");
  });

  it("a board that died, and that it is live again", () => {
    expect(news(known([row]), known([row], "Mon 14:33", true), [row])).toBe("This board is not live.");
    expect(news(known([row], "Mon 14:33", true), known([row], "Mon 14:34"), [row])).toBe("This board is live again.");
  });

  it("nothing when a standard ticket comes or any ticket leaves", () => {
    const standard = exampleRow({ ticketId: "t3", priority: { code: "standard", name: "Standard", rank: 2 } });
    expect(news(known([row]), known([row, standard]), [row, standard])).toBe("");
    expect(news(known([row, other]), known([row]), [row])).toBe("");
  });
});
