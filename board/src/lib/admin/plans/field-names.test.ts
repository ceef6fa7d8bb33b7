import { expect, it } from "vitest";
import { fieldName } from "./field-names.ts";
import { standard } from "./plan.fixture.ts";
import { draftOf } from "./plan-draft.ts";

it.each([
  ["targets[2].amountDays", "Urgent resolution, amount"],
  ["targets[1]", "Standard first response"],
  ["priorities[1].rank", "Standard, rank"],
  ["settlingSeconds", "Settling time"],
  ["clauses[3].code", "Coverage clause 4, code"],
  ["clauses[0].when.all[1].fact", "Coverage clause “printers”, condition"],
  ["somethingNew", "somethingNew"],
])("%s is called %j", (field, name) => expect(fieldName(draftOf(standard), field)).toBe(name));
