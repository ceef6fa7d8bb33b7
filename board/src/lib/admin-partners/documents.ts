import { graphql, type ResultOf } from "../gql.ts";

export const ApiKeyParts = graphql(`
  fragment ApiKeyParts on ApiKey {
    id name prefix kind scopes state createdAt createdBy expiresAt lastUsedAt revokedAt
    partner { id name } client { id name }
  }
`);
/** Everything that the page shows; a desk with more than a hundred partners pages by the API. */
export const WhoComesIn = graphql(
  `
    query WhoComesIn($ended: Boolean!) {
      partners(first: 100) { edges { node { id name } } }
      apiKeys(first: 100, ended: $ended) { edges { node { ...ApiKeyParts } } pageInfo { hasNextPage } }
      wallDevices(first: 100) { edges { node { id name pairedBy createdAt lastSeenAt } } }
      clients(first: 100) { edges { node { id name } } }
      deskClock { now rate sandbox }
    }
  `,
  [ApiKeyParts],
);
export const CreatePartner = graphql(`
  mutation CreatePartner($input: CreatePartnerInput!) {
    answer: createPartner(input: $input) { partner { id name } userErrors { code field message } }
  }
`);
export const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    answer: createApiKey(input: $input) { secret userErrors { code field message } }
  }
`);
export const CreateMonitoringSource = graphql(`
  mutation CreateMonitoringSource($input: CreateMonitoringSourceInput!) {
    answer: createMonitoringSource(input: $input) { secret userErrors { code field message } }
  }
`);
export const RotateApiKey = graphql(`
  mutation RotateApiKey($input: RotateApiKeyInput!) {
    answer: rotateApiKey(input: $input) { secret replaced { expiresAt } userErrors { code field message } }
  }
`);
export const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    answer: revokeApiKey(input: $input) { apiKey { id } userErrors { code field message } }
  }
`);
export const PairDevice = graphql(`
  mutation PairDevice($input: PairDeviceInput!) {
    answer: pairDevice(input: $input) { device { name } userErrors { code field message } }
  }
`);
export const RevokeDevice = graphql(`
  mutation RevokeDevice($input: RevokeDeviceInput!) {
    answer: revokeDevice(input: $input) { device { name } userErrors { code field message } }
  }
`);

type Found = ResultOf<typeof WhoComesIn>;
export type KeyShown = Found["apiKeys"]["edges"][number]["node"];
export type DeviceShown = Found["wallDevices"]["edges"][number]["node"];
export type Named = { readonly id: string; readonly name: string };
