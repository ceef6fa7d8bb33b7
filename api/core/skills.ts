import type { TechnologyKind } from "./coverage-policy/facts.ts";

/** What somebody is good at is said in the words in which tickets say what they are about, so that the two can be compared. */
export type Skill = TechnologyKind;

/** As people say what somebody does. */
export const skillWords: { readonly [skill in Skill]: string } = {
  ...{ OPERATING_SYSTEM: "operating systems", APPLICATION: "applications", BROWSER: "browsers", SERVER: "servers" },
  ...{ PERIPHERAL: "peripherals", PRINTER: "printers", NETWORK: "networks", OTHER: "other technology" },
};

/**
 * Whether a technician can do what a ticket is about. Whoever states no skill does everything, so that a desk which states
 * none works as if there were none; what a ticket does not say stands in nobody's way.
 */
export const canDo = (skills: readonly Skill[], about: Skill | null): boolean =>
  skills.length === 0 || about === null || skills.includes(about);

/** Where a time is sought: from somebody, or from whoever can do it. */
export type Sought = {
  readonly about: Skill | null;
  /** Whose time is offered; null: that of everybody who can do it. */
  readonly named: { readonly skills: readonly Skill[] } | null;
  /** All whose time is offered. `works`: they have a shift in the stretch that was looked at. */
  readonly able: readonly { readonly works: boolean }[];
  /** How many times are free in it. */
  readonly slots: number;
};

/** What stands in the way of a time; the first that is so is told. */
export type Obstacle = "NOBODY_CAN" | "NOBODY_WORKS" | "NOTHING_FREE" | "NOT_THEIR_SKILL";

const obstacles: readonly { readonly obstacle: Obstacle; readonly when: (sought: Sought) => boolean }[] = [
  { obstacle: "NOBODY_CAN", when: ({ able }) => able.length === 0 },
  { obstacle: "NOBODY_WORKS", when: ({ able }) => !able.some(({ works }) => works) },
  { obstacle: "NOTHING_FREE", when: ({ slots }) => slots === 0 },
  { obstacle: "NOT_THEIR_SKILL", when: ({ named, about }) => named !== null && !canDo(named.skills, about) },
];

/** Why whoever gets a booking link may find nothing, or the wrong person; null: nothing stands in the way. */
export const obstacleTo = (sought: Sought): Obstacle | null =>
  obstacles.find(({ when }) => when(sought))?.obstacle ?? null;
