import { GraphQLError } from "graphql";
import type { Instant } from "../core/time.ts";
import { type IdType, uuidOf } from "./global-id.ts";
import { instantText } from "./scalars.ts";

/** What a condition on one field may say. */
export type Condition = {
  eq?: unknown;
  in?: readonly unknown[] | null;
  gt?: unknown;
  gte?: unknown;
  lt?: unknown;
  lte?: unknown;
  contains?: string | null;
  isNull?: boolean | null;
};
type Column = {
  readonly sql: string;
  readonly type: "uuid" | "int" | "text" | "timestamptz" | "boolean";
  /** Of ids: whose they are. */
  readonly id?: IdType;
};
/** Adds a value to a statement and answers its parameter. */
export type Param = (value: unknown) => string;
/** A field of a filter: a column, or what its condition means in SQL. */
export type FilterField = Column | ((condition: never, param: Param) => string);
export type Filter = { readonly [field: string]: unknown } & {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
};

const DEEPEST = 3;
const MOST_CONDITIONS = 50;
const MOST_VALUES = 100;
const refuse = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

/**
 * A filter as one condition in SQL, its values as parameters. `not` is the complement: what is unknown is not so, as
 * people mean it and SQL does not.
 */
export function conditionsOf(filter: Filter, fields: { readonly [field: string]: FilterField }, param: Param): string {
  let count = 0;
  const read = (part: Filter, depth: number): string => {
    if (depth > DEEPEST) throw refuse(`A filter nests \`and\`, \`or\` and \`not\` at most ${DEEPEST} deep.`);
    const all = Object.entries(part).flatMap(([name, given]): string[] => {
      if (given == null) return [];
      if (name === "not") return [`(${read(given as Filter, depth + 1)}) is not true`];
      if (name === "and" || name === "or") {
        const parts = (given as Filter[]).map((p) => `(${read(p, depth + 1)})`);
        if (parts.length === 0) throw refuse(`\`${name}\` lists at least one filter.`);
        return [`(${parts.join(` ${name} `)})`];
      }
      count += 1;
      if (count > MOST_CONDITIONS) throw refuse(`A filter has at most ${MOST_CONDITIONS} conditions.`);
      const field = fields[name] as FilterField;
      return typeof field === "function" ? [field(given as never, param)] : onColumn(field, given as Condition, param);
    });
    return all.length > 0 ? all.join(" and ") : "true";
  };
  return read(filter, 0);
}

const comparisons = { eq: "=", gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

/** A condition on a column: all of its operators hold at once. */
export function onColumn({ sql, type, id }: Column, condition: Condition, param: Param): string[] {
  const value = (given: unknown) =>
    id ? uuidOf(id, String(given)) : type === "timestamptz" ? instantText(given as Instant) : given;
  return Object.entries(condition).flatMap(([operator, given]): string[] => {
    if (given == null) return [];
    switch (operator as keyof Condition) {
      case "in": {
        const values = given as unknown[];
        if (values.length > MOST_VALUES) throw refuse(`\`in\` lists at most ${MOST_VALUES} values.`);
        return [`${sql} = any(${param(values.map(value))}::${type}[])`];
      }
      case "isNull":
        return [`${sql} is ${given ? "" : "not "}null`];
      case "contains":
        return [`${sql} ilike ${param(`%${String(given).replaceAll(/[\\%_]/g, "\\$&")}%`)}`];
      default:
        return [`${sql} ${comparisons[operator as keyof typeof comparisons]} ${param(value(given))}::${type}`];
    }
  });
}
