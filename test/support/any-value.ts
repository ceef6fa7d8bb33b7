import fc from "fast-check";
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";

/** Texts that break things: empty, long, of other planes, of other alphabets, with what databases and pages stumble over. */
const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 4, arbitrary: fc.string({ maxLength: 40 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "",
      " ",
      "\u0000",
      "\ud800",
      "%",
      "_",
      "\\",
      "'; drop table ticket; --",
      "<script>",
      "٣",
      "🖨️".repeat(50),
      "a".repeat(256),
      "a".repeat(5_000),
      "__proto__",
      "constructor",
      "00:00",
      "24:00",
      "Europe/Berlin",
      "UTC",
      "URGENT",
      "standard",
      "provider",
    ),
  },
);
const whole = fc.oneof(
  fc.constantFrom(0, 1, -1, 100, 101, 2_147_483_647, -2_147_483_648),
  fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
);
const instants = [
  "0001-01-01T00:00:00Z",
  "1969-12-31T23:59:59Z",
  "2026-11-30T15:00:00Z",
  "2026-11-30T15:00:01+14:00",
  "2100-02-28T12:00:00.123456789Z",
  "9999-12-31T23:59:59Z",
];
const days = ["0001-01-01", "2024-02-29", "2026-11-01", "2026-12-25", "9999-12-31"];

/** Any value that a document of the schema may hold at a place of this type; ids are often of things that exist. */
export function anyValue(type: GraphQLInputType, ids: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return anyValue(type.ofType, ids, depth);
  if (isListType(type)) return fc.array(anyValue(type.ofType, ids, depth + 1), { maxLength: depth > 2 ? 1 : 4 });
  const named = getNamedType(type);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map((v) => v.name));
  if (isInputObjectType(named)) return anyInput(named, ids, depth);
  switch (named.name) {
    case "ID":
      return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: text });
    case "Int":
      return whole;
    case "Float":
      return fc.oneof(whole, fc.double({ noNaN: true, noDefaultInfinity: true }));
    case "Boolean":
      return fc.boolean();
    case "DateTime":
      return fc.constantFrom(...instants);
    case "Date":
      return fc.constantFrom(...days);
    case "Position":
      return fc.constantFrom("0", "1", "999999999999999999");
    default:
      return text;
  }
}

function anyInput(type: GraphQLInputObjectType, ids: readonly string[], depth: number): fc.Arbitrary<unknown> {
  const fields = Object.values(type.getFields()).filter(
    (f) => f.name !== "idempotencyKey" && (type.isOneOf || depth < 4 || isNonNullType(f.type)),
  );
  if (type.isOneOf)
    return fc.oneof(...fields.map((f) => anyValue(f.type, ids, depth + 1).map((value) => ({ [f.name]: value }))));
  const record = Object.fromEntries(fields.map((f) => [f.name, anyValue(f.type, ids, depth + 1)]));
  const requiredKeys = fields.filter((f) => isNonNullType(f.type) && f.defaultValue === undefined).map((f) => f.name);
  return fc.record(record, { requiredKeys });
}
