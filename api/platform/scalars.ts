import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import type { Instant } from "../core/time.ts";

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const bad = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/** Date.parse rolls 30 February over to March, and 24:00 to the next day; a real one reads back as itself. */
const isReal = (local: string): boolean => {
  const ms = Date.parse(`${local}Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(local);
};

function parseInstant(value: unknown): Instant {
  const given = typeof value === "string" && shape.test(value) && isReal(value.slice(0, 19));
  const ms = given ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) throw bad(`expected an instant such as "2026-11-23T15:00:00Z", got ${JSON.stringify(value)}`);
  return Math.floor(ms / 1000) as Instant;
}

/** An instant as text: UTC, whole seconds, with Z. */
export const instantText = (at: Instant): string => new Date(at * 1000).toISOString().replace(".000Z", "Z");

export const DateTime = new GraphQLScalarType<Instant, string>({
  name: "DateTime",
  description: "An instant in UTC, RFC 3339 with Z, in whole seconds. Fractions given in input are cut off.",
  serialize: (value) => instantText(value as Instant),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

function parseDate(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && isReal(`${value}T00:00:00`)) return value;
  throw bad(`expected a date such as "2026-11-23", got ${JSON.stringify(value)}`);
}

export const CalendarDate = new GraphQLScalarType<string, string>({
  name: "Date",
  description: "A calendar date, `YYYY-MM-DD`, in the zone that the field names.",
  serialize: (value) => String(value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : undefined),
});

function parsePosition(value: unknown): string {
  if (typeof value === "string" && /^\d{1,18}$/.test(value)) return value;
  throw bad(`expected a position, a decimal number as a string, got ${JSON.stringify(value)}`);
}

export const Position = new GraphQLScalarType<string, string>({
  name: "Position",
  description:
    "A place in your feed (the partner's for its key, the desk's for staff and wall): dense, a decimal string. Positions of two feeds are never compared.",
  serialize: (value) => String(value),
  parseValue: parsePosition,
  parseLiteral: (node) => parsePosition(node.kind === Kind.STRING ? node.value : undefined),
});
