import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { Contract } from "../clients/clients.graphql.ts";
import type { PaidSupport as Paid } from "../core/coverage-policy/manufacturer-support.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { payloadOf } from "../platform/payload.ts";
import { CalendarDate } from "../platform/scalars.ts";
import { setPaidSupport } from "./set-paid-support.ts";

@ObjectType({ description: "Manufacturer support that a client pays for." })
class PaidSupport {
  @Field(() => String, { description: "The product." })
  product!: string;
  @Field(() => String, { nullable: true, description: "Its version; null: each of them." })
  version!: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last paid day; null: as long as the manufacturer sells it.",
  })
  until!: string | null;
}
@InputType({ description: "Manufacturer support that a client pays for, for example Windows ESU." })
class PaidSupportInput {
  @Field(() => String, { description: 'The product, as people say it: "Windows".' })
  product!: string;
  @Field(() => String, { nullable: true, description: 'Its version: "10"; left out: each of them.' })
  version?: string | null;
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The last paid day; left out: as long as the manufacturer sells it.",
  })
  until?: string | null;
}
@InputType({ description: "All manufacturer support that a contract records from now on." })
class SetPaidSupportInput {
  @Field(() => ID, { description: "Which contract." })
  contractId!: string;
  @Field(() => [PaidSupportInput], { description: "All of it, at most 50; what is left out is no longer recorded." })
  paidSupport!: PaidSupportInput[];
}
@ObjectType({ description: "The answer to SetPaidSupport." })
class SetPaidSupportPayload extends payloadOf("SetPaidSupport", {
  INVALID: "A field holds something that cannot be used; each fault is listed with its field.",
  NOT_FOUND: "There is no such contract.",
}) {
  @Field(() => Contract, { nullable: true, description: "The contract; null when it was refused." })
  contract!: object | null;
}

@Resolver(() => Contract)
export class PaidSupportResolver {
  @Mutation(() => SetPaidSupportPayload, {
    description:
      "Records the manufacturer support that a client pays for: what has ended counts as supported where it is recorded here. Every fault is listed; with one, nothing is saved.",
  })
  async setPaidSupport(@Arg("input", () => SetPaidSupportInput) input: SetPaidSupportInput, @Ctx() context: Context) {
    const stated = { contractId: uuidOf("Contract", input.contractId), paidSupport: input.paidSupport };
    const done = await context.verb((desk) => setPaidSupport(desk, stated));
    if (done.kind === "refused") return { contract: null, userErrors: [...done.faults] };
    const { fromDate: from, untilDate: until, ...contract } = done.contract;
    return { contract: { ...contract, from, until }, userErrors: [] };
  }

  @FieldResolver(() => [PaidSupport], {
    nullable: true,
    description: "Manufacturer support that it records as paid for; null only beside an error.",
  })
  async paidSupport(@Root() contract: { id: string }, @Ctx() context: Context): Promise<Paid[] | null> {
    const paid = await context.load("paid-support", contract.id, async (ids) => {
      const rows = await context.read<{ id: string; paid: Paid[] | null }>({
        name: "paid-support-of-contracts",
        text: "select id, paid_support as paid from contract where id = any($1)",
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, row.paid ?? []]));
    });
    return paid ?? [];
  }
}
