import { readFileSync } from "node:fs";
import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  validateSchema,
} from "graphql";
import { describe, expect, test } from "vitest";
import { permissions } from "../people/permissions.ts";
import { buildSchema } from "./graphql-schema.ts";

const contract = readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
const schema = buildSchema();
const print = (of: GraphQLSchema) => `${printSchema(lexicographicSortSchema(of))}\n`;
const types = Object.values(schema.getTypeMap()).filter((t) => !isIntrospectionType(t) && !isSpecifiedScalarType(t));
const objects = types.filter(isObjectType);
const fieldsOf = (type: GraphQLNamedType | null | undefined) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
const mutations = fieldsOf(schema.getMutationType());
/** A type's fields as text: `{ cursor: "String!", node: "Ticket!" }`. */
const shape = (type: GraphQLNamedType | null | undefined) =>
  Object.fromEntries(fieldsOf(type).map((f) => [f.name, String(f.type)]));

describe("the contract", () => {
  test("what is checked in is what the code serves", () => {
    expect(print(schema) === contract, "run `npm run schema` and review the difference").toBe(true);
  });

  test("is a valid schema, each of whose root fields has its row of permissions, and no row is left over", () => {
    expect(validateSchema(schema)).toEqual([]);
    const served = roots.flatMap((root) => fieldsOf(root).map((f) => f.name));
    expect([...new Set(served)].sort()).toEqual(Object.keys(permissions).sort());
  });
});

describe("every part of it says what it is", () => {
  /** Everything that has a description of its own, by its path. */
  function* parts(): Generator<[path: string, description: string | null | undefined]> {
    for (const type of types) {
      if (!roots.includes(type as GraphQLObjectType)) yield [type.name, type.description];
      for (const field of fieldsOf(type)) {
        yield [`${type.name}.${field.name}`, field.description];
        for (const arg of field.args) yield [`${type.name}.${field.name}(${arg.name}:)`, arg.description];
      }
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field.description];
      if (isEnumType(type))
        for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
    }
  }

  test("types, fields, arguments, input fields and enum values are all described", () => {
    const all = [...parts()];
    expect(all.length).toBeGreaterThan(800);
    expect(all.filter(([, said]) => !said?.trim()).map(([path]) => path)).toEqual([]);
  });

  test("a description is a sentence: it ends", () => {
    const open = [...parts()].filter(([, said]) => said && !/[.?]$/.test(said));
    expect(open.map(([path, said]) => `${path}: ${said}`)).toEqual([]);
  });
});

describe("every list that is paged is a Relay connection", () => {
  const connections = objects.filter((t) => t.name.endsWith("Connection"));

  test("a connection has edges and where the page stands; an edge has a cursor and its item", () => {
    expect(connections.length).toBeGreaterThan(3);
    for (const connection of connections) {
      const edge = connection.name.replace(/Connection$/, "Edge");
      expect(shape(connection), connection.name).toMatchObject({ edges: `[${edge}!]!`, pageInfo: "PageInfo!" });
      expect(Object.keys(shape(schema.getType(edge))), edge).toEqual(["cursor", "node"]);
      expect(shape(schema.getType(edge)).cursor).toBe("String!");
    }
    expect(shape(schema.getType("PageInfo"))).toEqual({
      hasNextPage: "Boolean!",
      hasPreviousPage: "Boolean!",
      startCursor: "String",
      endCursor: "String",
    });
  });

  test("whoever gives a page takes `first` and `after`, and nothing else takes a cursor", () => {
    for (const type of objects.filter((t) => t !== schema.getSubscriptionType()))
      for (const field of fieldsOf(type)) {
        if (field.name === "changes" && type === schema.getQueryType()) continue; // a feed goes by positions
        const args = Object.fromEntries(field.args.map((a) => [a.name, String(a.type).replace("!", "")]));
        const path = `${type.name}.${field.name}`;
        if (getNamedType(field.type).name.endsWith("Connection")) {
          expect(args, path).toMatchObject({ first: "Int", after: "String" });
          expect("last" in args, path).toBe("before" in args);
          expect(String(field.type), path).toMatch(/!$/);
        } else expect(Object.keys(args), path).not.toContain("after");
      }
  });

  test("a plain list says in its words how long it may get, or is bounded by what it is", () => {
    const paged = fieldsOf(schema.getQueryType()).filter((f) => /^\[/.test(String(f.type)));
    expect(paged.map((f) => f.name).sort()).toEqual([
      "appointments",
      "calendarVersions",
      "calendars",
      "caughtMails",
      "coverageFacts",
      "holidayRegions",
      "nodes",
      "planVersions",
      "plans",
      "policyApplications",
      "publicHolidays",
      "teams",
      "technicians",
    ]);
    for (const field of paged) expect(field.description, field.name).toMatch(/[\d,]{3,}/);
  });
});

describe("every mutation has one form", () => {
  test("takes one `input` of its own name and answers a payload of its own name", () => {
    expect(mutations.length).toBeGreaterThan(20);
    for (const { name, args, type } of mutations) {
      const Name = name[0]?.toUpperCase() + name.slice(1);
      expect(args.map((a) => `${a.name}: ${a.type}`)).toEqual([`input: ${Name}Input!`]);
      expect(String(type)).toBe(`${Name}Payload!`);
    }
  });

  test("refuses in `userErrors`, each with a code of that mutation's own enum, its field and a sentence", () => {
    for (const { name, type } of mutations) {
      const error = `${name[0]?.toUpperCase()}${name.slice(1)}Error`;
      expect(shape(getNamedType(type)).userErrors, name).toBe(`[${error}!]!`);
      expect(shape(schema.getType(error))).toEqual({ code: `${error}Code!`, field: "String", message: "String!" });
    }
  });

  test("a payload promises no object, so that a refusal can answer it", () => {
    for (const { name, type } of mutations)
      for (const field of fieldsOf(getNamedType(type)))
        if (isObjectType(getNamedType(field.type)))
          expect(String(field.type), `${name}: ${field.name}`).toMatch(/(\w|\]!)$/);
  });
});
