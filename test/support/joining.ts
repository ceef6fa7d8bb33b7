import type { TestDesk } from "./desk.ts";
import { eventually } from "./eventually.ts";
import { verbsOn, type Who } from "./verbs.ts";

export type JoinLink = { state: string; url: string | null; note: string | null; withdrawnAt: string | null };
const link = "joinLink { state url note withdrawnAt }";

/** Connecting to machines, as a technician does it. */
export const joiningOn = (desk: TestDesk) => {
  const on = verbsOn(desk);
  const ofSession = async (id: string, who: Who = "technician"): Promise<JoinLink | null> =>
    (await on.ask(who, `query($id: ID!) { node(id: $id) { ... on RemoteSession { ${link} } } }`, { id })).node.joinLink;
  const must = async (query: string, variables: object) => {
    const { done } = await on.ask("technician", query, variables);
    if (done.userErrors.length > 0) throw new Error(JSON.stringify(done.userErrors));
    return done;
  };
  return {
    ...on,
    ofSession,
    /** A machine of the ready-made client. */
    device: async (name: string): Promise<string> => {
      const input = {
        clientId: desk.clientId,
        name,
        technology: { kind: "OPERATING_SYSTEM", product: "Windows", version: "11" },
      };
      const query = `mutation($input: RegisterDeviceInput!) { done: registerDevice(input: $input) { device { id } userErrors { message } } }`;
      return (await must(query, { input })).device.id;
    },
    knownAs: (deviceId: string, remoteAccessId: string | null) =>
      must(
        `mutation($input: SetRemoteAccessInput!) { done: setRemoteAccess(input: $input) { device { remoteAccessId } userErrors { message } } }`,
        { input: { deviceId, remoteAccessId } },
      ),
    connect: async (ticketId: string): Promise<string> => {
      const query = `mutation($id: ID!) { done: startSession(input: { ticketId: $id, consentBy: "Robin" }) { session { id } userErrors { message } } }`;
      return (await must(query, { id: ticketId })).session.id;
    },
    end: (sessionId: string) =>
      must(`mutation($id: ID!) { done: endSession(input: { sessionId: $id }) { userErrors { message } } }`, {
        id: sessionId,
      }),
    retry: async (sessionId: string, who: Who = "technician") =>
      (
        await on.ask(
          who,
          `mutation($id: ID!) { done: retryJoinLink(input: { sessionId: $id }) { session { id } userErrors { code message } } }`,
          { id: sessionId },
        )
      ).done,
    /** Once a session's link stands like this: the link. */
    once: (sessionId: string, satisfies: (link: JoinLink) => boolean, withinMs?: number) =>
      eventually(
        () => ofSession(sessionId),
        (found) => found !== null && satisfies(found),
        withinMs,
      ) as Promise<JoinLink>,
  };
};
