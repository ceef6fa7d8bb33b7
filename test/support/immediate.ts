import type { TestDesk } from "./desk.ts";

/**
 * Sells a client the add-on for immediate support: its technicians may connect without an appointment from now on. Answers
 * how to end it.
 */
export async function allowImmediate(desk: TestDesk, clientId = desk.clientId): Promise<() => Promise<void>> {
  const contract = "query($id: ID!) { node(id: $id) { ... on Client { contract { id } } } }";
  const { data } = await desk.gql("manager", contract, { id: clientId });
  const must = async (name: "setAddOn" | "endAddOn") => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const { data: set, errors } = await desk.gql(
      "manager",
      `mutation($input: ${type}!) { done: ${name}(input: $input) { userErrors { message } } }`,
      { input: { contractId: data.node.contract.id, kind: "IMMEDIATE" } },
    );
    if (errors || set.done.userErrors.length > 0) throw new Error(JSON.stringify(errors ?? set.done.userErrors));
  };
  await must("setAddOn");
  return () => must("endAddOn");
}
