import type { TestDesk } from "./desk.ts";

type Who = keyof TestDesk["tokens"];

export const office = [1, 2, 3, 4, 5].map((day) => ({ day, windows: [{ from: "09:00", until: "17:00" }] }));
export const berlin = {
  code: "berlin",
  timeZone: "Europe/Berlin",
  week: office,
  holidays: [{ date: "2026-12-25", name: "Christmas Day" }],
  exceptions: [{ date: "2026-12-24", name: "Christmas Eve", windows: [{ from: "09:00", until: "12:00" }] }],
};
export const target = (priority: string, amountSeconds: number) => ({
  metric: "FIRST_RESPONSE",
  priority,
  kind: "OPERATING_TIME",
  amountSeconds,
  commitment: "CONTRACTUAL",
  satisfiedBy: "PUBLIC_REPLY",
  pausesOn: [],
  atRiskBeforeSeconds: 600,
  onPriorityChange: "EARLIER_OF_OLD_AND_NEW",
  onReopen: "NEW_CYCLE",
});
export const swift = {
  code: "swift",
  name: "Swift",
  priorities: [
    { code: "URGENT", name: "Urgent", rank: 1 },
    { code: "STANDARD", name: "Standard", rank: 2 },
  ],
  requiredSteps: ["RESOLVE"],
  targets: [target("URGENT", 1800), target("STANDARD", 7200)],
};

/** How a manager sets a desk up: each answers the payload of its mutation. */
export function setUpOf(desk: TestDesk) {
  const act = async (who: Who, mutation: string, made: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const { data, errors } = await desk.gql(
      who,
      `mutation($input: ${type}!) { done: ${mutation}(input: $input) { ${made} userErrors { code field message } } }`,
      { input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.done;
  };
  const publishCalendar = (input: object, who: Who = "manager") =>
    act(
      who,
      "publishCalendar",
      "calendar { id code version holidays { date name } week { day windows { from until } } }",
      input,
    );
  const publishPlan = (input: object) =>
    act(
      "manager",
      "publishPlan",
      "plan { code version name reopenDays settlingSeconds fairUseSecondsPerDay clauses { code } targets { priority amountSeconds } }",
      input,
    );
  return { act, publishCalendar, publishPlan };
}
