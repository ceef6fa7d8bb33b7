import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { Client } from "../clients/clients.graphql.ts";
import { plansForClients } from "../clients/read-agreements.ts";
import type { ClientRow } from "../clients/read-clients.ts";
import type { Instant, Period, Seconds } from "../core/time.ts";
import { Technician } from "../people/people.graphql.ts";
import { techniciansById } from "../people/read-people.ts";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { groupBy } from "../platform/group-by.ts";
import { payloadOf } from "../platform/payload.ts";
import { CalendarDate } from "../platform/scalars.ts";
import { isStaff } from "../platform/viewer.ts";
import { Ticket } from "../tickets/ticket.graphql.ts";
import { TicketRefInput } from "../tickets/ticket.input.ts";
import type { TicketRow } from "../tickets/ticket.sql.ts";
import { answer as ticketAnswer, ticketPayload } from "../tickets/ticket-payload.ts";
import { ticketsById } from "../tickets/ticket-queries.resolver.ts";
import { fairUseOf, sessionsWithin } from "./fair-use-of.ts";
import { sessionsOfTickets } from "./read-sessions.ts";
import type { RemoteSession } from "./remote-session.entity.ts";
import { endSession, heartbeat, summariseSession } from "./run-session.ts";
import { FairUse, RemoteSessionType } from "./session.graphql.ts";
import { answer } from "./session-answer.ts";
import { startSession } from "./start-session.ts";

@InputType({ description: "The ticket to connect for." })
class StartSessionInput extends TicketRefInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Who at the client agreed when they were asked. Not needed at an appointment that they confirmed themselves.",
  })
  consentBy?: string | null;
}

@InputType({ description: "A running session." })
class HeartbeatInput {
  @Field(() => ID, { description: "The session." })
  sessionId!: string;
}
@InputType({ description: "A session to end." })
class EndSessionInput {
  @Field(() => ID, { description: "The session." })
  sessionId!: string;
  @Field(() => String, { nullable: true, description: "What was done. It may be written later, by summariseSession." })
  summary?: string | null;
}
@InputType({ description: "What was done in a session." })
class SummariseSessionInput {
  @Field(() => ID, { description: "The session." })
  sessionId!: string;
  @Field(() => String, { description: "What was done, for the ticket's story; internal." })
  summary!: string;
}

const unknown = "There is no such thing, or you may not see it.";
const ended = {
  NOT_FOUND: unknown,
  SESSION_ENDED: "The session has ended.",
  NOT_YOURS: "It is another technician's session.",
} as const;

const StartSessionPayload = ticketPayload(
  "StartSession",
  [
    "NOT_FOUND",
    "STALE_VERSION",
    "NOT_IN_THIS_STATUS",
    "FINAL_STATUS",
    "STAFF_ONLY",
    "ALREADY_EXISTS",
    "APPOINTMENT_NEEDED",
    "CONSENT_MISSING",
  ],
  { type: () => RemoteSessionType, name: "session", description: "The session; null when it was refused." },
);
@ObjectType({ description: "The answer to Heartbeat." })
class HeartbeatPayload extends payloadOf("Heartbeat", ended) {
  @Field(() => RemoteSessionType, { nullable: true, description: "The session; null when it was refused." })
  session!: RemoteSession | null;
}
@ObjectType({ description: "The answer to EndSession." })
class EndSessionPayload extends payloadOf("EndSession", ended) {
  @Field(() => RemoteSessionType, { nullable: true, description: "The session; null when it was refused." })
  session!: RemoteSession | null;
}

@ObjectType({ description: "The answer to SummariseSession." })
class SummariseSessionPayload extends payloadOf("SummariseSession", {
  NOT_FOUND: unknown,
  NOT_YOURS: "It was another technician's session.",
  INVALID: "Nothing was written.",
}) {
  @Field(() => RemoteSessionType, { nullable: true, description: "The session; null when it was refused." })
  session!: RemoteSession | null;
}

@Resolver(() => RemoteSessionType)
export class SessionResolver {
  @Mutation(() => StartSessionPayload, {
    description:
      "Starts a remote session on a ticket: at its appointment, or at once where the contract has the add-on for it. It counts on the client's fair use.",
  })
  async startSession(@Arg("input", () => StartSessionInput) input: StartSessionInput, @Ctx() context: Context) {
    const ref = { ticketId: uuidOf("Ticket", input.ticketId), expectedVersion: input.expectedVersion ?? null };
    const start = { ...ref, consentBy: input.consentBy ?? null, withLink: context.house.settings.remoteTool !== null };
    const outcome = await context.verb((desk) => startSession(desk, start));
    context.refresh();
    return { ...ticketAnswer(context.viewer, outcome), session: outcome.kind === "changed" ? outcome.session : null };
  }

