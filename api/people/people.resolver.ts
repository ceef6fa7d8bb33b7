import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../platform/context.ts";
import { uuidOf } from "../platform/global-id.ts";
import { groupBy } from "../platform/group-by.ts";
import { payloadOf } from "../platform/payload.ts";
import { createTeam, createTechnician, type StaffRefusal } from "./create-staff.ts";
import { Team, Technician, Viewer } from "./people.graphql.ts";
import { type TeamRow, type TechnicianRow, techniciansById } from "./read-people.ts";

@InputType({ description: "A new team." })
class CreateTeamInput {
  @Field(() => String, { description: "Its name, unique in the desk." })
  name!: string;
}
@InputType({ description: "A new technician." })
class CreateTechnicianInput {
  @Field(() => String, { description: "Name as shown on the wall." })
  name!: string;
  @Field(() => String, { nullable: true, description: "E-mail address." })
  email?: string | null;
  @Field(() => [ID], { nullable: true, description: "Teams to join." })
  teamIds?: string[] | null;
}

const codes = {
  INVALID: "A field holds something that cannot be used.",
  ALREADY_EXISTS: "It exists already.",
  NOT_FOUND: "Something that was named does not exist.",
} as const;
@ObjectType({ description: "The answer to CreateTeam." })
class CreateTeamPayload extends payloadOf("CreateTeam", codes) {
  @Field(() => Team, { nullable: true, description: "The team; null when it was refused." })
  team!: object | null;
}
@ObjectType({ description: "The answer to CreateTechnician." })
class CreateTechnicianPayload extends payloadOf("CreateTechnician", codes) {
  @Field(() => Technician, { nullable: true, description: "The technician; null when it was refused." })
  technician!: object | null;
}
const errors = ({ code, field, message }: StaffRefusal) => [{ code, field, message }];

@Resolver(() => Technician)
export class PeopleResolver {
  @Query(() => Viewer, { description: "You, as this desk knows you." })
  viewer(@Ctx() { viewer }: Context): Viewer {
    return { kind: viewer.kind, name: viewer.name, scopes: viewer.scopes };
  }

  @Query(() => [Technician], { description: "Everybody who works tickets, by name (at most 1,000)." })
  technicians(@Ctx() context: Context) {
    return context.house.readAsDesk<TechnicianRow>({
      name: "technicians",
      text: "select id, name from technician order by name, id limit 1000",
      values: [],
    });
  }

  @Query(() => [Team], { description: "All teams, by name (at most 1,000)." })
  teams(@Ctx() context: Context) {
    return context.house.readAsDesk<TeamRow>({
      name: "teams",
      text: "select id, name from team order by name limit 1000",
      values: [],
    });
  }

  @Mutation(() => CreateTeamPayload, { description: "Creates a team." })
  async createTeam(@Arg("input", () => CreateTeamInput) input: CreateTeamInput, @Ctx() context: Context) {
    const done = await context.verb((desk) => createTeam(desk, input));
    return done.kind === "refused" ? { team: null, userErrors: errors(done) } : { team: done.row, userErrors: [] };
  }

  @Mutation(() => CreateTechnicianPayload, { description: "Creates a technician." })
  async createTechnician(
    @Arg("input", () => CreateTechnicianInput) input: CreateTechnicianInput,
    @Ctx() context: Context,
  ) {
    const teamIds = (input.teamIds ?? []).map((id) => uuidOf("Team", id));
    const done = await context.verb((desk) =>
      createTechnician(desk, { name: input.name, email: input.email ?? null, teamIds }),
    );
    return done.kind === "refused"
      ? { technician: null, userErrors: errors(done) }
      : { technician: done.row, userErrors: [] };
  }

  @FieldResolver(() => Boolean, { description: "Whether a shift covers this instant." })
  async onShift(@Root() technician: TechnicianRow, @Ctx() context: Context): Promise<boolean> {
    const found = await context.load("on-shift", technician.id, async (ids) => {
      const rows = await context.house.readAsDesk<{ id: string }>({
        name: "on-shift",
        text: `select distinct technician_id as id from shift
                where technician_id = any($1) and from_at <= (select desk_now()) and until_at > (select desk_now())`,
        values: [ids],
      });
      return new Map(rows.map((row) => [row.id, true]));
    });
    return found ?? false;
  }

  @FieldResolver(() => [Team], { name: "teams", description: "The teams they belong to." })
  async teamsOf(@Root() technician: TechnicianRow, @Ctx() context: Context) {
    const found = await context.load("teams-of-technician", technician.id, async (ids) =>
      groupBy(
        await context.house.readAsDesk<TeamRow & { technicianId: string }>({
          name: "teams-of-technicians",
          text: `select m.technician_id as "technicianId", t.id, t.name from team_member m join team t on t.id = m.team_id
                  where m.technician_id = any($1) order by t.name`,
          values: [ids],
        }),
        (row) => row.technicianId,
      ),
    );
    return found ?? [];
  }
}

@Resolver(() => Viewer)
export class ViewerTechnician {
  @FieldResolver(() => Technician, { nullable: true, description: "You as a technician; null unless you are staff." })
  technician(@Ctx() context: Context) {
    const id = context.viewer.technicianId;
    return id && context.load("technician", id, (ids) => techniciansById(context, ids));
  }
}
