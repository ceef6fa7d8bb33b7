import { graphql, type ResultOf, type VariablesOf } from "../../gql.ts";

const Shown = graphql(`
  fragment ShownDevice on Device {
    id name technology { kind product version }
    client { id name contract { id paidSupport { product version until } } }
    support {
      standing supported unknownBecause candidates product version endsOn extendedUntil lastDay daysLeft paid source sourceUrl asOf
    }
  }
`);

/** A page of devices, and how many there would be of each standing. */
export const Devices = graphql(
  `
  query Devices($first: Int!, $after: String, $filter: DeviceFilter, $others: DeviceFilter) {
    devices(first: $first, after: $after, filter: $filter) {
      edges { node { ...ShownDevice } } pageInfo { hasNextPage endCursor }
    }
    all: devices(first: 1, filter: $others) { byStanding { standing devices } }
    deskClock { now rate sandbox }
  }
`,
  [Shown],
);
export const UpdateDevice = graphql(
  `
  mutation UpdateDevice($input: UpdateDeviceInput!) {
    answer: updateDevice(input: $input) { device { ...ShownDevice } userErrors { code field message } }
  }
`,
  [Shown],
);
export const RegisterDevice = graphql(
  `
  mutation RegisterDevice($input: RegisterDeviceInput!) {
    answer: registerDevice(input: $input) { device { ...ShownDevice } userErrors { code field message } }
  }
`,
  [Shown],
);
export const SetPaidSupport = graphql(`
  mutation SetPaidSupport($input: SetPaidSupportInput!) {
    answer: setPaidSupport(input: $input) {
      contract { id paidSupport { product version until } } userErrors { code field message }
    }
  }
`);
/** How things stand before something is taken back. */
export const RunsNow = graphql(`
  query RunsNow($id: ID!) { node(id: $id) { ... on Device { technology { kind product version } } } }
`);
export const PaidNow = graphql(`
  query PaidNow($id: ID!) { node(id: $id) { ... on Contract { paidSupport { product version until } } } }
`);
export const Products = graphql(`
  query Products($first: Int!, $after: String, $search: String) {
    manufacturerProducts(first: $first, after: $after, search: $search) {
      edges {
        node {
          code title manufacturer page source sourceUrl asOf importedAt importedFrom devices
          versions { version names released mainstreamUntil endsOn extendedUntil supported devices }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
    deskClock { now rate sandbox }
  }
`);

export type DeviceShown = ResultOf<typeof Shown>;
export type Technology = DeviceShown["technology"];
export type Paid = NonNullable<NonNullable<DeviceShown["client"]["contract"]>["paidSupport"]>[number];
export type DeviceFilter = NonNullable<VariablesOf<typeof Devices>["filter"]>;
export type Standing = NonNullable<DeviceShown["support"]>["standing"];
export type StandingCount = ResultOf<typeof Devices>["all"]["byStanding"][number];
export type ProductShown = ResultOf<typeof Products>["manufacturerProducts"]["edges"][number]["node"];
export type VersionShown = ProductShown["versions"][number];
