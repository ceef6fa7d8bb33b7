import type { TestDesk } from "./desk.ts";
import { verbsOn } from "./verbs.ts";

const move = "number metric cycle dueBefore dueAfter breaches";
export type Move = {
  number: number;
  metric: string;
  cycle: number;
  dueBefore: string | null;
  dueAfter: string | null;
  breaches: boolean;
};

/** Edits of what open clocks are counted by, as the API offers them. */
export const editsOn = (desk: TestDesk) => {
  const { ask } = verbsOn(desk);

  /** The newest version of a calendar as the input that would publish it again. */
  const calendarInput = async (code = "provider") => {
    const { calendars } = await ask(
      "manager",
      `{ calendars { code timeZone week { day windows { from until overnight } } holidays { date name }
                     exceptions { date name windows { from until overnight } } } }`,
    );
    return calendars.find((calendar: { code: string }) => calendar.code === code);
  };

  /** The newest version of a plan as the input that would publish it again. */
  const planInput = async (code = "standard") => {
    const { plans } = await ask(
      "manager",
      `{ plans { code name historical statedPriorities priorities { code name rank } requiredSteps reopenDays settlingSeconds
           fairUseSecondsPerDay targets { metric priority kind amountSeconds amountDays commitment satisfiedBy pausesOn
           atRiskBeforeSeconds onPriorityChange onReopen countsWhileSatisfied } } }`,
    );
    return plans.find((plan: { code: string }) => plan.code === code);
  };

  const publishPlan = async (input: object): Promise<number> => {
    const { publishPlan: done } = await ask(
      "manager",
      "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { plan { version } userErrors { field message } } }",
      { input },
    );
    if (done.userErrors.length > 0) throw new Error(`publishPlan: ${JSON.stringify(done.userErrors)}`);
    return done.plan.version;
  };

  const dryRun = async (input: object) => {
    const { policyDryRun } = await ask(
      "manager",
      `query($input: PolicyDryRunInput!) { policyDryRun(input: $input) { userErrors { code field message }
         dryRun { asOf position tickets openClocks moved wouldBreach sentence moves(first: 1000) { ${move} } } } }`,
      { input },
    );
    return policyDryRun;
  };

  const act = async (verb: string, input: object, object = "") =>
    (
      await ask(
        "manager",
        `mutation($input: ${verb[0]?.toUpperCase()}${verb.slice(1)}Input!) {
           done: ${verb}(input: $input) { ${object} application { id ticketsTotal finishedAt } userErrors { code field message } } }`,
        { input },
      )
    ).done;

  /** Publishes a calendar, or applies an edit; everything it moves has moved when it answers. */
  const make = async (verb: string, input: object, object = "") => {
    const done = await act(verb, input, object);
    if (done.userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(done.userErrors)}`);
    const { deskClock } = await ask("manager", "{ deskClock { now } }");
    await desk.travel(deskClock.now); // fires what is due now: the pages of the application
    return done;
  };

  const application = async (id: string, since = "0") =>
    (
      await ask(
        "manager",
        `query($id: ID!, $since: Position!) { policyApplication(id: $id) { cause ticketsTotal ticketsDone clocksMoved
           clocksBreached finishedAt appliedBy disturbedSince(position: $since) { number event } } }`,
        { id, since },
      )
    ).policyApplication;

  return { calendarInput, planInput, publishPlan, dryRun, act, make, application };
};