  @Mutation(() => HeartbeatPayload, { description: "Says that a session is alive; send one every 20 seconds." })
  async heartbeat(@Arg("input", () => HeartbeatInput) input: HeartbeatInput, @Ctx() context: Context) {
    return answer(await context.verb((desk) => heartbeat(desk, uuidOf("RemoteSession", input.sessionId))));
  }

  @Mutation(() => EndSessionPayload, {
    description: "Ends a session: one's own, any as a manager, or as the requester on whose machine it is.",
  })
  async endSession(@Arg("input", () => EndSessionInput) input: EndSessionInput, @Ctx() context: Context) {
    const id = uuidOf("RemoteSession", input.sessionId);
    return answer(await context.verbAsDesk((desk) => endSession(desk, id, input.summary ?? null)));
  }

  @Mutation(() => SummariseSessionPayload, { description: "Says what was done in a session." })
  async summariseSession(
    @Arg("input", () => SummariseSessionInput) input: SummariseSessionInput,
    @Ctx() context: Context,
  ) {
    const id = uuidOf("RemoteSession", input.sessionId);
    return answer(await context.verb((desk) => summariseSession(desk, id, input.summary)));
  }

  @FieldResolver(() => Ticket, { description: "The ticket it is about." })
  ticket(@Root() session: RemoteSession, @Ctx() context: Context) {
    return context.load("ticket", session.ticketId, (ids) => ticketsById(context, ids));
  }

  @FieldResolver(() => Technician, { description: "Who connected." })
  technician(@Root() session: RemoteSession, @Ctx() context: Context) {
    return context.load("technician", session.technicianId, (ids) => techniciansById(context, ids));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "What was done, as the technician wrote it. Null while nobody has, and for all but the desk's own people.",
  })
  summary(@Root() session: RemoteSession, @Ctx() { viewer }: Context) {
    return isStaff(viewer) ? session.summary : null;
  }

  @FieldResolver(() => Int, { description: "Its length so far, in seconds." })
  async seconds(@Root() session: RemoteSession, @Ctx() context: Context): Promise<number> {
    return (session.endedAt ?? (await context.now())) - session.startedAt;
  }
}

@Resolver(() => Ticket)
export class TicketSessions {
  @FieldResolver(() => [RemoteSessionType], { description: "Its remote sessions, oldest first (at most 100)." })
  async sessions(@Root() ticket: TicketRow, @Ctx() context: Context) {
    const rows = await context.load("sessions-of-ticket", ticket.id, async (ids) =>
      groupBy(await sessionsOfTickets(context, ids), (row) => row.ticketId),
    );
    return rows ?? [];
  }
}

@Resolver(() => Client)
export class ClientFairUse {
  @FieldResolver(() => FairUse, { description: "Remote minutes used on a day of the client's own calendar." })
  async fairUse(
    @Root() client: ClientRow,
    @Ctx() context: Context,
    @Arg("date", () => CalendarDate, { nullable: true, description: "Which day; without it, today at the client." })
    date?: string,
  ): Promise<FairUse> {
    const at: Instant = await context.now();
    const plan = await context.load("plan-for-client", client.id, (ids) => plansForClients(context, ids));
    if (!plan) throw new Error(`no client ${client.id}`);
    const allowance = plan.terms.coverage.fairUseSecondsPerDay as Seconds;
    const use = await fairUseOf((day) => sessionsOn(context, client, day), client, allowance, at, date);
    return {
      date: use.date,
      timeZone: client.timeZone,
      allowanceSeconds: use.allowance,
      usedSeconds: use.used,
      remainingSeconds: use.remaining,
      runningSessions: use.running,
      runningTickets: use.runningTickets,
      asOf: at,
    };
  }
}

const sessionsOn = (context: Context, { id }: ClientRow, day: Period) =>
  context.load(`sessions ${day.from} ${day.until}`, id, async (ids) =>
    groupBy(await sessionsWithin(context, ids, day), (session) => session.clientId),
  );
