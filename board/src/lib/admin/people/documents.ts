import { graphql, type ResultOf } from "../../gql.ts";

/** A week of everybody, the one before it (to copy), and what was agreed in it. */
export const WhoWorks = graphql(`
  query WhoWorks($before: DateTime!, $from: DateTime!, $until: DateTime!) {
    deskClock { now rate sandbox }
    technicians {
      id name onShift skills
      week: shifts(from: $from, until: $until) { from until }
      last: shifts(from: $before, until: $from) { from until }
    }
    staffAccounts(first: 100) {
      edges { node { email role hasPassword hasOpenId suspendedAt letter { state at nextAt error } technician { id } } } pageInfo { hasNextPage }
    }
    appointments(from: $from, until: $until) { id from until ticketNumber technicianName technician { id } }
  }
`);
export const PlanShifts = graphql(`
  mutation PlanShifts($input: PlanShiftsInput!) {
    answer: planShifts(input: $input) { technician { id } userErrors { code field message } }
  }
`);
export const SetSkills = graphql(`
  mutation SetSkills($input: SetSkillsInput!) {
    answer: setSkills(input: $input) { technician { id skills } userErrors { code field message } }
  }
`);
export const InviteStaff = graphql(`
  mutation InviteStaff($input: InviteStaffInput!) {
    answer: inviteStaff(input: $input) { path expiresAt userErrors { code field message } }
  }
`);
export const CreatePasswordLink = graphql(`
  mutation CreatePasswordLink($input: CreatePasswordLinkInput!) {
    answer: createPasswordLink(input: $input) { path expiresAt userErrors { code field message } }
  }
`);
export const SetStaffAccess = graphql(`
  mutation SetStaffAccess($input: SetStaffAccessInput!) {
    answer: setStaffAccess(input: $input) { account { role suspendedAt } userErrors { code field message } }
  }
`);

type Found = ResultOf<typeof WhoWorks>;
export type AccountShown = Found["staffAccounts"]["edges"][number]["node"];
export type PersonShown = Found["technicians"][number];
export type Skill = NonNullable<PersonShown["skills"]>[number];
export type AgreedShown = Found["appointments"][number];
