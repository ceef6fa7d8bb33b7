import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { localDate } from "../core/business-calendar/zone.ts";
import type { Instant } from "../core/time.ts";
import { cursorOf, pageOf, pageSize, readCursor } from "../platform/connection.ts";
import type { Context } from "../platform/context.ts";
import { optionalUuidOf } from "../platform/global-id.ts";
import { groupBy } from "../platform/group-by.ts";
import { payloadOf } from "../platform/payload.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";
import { AddOnKindEnum, Client, ClientConnection, Contact, Contract, Device, Partner } from "./clients.graphql.ts";
import { createClient } from "./create-client.ts";
import {
  type ClientRow,
  type ContactRow,
  clientColumns,
  contractsOn,
  deviceColumns,
  deviceOf,
  partnersById,
} from "./read-clients.ts";

@InputType({ description: "A dated extra of a contract." })
class AddOnInput {
  @Field(() => AddOnKindEnum, { description: "Which extra." })
  kind!: "AFTER_HOURS" | "IMMEDIATE";
  @Field(() => DateTime, { description: "From this instant on." })
  from!: Instant;
  @Field(() => DateTime, { nullable: true, description: "Until this instant; null: no end." })
  until?: Instant | null;
}
@InputType({ description: "A new client with its contract." })
class CreateClientInput {
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => String, { description: "Short code: capital letters, digits, hyphens; unique within the partner." })
  code!: string;
  @Field(() => String, { description: "IANA time zone." })
  timeZone!: string;
  @Field(() => String, { description: "Code of the plan it buys." })
  planCode!: string;
  @Field(() => String, { description: "Code of the calendar its promises are counted by." })
  calendarCode!: string;
  @Field(() => CalendarDate, { description: "First day of the contract, in the client's zone." })
  contractFrom!: string;
  @Field(() => ID, { nullable: true, description: "Whose client it is; without it, the provider's own." })
  partnerId?: string | null;
  @Field(() => [AddOnInput], { nullable: true, description: "Extras it buys." })
  addOns?: AddOnInput[] | null;
}
@ObjectType({ description: "The answer to CreateClient." })
class CreateClientPayload extends payloadOf("CreateClient", {
  INVALID: "A field holds something that cannot be used.",
  ALREADY_EXISTS: "A client with this code exists.",
  NOT_FOUND: "Something that was named does not exist.",
}) {
  @Field(() => Client, { nullable: true, description: "The client; null when it was refused." })
  client!: object | null;
}

@Resolver(() => Client)
export class ClientResolver {
  @Query(() => ClientConnection, { description: "Clients you may see, by name." })
  async clients(
    @Ctx() context: Context,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Cursor to go on after." }) after?: string,
  ) {
    const page = { first, after };
    const values: unknown[] = [];
    const where = context.viewer.kind === "REQUESTER" ? [`id = $${values.push(context.viewer.clientId)}`] : ["true"];
    if (after != null) {
      const [name, id] = readCursor(after, "text", "id");
      where.push(`(name, id) > ($${values.push(name)}, $${values.push(id)}::uuid)`);
    }
    const limit = `$${values.push(pageSize(page).limit + 1)}`;
    const rows = await context.read<ClientRow>({
      text: `select ${clientColumns} from client where ${where.join(" and ")} order by name, id limit ${limit}`,
      values,
    });
    return pageOf(rows, page, (row) => cursorOf(row.name, row.id));
  }

  @Mutation(() => CreateClientPayload, {
    description: "Creates a client with its contract. Every fault is listed; with one, nothing is saved.",
  })
  async createClient(@Arg("input", () => CreateClientInput) input: CreateClientInput, @Ctx() context: Context) {
    const addOns = (input.addOns ?? []).map(({ kind, from, until }) => ({ kind, from, until: until ?? null }));
    const partnerId = optionalUuidOf("Partner", input.partnerId);
    const done = await context.verb((desk) => createClient(desk, { ...input, partnerId, addOns }));
    return done.kind === "refused" ? { client: null, userErrors: done.faults } : { client: done.row, userErrors: [] };
  }

  @FieldResolver(() => Partner, { nullable: true, description: "Whose client it is; null for the provider's own." })
  partner(@Root() client: ClientRow, @Ctx() context: Context) {
    return context.load("partner-of-client", client.partnerId, (ids) => partnersById(context, ids));
  }

  @FieldResolver(() => Contract, { nullable: true, description: "The contract in force at an instant; null: none." })
  async contract(
    @Root() client: ClientRow,
    @Ctx() context: Context,
    @Arg("at", () => DateTime, { nullable: true, description: "When; without it, now." }) at?: Instant,
  ) {
    const day = localDate(client.timeZone, at ?? (await context.now()));
    return context.load(`contract on ${day}`, client.id, (ids) => contractsOn(context, ids, day));
  }

  @FieldResolver(() => [Device], {
    nullable: true,
    description: "Its devices, by name (at most 100); null only beside an error.",
  })
  async devices(@Root() client: ClientRow, @Ctx() context: Context) {
    const rows = await context.load("devices-of-client", client.id, async (ids) =>
      groupBy(
        await context.read<Parameters<typeof deviceOf>[0]>({
          name: "devices-of-clients",
          text: `select d.* from client c cross join lateral (
                   select ${deviceColumns} from device where partner_id = c.partner_id and client_id = c.id
                    order by name, id limit 100) d
                  where c.id = any($1) order by d.name, d.id`,
          values: [ids],
        }),
        (row) => row.clientId,
      ),
    );
    return (rows ?? []).map(deviceOf);
  }

  @FieldResolver(() => [Contact], {
    nullable: true,
    description: "Its people, by name (at most 100); null only beside an error.",
  })
  async contacts(@Root() client: ClientRow, @Ctx() context: Context) {
    const rows = await context.load("contacts-of-client", client.id, async (ids) =>
      groupBy(
        await context.read<ContactRow & { clientId: string }>({
          name: "contacts-of-clients",
          text: `select p.*, c.id as "clientId" from client c cross join lateral (
                   select id, name, email, phone, lead from contact where partner_id = c.partner_id and client_id = c.id
                    order by name, id limit 100) p
                  where c.id = any($1) order by p.name, p.id`,
          values: [ids],
        }),
        (row) => row.clientId,
      ),
    );
    return rows ?? [];
  }
}
