import type { Instant } from "../core/time.ts";
import { BUDGETS, isIntegration } from "../partners/limits/constants.ts";
import { Purses } from "../partners/limits/purse.ts";
import { KeyUse } from "../people/key-use.ts";
import { OpenSockets } from "../people/open-sockets.ts";
import { SignIn } from "../people/sign-in.ts";
import { Changes } from "../platform/changes.ts";
import { defaultSettings, type Settings } from "../platform/config.ts";
import { createOrm } from "../platform/database.ts";
import { type Desk, type Login, look, transact } from "../platform/desk.ts";
import { EventFeed } from "../platform/feed.ts";
import { Hint } from "../platform/hint.ts";
import type { House, Pulse } from "../platform/house.ts";
import type { Logger } from "../platform/log.ts";
import { Paces } from "../platform/paces.ts";
import { type PoolUse, ReadDoor } from "../platform/read.ts";
import type { RoleUrls } from "../platform/roles.ts";
import type { Budgets } from "../platform/throttle.ts";
import { Turns } from "../platform/turns.ts";
import { isStaff, originOf, type Viewer } from "../platform/viewer.ts";
import { dueSources } from "./due-sources.ts";
import { entities } from "./entities.ts";
import { TimeMachine } from "./set-clock.ts";

export type Composed = {
  house: House;
  signIn: SignIn;
  sockets: OpenSockets;
  keyUse: KeyUse;
  machine: TimeMachine;
  purses: Purses;
  pools(): PoolUse[];
  close(): Promise<void>;
};

/** A desk whose sequencer has never run. */
const NO_PULSE: Pulse = { at: 0 as Instant, ageSeconds: 2 ** 31 - 1 };

/** Puts the house together for a process that serves the API; `alone`: no other process sets this desk's clock. */
export async function compose(
  urls: RoleUrls,
  build: string,
  log: Logger,
  alone: boolean,
  {
    settings = defaultSettings(),
    budgets = BUDGETS,
    caught = null,
  }: { settings?: Settings; budgets?: Budgets; caught?: House["caught"] } = {},
): Promise<Composed> {
  const door = new ReadDoor(urls);
  const [orm, scopedOrm, workerOrm] = await Promise.all([
    createOrm(urls.staff, entities, 12),
    createOrm(urls.scoped, entities, 12),
    createOrm(urls.worker, entities, 2),
  ]);
  /** The second wall around writes: whoever is not staff acts on a login that the database confines to the partner's rows. */
  const loginOf = (viewer: Viewer): Login => {
    if (isStaff(viewer)) return { orm, partnerId: null };
    if (viewer.partnerId === null) throw new Error(`a ${viewer.kind} without a partner can do nothing`);
    return { orm: scopedOrm, partnerId: viewer.partnerId };
  };
  const feed = await new EventFeed(door, (err) => log.warn({ err }, "the event feed has to wait")).start(urls.staff);
  const hint = new Hint(urls.staff);
  const changes = new Changes((err) => log.error({ err }, "a picture for the boards could not be made"));
  feed.listen(() => changes.touch());
  const keyUse = new KeyUse(urls.staff, (err) => log.error({ err }, "the use of keys could not be written"));
  const signIn = new SignIn(door, (id) => keyUse.note(id));
  const sockets = new OpenSockets(door, {
    change: () => signIn.forget(),
    use: (id) => keyUse.note(id),
    fault: (err) => log.warn({ err }, "open sockets could not be looked after"),
  }).start(urls.staff);
  const clockWasSet = () => {
    signIn.clockWasSet();
    keyUse.clockWasSet();
    changes.touch();
  };
  const machine = new TimeMachine(urls.worker, workerOrm, dueSources, feed, clockWasSet, alone);
  const purses = new Purses(budgets);
  const performOn = async <T>(login: Login, viewer: Viewer, act: (desk: Desk) => Promise<T>): Promise<T> => {
    const done = await transact(login, viewer, originOf(viewer), act, machine.standing);
    hint.give();
    return done;
  };
  const paces = new Paces();
  const house: House = {
    read: (viewer, query) => door.read(viewer, query),
    readAsDesk: (query) => door.readAsDesk(query),
    perform: async (viewer, act) => performOn(loginOf(viewer), viewer, act),
    performAsDesk: (viewer, act) => performOn({ orm, partnerId: null }, viewer, act),
    look: (viewer, act) => look(orm, viewer, act),
    now: async () => (await machine.clock()).now,
    deskClock: () => machine.clock(),
    setClock: (to, rate) => machine.set(to, rate),
    turns: new Turns(),
    feed,
    changes,
    pulse: async () => {
      const [row] = await door.readAsDesk<Pulse>({
        name: "pulse",
        text: `select machine_at as at, ceil(extract(epoch from clock_timestamp() - machine_at))::int as "ageSeconds"
                 from desk_pulse`,
        values: [],
      });
      return row ?? NO_PULSE;
    },
    settings,
    caught,
    budgets,
    throttle: (viewer) => purses.throttle(viewer),
    heard: (viewer) => paces.heard(viewer.id),
    paceOf: (viewer) => (isIntegration(viewer.kind) ? paces.of(viewer.id) : null),
    build,
  };
  return {
    house,
    signIn,
    sockets,
    keyUse,
    machine,
    purses,
    pools: () => door.use,
    close: async () => {
      await Promise.all([feed.stop(), sockets.stop(), keyUse.close()]);
      await Promise.all([hint.close(), machine.close(), orm.close(true), scopedOrm.close(true), workerOrm.close(true)]);
      await door.close();
    },
  };
}
