import { Migrator } from "@mikro-orm/migrations";
import { type EntitySchema, MikroORM, type Options } from "@mikro-orm/postgresql";
import { giveBackLost } from "./lost-connections.ts";
import { migrations } from "./migrations/index.ts";

export type Orm = MikroORM;

/** The unit of work for verbs, on one role's login: so many connections at most, of which some are kept when idle. */
export const createOrm = (
  clientUrl: string,
  entities: readonly EntitySchema[] | readonly unknown[],
  pool = 8,
  kept = 0,
): Promise<Orm> =>
  MikroORM.init({
    clientUrl,
    entities: entities as Options["entities"] & object,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, tableName: "schema_migration" },
    forceUtcTimezone: true,
    pool: { min: kept, max: pool },
    driverOptions: { onPoolCreated: giveBackLost },
    logger: () => {},
    // functions are the migrations' own, and foreign keys lead with the partner, which relations could not say
    schemaGenerator: { ignoreRoutines: true, createForeignKeyConstraints: false },
  } as Options) as Promise<Orm>;

/** Brings the schema up to this build, or says why it cannot. */
export async function migrate(orm: Orm): Promise<void> {
  const known = new Set(migrations.map((m) => m.name));
  const executed = await orm.migrator.getExecuted().catch(() => []);
  const newer = executed.filter((m) => !known.has(m.name)).map((m) => m.name);
  if (newer.length > 0)
    throw new NewerSchema(
      `The database is of a newer version (it has ${newer.join(", ")}): start that version of Watchdesk, or use another database.`,
    );
  await orm.migrator.up();
}

/** The database was migrated by a later build; nothing was touched. */
export class NewerSchema extends Error {}
