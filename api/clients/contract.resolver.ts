import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../platform/context.ts";
import { AddOn, Client, Contract } from "./clients.graphql.ts";
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
