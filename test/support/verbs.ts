import type { TestDesk } from "./desk.ts";

export type Who = keyof TestDesk["tokens"];

/** What every test of a verb looks at: the ticket after it. */
export const seen = `id number version status waitingOn subject affected workaround couldBeUrgent priorityReason closeReason
  resolvedAt closedAt createdAt assignee { id name } team { name } priority { code } coverage { outcome clause { code } }
  steps { step done note by } mergedInto { number }`;

/** The verbs of a ticket as the API offers them: each answers its payload; a fault of the request itself is thrown. */
export const verbsOn = (desk: TestDesk) => {
  const ask = async (who: Who, query: string, variables?: object) => {
    const { data, errors } = await desk.gql(who, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };

  /** Does one thing to a ticket as somebody. */
  const act = async (who: Who, verb: string, input: object) => {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
    const query = `mutation($input: ${type}!) { done: ${verb}(input: $input) {
      ticket { ${seen} } current { ${seen} } accepts missingSteps userErrors { code field message } } }`;
    return (await ask(who, query, { input })).done;
  };

  /** The same where it must succeed: the ticket after it. */
  const done = async (who: Who, verb: string, input: object) => {
    const { ticket, userErrors } = await act(who, verb, input);
    if (userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(userErrors)}`);
    return ticket;
  };

  /** The requester's own new ticket at the ready-made client. */
  const open = (more: object = {}, who: Who = "requester") =>
    done(who, "createTicket", { clientId: desk.clientId, subject: "Mail does not open", affected: "ONE", ...more });

  const look = async (id: string, what = seen, who: Who = "manager") =>
    (await ask(who, `query($id: ID!) { ticket(id: $id) { ${what} } }`, { id })).ticket;

  /** The newest clock of a metric. */
  const clock = async (id: string, metric: string) =>
    (
      await look(
        id,
        `slaClock(metric: ${metric}) { cycle state standing verdict satisfiedAt dueAt pausedReason resumesAt elapsedSeconds }`,
      )
    ).slaClock;

  const story = async (id: string, who: Who = "manager") =>
    (
      await look(id, "timeline(first: 100) { edges { node { kind public actor body change step } } }", who)
    ).timeline.edges.map((edge: { node: object }) => edge.node);

  return { ask, act, done, open, look, clock, story };
};
