import type { TestDesk } from "./desk.ts";
import type { Who } from "./verbs.ts";
import type { Consumer } from "./webhook-consumer.ts";

const ENDPOINT = "endpoint { id name url types excludeOwn status disabledReason position quietUntil version }";
const answers: Record<string, string> = {
  createWebhookEndpoint: `${ENDPOINT} secret`,
  rotateWebhookSecret: `${ENDPOINT} secret`,
  deleteWebhookEndpoint: "deleted",
  sendTestWebhook: "delivery { id state webhookId }",
  replayWebhooks: "replayed",
};

/** The webhooks of a desk as the API offers them. */
export const webhooksOn = (desk: TestDesk) => {
  const act = async (verb: string, input: object, who: Who = "partner") => {
    const Input = `${verb[0]?.toUpperCase()}${verb.slice(1)}Input`;
    const { data, errors } = await desk.gql(
      who,
      `mutation($input: ${Input}!) { done: ${verb}(input: $input) { ${answers[verb] ?? ENDPOINT} userErrors { code field message } } }`,
      { input },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.done;
  };
  const must = async (verb: string, input: object, who: Who = "partner") => {
    const done = await act(verb, input, who);
    if (done.userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(done.userErrors)}`);
    return done;
  };
  /** An endpoint at a consumer, which learns the secret. */
  const connect = async (consumer: Consumer, more: object = {}, who: Who = "partner") => {
    const { endpoint, secret } = await must("createWebhookEndpoint", { url: consumer.url, ...more }, who);
    consumer.secrets.push(secret);
    return endpoint as { id: string; position: string };
  };
  const deliveries = async (states?: string[], who: Who = "partner") => {
    const { data, errors } = await desk.gql(
      who,
      `query($filter: WebhookDeliveryFilter) { webhookEndpoints(first: 20) { edges { node { id status disabledReason position quietUntil version
         deliveries(first: 100, filter: $filter) { pageInfo { hasNextPage } edges { node { id webhookId changeId position type state nextTryAt
           finishedAt tries { n at ms status error excerpt } } } } } } } }`,
      { filter: states && { state: { in: states } } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.webhookEndpoints.edges.map((edge: any) => ({
      ...edge.node,
      deliveries: edge.node.deliveries.edges.map((e: any) => e.node),
      more: edge.node.deliveries.pageInfo.hasNextPage,
    }));
  };
  const look = async (endpointId: string, states?: string[]) =>
    (await deliveries(states)).find((e: { id: string }) => e.id === endpointId);
  return { act, must, connect, deliveries, look };
};
