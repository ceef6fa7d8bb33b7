import { p, Type } from "@mikro-orm/core";
import type { Instant } from "../core/time.ts";

/** Desk time as the core knows it (whole seconds since 1970), stored as timestamptz(0): no `Date` reaches a verb. */
export class InstantType extends Type<Instant | null, string | null> {
  override convertToDatabaseValue(value: Instant | null): string | null {
    return value == null ? null : new Date(value * 1000).toISOString();
  }
  override convertToJSValue(value: string | Date | number | null): Instant | null {
    if (value == null) return null;
    if (typeof value === "number") return value as Instant;
    return Math.floor((value instanceof Date ? value.getTime() : Date.parse(value)) / 1000) as Instant;
  }
  override compareAsType(): string {
    return "string";
  }
  override getColumnType(): string {
    return "timestamptz(0)";
  }
}

/** An instant column. */
export const instant = () => p.type(InstantType).$type<Instant>();

/** A jsonb column of a known shape. */
export const document = <T>() => p.json().$type<T>();

/** Text whose allowed words are checked by the database; never a native enum (it would lose the index under row security). */
export const word = <T extends string>(words: readonly T[]) => p.enum([...words] as T[]).$type<T>();
