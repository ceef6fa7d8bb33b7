import { describe, expect, it } from "vitest";
import { at } from "../time/as-on-the-wall.ts";
import { exampleRow } from "./row.fixture.ts";
import { viewRow } from "./row-view.ts";

const seen = (row = exampleRow(), now = "Mon 14:32", frozen = false) => viewRow(row, at(now), "UTC", frozen);

describe("a row on the wall", () => {
  it("at risk and without an owner is filled; with an owner it is outlined", () => {
    expect(seen()).toMatchObject({ tone: "at-risk", glyph: "at-risk", loud: true, time: "06:00" });
    expect(seen(exampleRow({ assignee: "Theo" }))).toMatchObject({ tone: "at-risk", loud: false });
  });

  it("turns to breached by itself one second after due, with a plus and without a fuse", () => {
    expect(seen(exampleRow(), "Mon 14:38")).toMatchObject({ tone: "at-risk", time: "00:00", fuse: 0 });
    expect(seen(exampleRow(), "Mon 14:38:01")).toMatchObject({
      tone: "breached",
      time: "+00:01",
      fuse: null,
      due: "was due 14:38",
    });
  });

  it("has a fuse only in its last sixty counted minutes", () => {
    expect(seen(exampleRow({}, { remaining: 1_800 })).fuse).toBe(0.5);
    expect(seen(exampleRow({}, { remaining: 3_601, standing: "ON_TRACK" })).fuse).toBeNull();
  });

  it("paused shows how long, and why", () => {
    const paused = exampleRow(
      { pausedSince: at("Mon 13:32"), pausedReason: "REQUESTER" },
      { state: "PAUSED", standing: "ON_TRACK" },
    );
    expect(seen(paused)).toMatchObject({
      tone: "paused",
      glyph: "paused",
      time: "1h 00m",
      fuse: null,
      due: "waiting for requester",
    });
  });

  it("paused after a breach shows both: two bars in a red outline, never filled", () => {
    const both = exampleRow(
      { pausedSince: at("Mon 14:00") },
      { state: "PAUSED", standing: "BREACHED", remaining: -252 },
    );
    expect(seen(both)).toMatchObject({ tone: "breached", glyph: "paused", loud: false, time: "+04:12" });
  });

  it("after hours stands still and says when it resumes", () => {
    const late = exampleRow({}, { asOf: at("Mon 17:25"), remaining: 2_400, standing: "ON_TRACK" });
    expect(seen(late, "Mon 23:00")).toMatchObject({ time: "35:00", note: "resumes Tue 08:30", fuse: null });
    expect(seen(late, "Tue 08:31")).toMatchObject({ time: "34:00", note: "" });
  });

  it("on a board that is not live shows due times, which stay true", () => {
    expect(seen(exampleRow(), "Mon 14:33", true).time).toBe("14:38");
    expect(seen(exampleRow({ due: at("Tue 09:26") }), "Mon 14:33", true).time).toBe("Tue 09:26");
  });

  it("without a promise says so", () => {
    expect(
      seen(exampleRow({ due: null }, { state: "NO_TARGET", remaining: null, standing: "ON_TRACK" })),
    ).toMatchObject({
      time: "–",
      due: "no target",
    });
  });
});
