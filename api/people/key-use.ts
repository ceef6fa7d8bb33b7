import pg from "pg";
import { uuidv7 } from "../platform/ids.ts";

const WRITE_EVERY_MS = 1_000;
/** A key that was noted is not looked at again for a minute of this machine. */
const REST_MS = 60_000;

/**
 * Notes that credentials were used: written beside the requests, all together, for each at most once a minute. The first
 * use of a key on a day of the desk (UTC) is recorded for good, in the same statement.
 */
const WRITE = `
  with used as (
    update access_token t set last_used_at = n.at
      from (select desk_now() as at) n, (select id, last_used_at from access_token where id = any($1::uuid[]) order by id for update) b
     where t.id = b.id and (b.last_used_at is null or b.last_used_at <= n.at - interval '1 minute')
    returning t.id, t.kind, t.name, t.prefix, t.partner_id, t.carrier, n.at, b.last_used_at as before)
  insert into audit_entry (id, at, action, actor_kind, actor_id, actor_name, about_type, about_id, about_name, detail)
  select i.id, at, 'KEY_USED', kind, coalesce(partner_id, used.id), name, 'ApiKey', used.id, name, jsonb_build_object('prefix', prefix)
    from used join unnest($1::uuid[], $2::uuid[]) as i(key, id) on i.key = used.id
   where carrier = 'BEARER' and kind in ('PARTNER', 'MONITORING')
     and (before is null or date_trunc('day', before, 'UTC') < date_trunc('day', at, 'UTC'))`;

export class KeyUse {
  readonly #pool: pg.Pool;
  readonly #onFault: (error: Error) => void;
  readonly #noted = new Map<string, number>();
  #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(url: string, onFault: (error: Error) => void) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: 1,
      application_name: "watchdesk-use",
      allowExitOnIdle: true,
    });
    this.#pool.on("error", () => {});
    this.#onFault = onFault;
  }

  /** Costs a request nothing but a look into a map. */
  note(id: string): void {
    const now = performance.now();
    if ((this.#noted.get(id) ?? Number.NEGATIVE_INFINITY) > now - REST_MS) return;
    this.#noted.set(id, now);
    this.#waiting.add(id);
    this.#timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS).unref();
  }

  /** The desk's clock was set: a minute of the machine says nothing about its minutes. */
  clockWasSet(): void {
    this.#noted.clear();
  }

  /** Writes what is waiting. */
  write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const ids = [...this.#waiting];
    this.#waiting = new Set();
    if (ids.length > 0)
      this.#writing = this.#writing.then(async () => {
        const values = [ids, ids.map(() => uuidv7())];
        await this.#pool.query({ name: "key-use", text: WRITE, values }).catch(this.#onFault);
      });
    if (this.#noted.size > 10_000) this.#noted.clear();
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.write();
    await this.#pool.end();
  }
}
