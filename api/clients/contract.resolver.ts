import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Viewer } from "../people/people.graphql.ts";
import type { Context } from "../platform/context.ts";
import { AddOn, Client, Contract, Partner } from "./clients.graphql.ts";
import { addOnsByContract } from "./read-agreements.ts";
import { clientsById } from "./read-clients.ts";

type ContractRow = { id: string; clientId: string };

@Resolver(() => Contract)
export class ContractFields {
  @FieldResolver(() => Client, { description: "Who bought it." })
  client(@Root() contract: ContractRow, @Ctx() context: Context) {
    return context.load("client", contract.clientId, (ids) => clientsById(context, ids));
  }

  @FieldResolver(() => [AddOn], { description: "Its extras, oldest first." })
  async addOns(@Root() contract: ContractRow, @Ctx() context: Context): Promise<AddOn[]> {
    return (await context.load("add-ons", contract.id, (ids) => addOnsByContract(context, ids))) ?? [];
  }
}

@Resolver(() => Viewer)
export class ViewerClient {
  @FieldResolver(() => Client, {
    nullable: true,
    description: "The client you belong to; null for staff, partners and walls.",
  })
  client(@Ctx() context: Context) {
    const id = context.viewer.clientId;
    return id && context.load("client", id, (ids) => clientsById(context, ids));
  }

  @FieldResolver(() => Partner, { nullable: true, description: "The partner you are; null for everybody else." })
  async partner(@Ctx() context: Context) {
    if (context.viewer.kind !== "PARTNER") return null;
    const [row] = await context.house.readAsDesk<{ id: string; name: string }>({
      name: "partner-of-viewer",
      text: "select id, name from partner where id = $1",
      values: [context.viewer.partnerId],
    });
    return row ?? null;
  }
}
