import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Contract } from "../clients/clients.graphql.ts";
import type { AddOnChange } from "../clients/set-add-on.ts";
import type { Context } from "../platform/context.ts";
import type { Desk } from "../platform/desk.ts";
import { toGlobalId, uuidOf } from "../platform/global-id.ts";
import { payloadOf, userErrorOf } from "../platform/payload.ts";
import { Position } from "../platform/scalars.ts";
import { beginApplication } from "./apply-edit.ts";
import { type DryRun, dryRun, type Move } from "./dry-run.ts";
import { addOnEdit, buyAddOn, editOfInput, publishedEdit, stopAddOn } from "./edit-of-input.ts";
import {
  ApplyToOpenClocksInput,
  ClockMove,
  DisturbedTicket,
  EndAddOnInput,
  PolicyApplication,
  PolicyDryRun,
  PolicyDryRunInput,
  SetAddOnInput,
} from "./policy.graphql.ts";
import { type ApplicationRow, applications, applicationsById, disturbed } from "./policy-applications.sql.ts";
import { calendarCause } from "./publish.ts";

const codes = {
  INVALID: "A field holds something that cannot be used; each fault is listed with its field.",
  NOT_FOUND: "Something that was named does not exist.",
} as const;

const DryRunError = userErrorOf("PolicyDryRun", codes);
@ObjectType({ description: "The answer to policyDryRun." })
class PolicyDryRunAnswer {
  @Field(() => PolicyDryRun, { nullable: true, description: "What it would do; null when it could not be made." })
  dryRun!: object | null;
  @Field(() => [DryRunError], { description: "Why the edit itself would be refused; empty when it would not." })
  userErrors!: object[];
}
@ObjectType({ description: "The answer to ApplyToOpenClocks." })
class ApplyToOpenClocksPayload extends payloadOf("ApplyToOpenClocks", codes) {
  @Field(() => PolicyApplication, { nullable: true, description: "The application; null when it was refused." })
  application!: object | null;
}
@ObjectType({ description: "The answer to SetAddOn." })
class SetAddOnPayload extends payloadOf("SetAddOn", codes) {
  @Field(() => Contract, { nullable: true, description: "The contract; null when it was refused." })
  contract!: object | null;
  @Field(() => PolicyApplication, { nullable: true, description: "How open clocks follow; null where none do." })
  application!: object | null;
}
@ObjectType({ description: "The answer to EndAddOn." })
class EndAddOnPayload extends payloadOf("EndAddOn", codes) {
  @Field(() => Contract, { nullable: true, description: "The contract; null when it was refused." })
  contract!: object | null;
  @Field(() => PolicyApplication, { nullable: true, description: "How open clocks follow; null where none do." })
  application!: object | null;
}

