import { describe, expect, it } from "vitest";
import { exampleRow } from "../live/row.fixture.ts";
import { at } from "../time/as-on-the-wall.ts";
import { type Heard, listen, newEar } from "./sound-rule.ts";

const row = (id: string, more: Parameters<typeof exampleRow>[0] = {}) => exampleRow({ ticketId: id, ...more });
/** Urgent tickets of Mon 13:38, due at 14:38: `old` is on the wall from the beginning. */
const old = row("old");
const stranded = row("new", { createdAt: "2026-11-23T14:33:00Z" });
const standard = { priority: { code: "standard", name: "Standard", rank: 2 } };

type Look = Partial<Omit<Heard, "now">> & { readonly when: string };
/** What sounds at each look; without saying otherwise, desk time and machine time go alike. */
function hear(...looks: readonly Look[]) {
  let ear = newEar;
  return looks.map(({ when, ...more }) => {
    const now = at(`Mon ${when}`);
    const heard = listen(ear, { rows: [old], machine: now, live: true, open: true, ...more, now });
    ear = heard.ear;
    return heard.chime;
  });
}
const learnt: Look = { when: "14:33" };

describe("what sounds on a wall", () => {
  it("a new urgent ticket that nobody has, once", () => {
    const rows = [old, stranded];
    expect(hear(learnt, { when: "14:33:02", rows }, { when: "14:33:03", rows }, { when: "14:33:04", rows })).toEqual([
      null,
      "urgent",
      null,
      null,
    ]);
  });

  it("nothing for one that somebody has already, or for a standard one", () => {
    expect(hear(learnt, { when: "14:33:02", rows: [old, { ...stranded, assignee: "Maya" }] })).toEqual([null, null]);
    expect(hear(learnt, { when: "14:33:02", rows: [old, { ...stranded, ...standard }] })).toEqual([null, null]);
  });

  it("a ticket of the wall that becomes urgent", () => {
    const before = row("low", standard);
    expect(hear({ when: "14:33", rows: [before] }, { when: "14:33:02", rows: [row("low")] })).toEqual([null, "urgent"]);
  });

  it("a breach, in the second after due, also of what somebody has", () => {
    const rows = [{ ...old, assignee: "Maya" }];
    const looks = ["14:37:59", "14:38", "14:38:01", "14:38:02"].map((when) => ({ when, rows }));
    expect(hear(...looks)).toEqual([null, null, "breach", null]);
  });

  it("a breach that comes up from below the wall's last row as it happens", () => {
    const from = (due: string) => ({
      ...row("below", { due: at(`Mon ${due}`) }),
      reading: { ...old.reading, remaining: -1 },
    });
    const calm = exampleRow({ ticketId: "old" }, { remaining: 7_200 });
    expect(hear({ when: "14:33", rows: [calm] }, { when: "14:33:05", rows: [from("14:33:04"), calm] })[1]).toBe(
      "breach",
    );
    expect(hear({ when: "14:33", rows: [calm] }, { when: "14:33:05", rows: [from("11:20"), calm] })[1]).toBe(null);
  });

  it("an old urgent ticket that comes into view again is no news", () => {
    expect(hear(learnt, { when: "14:33:02", rows: [old, row("older")] })).toEqual([null, null]);
  });

  it("nothing when tickets leave", () => {
    expect(hear({ when: "14:33", rows: [old, stranded] }, { when: "14:33:02", rows: [] })).toEqual([null, null]);
  });
});

describe("when it is silent", () => {
  it("at the first picture", () => {
    expect(hear({ when: "14:39", rows: [old, stranded] })).toEqual([null]);
  });

  it("at the picture after an absence, and not after it either", () => {
    const rows = [old, stranded];
    expect(hear(learnt, { when: "14:34", live: false }, { when: "14:40", rows }, { when: "14:40:01", rows })).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it("when the browser slept, and nobody looked meanwhile", () => {
    expect(hear(learnt, { when: "14:33:16", rows: [old, stranded] })).toEqual([null, null]);
    expect(hear(learnt, { when: "14:33:15", rows: [old, stranded] })).toEqual([null, "urgent"]);
  });

  it("while the doors are closed; what came then does not sound at opening", () => {
    const rows = [old, stranded];
    expect(
      hear({ ...learnt, open: false }, { when: "14:33:02", rows, open: false }, { when: "14:33:04", rows }),
    ).toEqual([null, null, null]);
  });
});

describe("at most one sound in a minute", () => {
  const second = row("second", { createdAt: "2026-11-23T14:33:20Z" });
  const minute = (rows: Heard["rows"]): Look[] =>
    Array.from({ length: 60 }, (_, s) => ({
      when: `14:33:${String(s).padStart(2, "0")}`,
      rows: [old, stranded, ...(s >= 20 ? rows : [])],
    }));

  it("what happens within it sounds at its end, once", () => {
    const looks = [
      { when: "14:32:59" },
      ...minute([second]),
      { when: "14:34", rows: [old, stranded, second] },
      { when: "14:34:01", rows: [old, stranded, second] },
    ];
    const sounds = hear(...looks).flatMap((chime, i) => (chime ? [`${looks[i]?.when} ${chime}`] : []));
    expect(sounds).toEqual(["14:33:00 urgent", "14:34 urgent"]);
  });

  it("unless somebody has taken it by then", () => {
    const taken = { ...second, assignee: "Theo" };
    const looks = [
      { when: "14:32:59" },
      ...minute([second]),
      { when: "14:34", rows: [old, stranded, taken] },
      { when: "14:34:01", rows: [old, stranded, taken] },
    ];
    expect(hear(...looks).filter(Boolean)).toEqual(["urgent"]);
  });

  it("of two things at once the stranded ticket sounds", () => {
    expect(
      hear({ when: "14:37:59" }, { when: "14:38:01", rows: [old, { ...stranded, createdAt: "2026-11-23T14:38:00Z" }] }),
    ).toEqual([null, "urgent"]);
  });
});
