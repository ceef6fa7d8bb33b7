import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { describe, expect, test } from "vitest";
import { ID_PREFIXES } from "../platform/global-id.ts";
import { buildSchema } from "./graphql-schema.ts";
import { finders, WITHOUT_NODE } from "./node-finders.ts";

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
type Part = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument;
const fieldsOf = (type: GraphQLNamedType | null | undefined): GraphQLField<unknown, unknown>[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
/** Every field, argument and input field, by its path. */
const parts: [path: string, part: Part, of: GraphQLNamedType][] = types.flatMap((type) => [
  ...fieldsOf(type).flatMap((f): [string, Part, GraphQLNamedType][] => [
    [`${type.name}.${f.name}`, f, type],
    ...f.args.map((a): [string, Part, GraphQLNamedType] => [`${type.name}.${f.name}(${a.name}:)`, a, type]),
  ]),
  ...(isInputObjectType(type)
    ? Object.values(type.getFields()).map((f): [string, Part, GraphQLNamedType] => [`${type.name}.${f.name}`, f, type])
    : []),
]);
const paths = (of: typeof parts) => of.map(([path, part]) => `${path}: ${part.type}`);
const typeName = (part: Part) => getNamedType(part.type).name;

describe("lists (A-1, A-2)", () => {
  const lists = types.flatMap((type) =>
    fieldsOf(type)
      .filter((f) => typeName(f).endsWith("Connection"))
      .map((f) => ({ path: `${type.name}.${f.name}`, args: new Map(f.args.map((a) => [a.name, a])) })),
  );

  test("every connection is asked for a number: `first` is required, or one of `first` and `last`; none is presumed", () => {
    expect(lists.length).toBeGreaterThan(4);
    for (const { path, args } of lists) {
      expect(
        [...args.values()].filter((a) => a.defaultValue !== undefined && /first|last/.test(a.name)),
        path,
      ).toEqual([]);
      expect(String(args.get("first")?.type), path).toBe(args.has("last") ? "Int" : "Int!");
      expect(args.has("last"), path).toBe(args.has("before"));
      expect(String(args.get("after")?.type), path).toBe("String");
    }
  });

  test("an order is an enum, and a count says whether it is exact", () => {
    for (const [path, part] of parts.filter(([, p]) => /^order(By)?$/.test(p.name)))
      if ("astNode" in part && !isObjectType(getNamedType(part.type)))
        expect(isEnumType(getNamedType(part.type)), path).toBe(true);
    const counts = parts.filter(([, p]) => p.name === "totalCount");
    expect(counts.length).toBeGreaterThan(0);
    expect(paths(counts.filter(([, p]) => String(p.type) !== "Counted!"))).toEqual([]);
  });

  test("every type with an id of its own is a Node and is found by it, or says why it is not", () => {
    for (const name of Object.keys(ID_PREFIXES)) {
      const type = schema.getType(name);
      const isNode = isObjectType(type) && type.getInterfaces().some((i) => i.name === "Node");
      expect(isNode, name).toBe(!(name in WITHOUT_NODE));
      expect(name in finders, name).toBe(isNode);
    }
    const nodes = schema.getPossibleTypes(schema.getType("Node") as never).map((t) => t.name);
    expect(nodes.filter((name) => !(name in ID_PREFIXES))).toEqual([]);
  });
});

describe("filters (A-3)", () => {
  const filters = types.filter(isInputObjectType).filter((type) => type.name.endsWith("Filter"));
  const operators = ["eq", "in", "gt", "gte", "lt", "lte", "isNull", "contains"];

  test("conditions on one field use these operators and no others", () => {
    const conditions = filters.filter((type) => "eq" in type.getFields() || "gt" in type.getFields());
    expect(conditions.length).toBeGreaterThan(10);
    for (const type of conditions)
      expect(
        Object.keys(type.getFields()).filter((name) => !operators.includes(name)),
        type.name,
      ).toEqual([]);
  });

  test("where only one operator makes sense, the input takes exactly one", () => {
    const ranges = ["IntFilter", "DateTimeFilter", "StringFilter"];
    for (const type of filters.filter((t) => "eq" in t.getFields()))
      expect(type.isOneOf, type.name).toBe(!ranges.includes(type.name));
  });

  test("a filter is put together by `and`, `or` and `not` of its own kind", () => {
    const fields = filters.find((type) => type.name === "TicketFilter")?.getFields();
    expect([fields?.["and"]?.type, fields?.["or"]?.type, fields?.["not"]?.type].map(String)).toEqual([
      "[TicketFilter!]",
      "[TicketFilter!]",
      "TicketFilter",
    ]);
  });
});

describe("changes (A-4, A-5, A-6)", () => {
  const mutations = fieldsOf(schema.getMutationType());
  const inputOf = (m: GraphQLField<unknown, unknown>) =>
    getNamedType(m.args[0]?.type as never) as never as { getFields(): object };

  test("every mutation can be named by a key", () => {
    for (const m of mutations) expect(Object.keys(inputOf(m).getFields()), m.name).toContain("idempotencyKey");
  });

  test("whatever changes a ticket or an endpoint takes the version it was seen in, and answers with how it stands", () => {
    /** They send to an endpoint, and leave it as it is. */
    const LEAVE = new Set(["sendTestWebhook", "replayWebhooks"]);
    /** They agree on a time: what may be lost is the slot, which says so, and who has a link sees no version. */
    const APPOINTMENTS = ["bookAppointment", "rescheduleAppointment", "cancelAppointment"];
    const AGREE = new Set([...APPOINTMENTS, "holdSlot", "releaseSlot", "answerBookingLink"]);
    const verbs = mutations.filter((m) => {
      const input = inputOf(m).getFields();
      return ("ticketId" in input && !AGREE.has(m.name)) || ("endpointId" in input && !LEAVE.has(m.name));
    });
    expect(verbs.length).toBeGreaterThan(20);
    for (const m of verbs) {
      const Name = `${m.name[0]?.toUpperCase()}${m.name.slice(1)}`;
      expect(Object.keys(inputOf(m).getFields()), m.name).toContain("expectedVersion");
      expect(
        fieldsOf(getNamedType(m.type)).map((f) => f.name),
        m.name,
      ).toContain("current");
      const codes = schema.getType(`${Name}ErrorCode`);
      expect(isEnumType(codes) && codes.getValues().map((v) => v.name), m.name).toContain("STALE_VERSION");
    }
  });
});

describe("time (A-7)", () => {
  const amounts = parts.filter(([, p]) => ["Int", "Float"].includes(typeName(p)));
  /** Numbers that sound like time and are none. */
  const NO_TIME = new Set(["QueueCounts.paused", "ApiLimits.waitingPerKey", "ApiPrices.page"]);

  test("an amount of time says its unit in its name", () => {
    const timely = /(elapsed|remaining|duration|allowance|late|settling|paused|grace|timeout|wait|age|delay|used)/i;
    const silent = amounts.filter(
      ([path, p]) => timely.test(p.name) && !/(Seconds|Days)(PerDay)?$/.test(p.name) && !NO_TIME.has(path),
    );
    expect(paths(silent)).toEqual([]);
    const fractions = parts.filter(([, p]) => /Seconds(PerDay)?$/.test(p.name) && typeName(p) !== "Int");
    expect(paths(fractions), "whole seconds").toEqual([]);
  });

  test("an instant is a DateTime, a day is a Date: neither is ever a text or a number", () => {
    const instants = parts.filter(([, p]) => /(At|asOf)$/.test(p.name) && !/^(format|repeat)/.test(p.name));
    expect(instants.length).toBeGreaterThan(50);
    /** An instant that moved: two of them, and nothing else. */
    const moved = (part: Part) => {
      const of = fieldsOf(getNamedType(part.type) as GraphQLNamedType);
      return of.length > 0 && of.every((f) => typeName(f) === "DateTime");
    };
    /** The day of a source, who published no hour. */
    const day = (path: string) => /^Manufacturer(Support|Product)\.asOf$/.test(path);
    const other = instants.filter(
      ([path, p]) => !day(path) && typeName(p) !== "DateTime" && !isInputObjectType(getNamedType(p.type)) && !moved(p),
    );
    // a technician's name at the time of the breach
    expect(paths(other).filter((p) => !p.startsWith("Breach.assigneeAtBreach"))).toEqual([]);
    expect(paths(parts.filter(([, p]) => /date$/i.test(p.name) && typeName(p) !== "Date"))).toEqual([]);
  });

  test("whoever speaks of days or wall times names the IANA zone they are in", () => {
    const zoned = (type: GraphQLNamedType) => parts.some(([, p, of]) => of === type && p.name === "timeZone");
    const week = types.filter((type) => parts.some(([, p, of]) => of === type && p.name === "week"));
    expect(week.length).toBeGreaterThan(1);
    expect(week.filter((type) => !zoned(type)).map((type) => type.name)).toEqual([]);
    for (const [path, p] of parts.filter(([, q]) => q.name === "timeZone"))
      expect(p.description, path).toMatch(/IANA|zone/);
    const days = parts.filter(([, p, of]) => typeName(p) === "Date" && !zoned(of));
    expect(
      days.filter(([, p]) => !/zone|calendar|client|day/i.test(p.description ?? "")).map(([path]) => path),
    ).toEqual([]);
  });
});

describe("nothing is silently missing (A-8)", () => {
  /** What a scope of a key can hide: by the type that is read. */
  const SCOPES: { readonly [type: string]: string } = {
    Ticket: "tickets:read",
    SlaClock: "tickets:read",
    RemoteSession: "tickets:read",
    TimelineEntry: "tickets:read",
    CoverageDecision: "tickets:read",
    Client: "clients:read",
    Contract: "clients:read",
    Device: "clients:read",
    FairUse: "clients:read",
    Contact: "contacts:read",
  };

  test("where a field leads from what one scope shows to what another may hide, it may be null beside its error", () => {
    const crossing = parts.filter(
      ([, p, of]) => of.name in SCOPES && typeName(p) in SCOPES && SCOPES[of.name] !== SCOPES[typeName(p)],
    );
    expect(crossing.length).toBeGreaterThan(3);
    expect(paths(crossing.filter(([, p]) => isNonNullType(p.type)))).toEqual([]);
  });

  test("what stands in a list of things found by id may be null in it", () => {
    const nodes = schema.getQueryType()?.getFields()["nodes"]?.type as never;
    const list = getNullableType(nodes);
    expect(isListType(list) && !isNonNullType(list.ofType)).toBe(true);
  });
});