/** An application as the API shows it. */
export const showApplication = (row: ApplicationRow) => ({ ...row });
const MOST = 1_000;
const bounded = (first: number) => Math.min(Math.max(first, 0), MOST);
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? "" : "s"}`;

@Resolver(() => PolicyDryRun)
export class DryRunResolver {
  @Query(() => PolicyDryRunAnswer, {
    description:
      "What an edit would do to open clocks, before it is made: all of them, at one snapshot. Applying it at once does exactly this, except to tickets in which something happens in between.",
  })
  async policyDryRun(@Arg("input", () => PolicyDryRunInput) input: PolicyDryRunInput, @Ctx() context: Context) {
    return context.look(async (desk) => {
      const tried = await editOfInput(desk, input);
      if (tried.kind === "refused") return { dryRun: null, userErrors: [...tried.faults] };
      return {
        dryRun: { ...summaryOf(await dryRun(desk.em, tried.edit, desk.now)), edit: tried.edit },
        userErrors: [],
      };
    });
  }

  @FieldResolver(() => [ClockMove], {
    description: "The clocks that would move: first what would breach, then by due.",
  })
  moves(
    @Root() run: DryRun,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, at most 1,000." }) first: number,
    @Arg("skip", () => Int, { defaultValue: 0, description: "How many to step over." }) skip: number,
  ) {
    const page: readonly Move[] = run.moves.slice(Math.max(skip, 0), Math.max(skip, 0) + bounded(first));
    return page.map((move) => ({ ...move, ticketId: toGlobalId("Ticket", move.id) }));
  }
}

function summaryOf(run: DryRun) {
  const moved = run.moves.length;
  const wouldBreach = run.moves.filter((move) => move.breaches).length;
  const sentence = `${count(moved, "clock")} of ${run.openClocks} would move, ${wouldBreach} would breach at once.`;
  return { ...run, moved, wouldBreach, sentence };
}

@Resolver(() => PolicyApplication)
export class PolicyResolver {
  @Mutation(() => ApplyToOpenClocksPayload, {
    description:
      "Counts open clocks by a published version: a plan's targets from their start, a calendar's hours from now on.",
  })
  async applyToOpenClocks(
    @Arg("input", () => ApplyToOpenClocksInput) input: ApplyToOpenClocksInput,
    @Ctx() context: Context,
  ) {
    return context.verb(async (desk) => {
      const found = await publishedEdit(desk.em, input, desk.now);
      if (found.kind === "refused") return { application: null, userErrors: [...found.faults] };
      const { edit } = found;
      const cause =
        edit.kind === "CALENDAR" ? calendarCause(edit.calendar, null) : `plan ${input.code}, version ${input.version}`;
      return { application: showApplication(await beginApplication(desk, edit, cause)), userErrors: [] };
    });
  }

  @Mutation(() => SetAddOnPayload, {
    description:
      "A client buys an extra. With AFTER_HOURS, open clocks of the contract count by it from that instant on.",
  })
  async setAddOn(@Arg("input", () => SetAddOnInput) input: SetAddOnInput, @Ctx() context: Context) {
    return context.verb(async (desk) => answer(desk, await buyAddOn(desk, input), input.kind, "bought"));
  }

  @Mutation(() => EndAddOnPayload, {
    description: "An extra ends. With AFTER_HOURS, open clocks of the contract stop counting by it at that instant.",
  })
  async endAddOn(@Arg("input", () => EndAddOnInput) input: EndAddOnInput, @Ctx() context: Context) {
    return context.verb(async (desk) => answer(desk, await stopAddOn(desk, input), input.kind, "ended"));
  }

  @Query(() => [PolicyApplication], { description: "What was applied to open clocks, newest first, at most 100." })
  async policyApplications(@Ctx() context: Context) {
    return (await context.read<ApplicationRow>(applications(100))).map(showApplication);
  }

  @Query(() => PolicyApplication, {
    nullable: true,
    description: "One application; null when there is none by this id.",
  })
  async policyApplication(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() context: Context) {
    const [row] = await context.read<ApplicationRow>(applicationsById([uuidOf("PolicyApplication", id)]));
    return row ? showApplication(row) : null;
  }

  @FieldResolver(() => [DisturbedTicket], {
    description:
      "Tickets in which something happened after a dry run and before this was done: they may differ from it.",
  })
  async disturbedSince(
    @Root() application: ApplicationRow,
    @Arg("position", () => Position, { description: "The dry run's position." }) position: string,
    @Ctx() context: Context,
  ) {
    type Row = { ticketId: string; number: number; event: string; at: number };
    const rows = await context.read<Row>(disturbed(application.id, position, MOST));
    return rows.map((row) => ({ ...row, ticketId: toGlobalId("Ticket", row.ticketId) }));
  }
}

async function answer(desk: Desk, done: AddOnChange, kind: SetAddOnInput["kind"], what: string) {
  if (done.kind === "refused") return { contract: null, application: null, userErrors: [...done.faults] };
  const { contract } = done;
  const shown = { ...contract, from: contract.fromDate, until: contract.untilDate };
  if (kind !== "AFTER_HOURS") return { contract: shown, application: null, userErrors: [] };
  const application = await beginApplication(desk, await addOnEdit(desk.em, done), `after-hours add-on ${what}`);
  return { contract: shown, application: showApplication(application), userErrors: [] };
}
