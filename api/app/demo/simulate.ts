import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { createOrm } from "../../platform/database.ts";
import { Hint } from "../../platform/hint.ts";
import type { Logger } from "../../platform/log.ts";
import type { RoleUrls } from "../../platform/roles.ts";
import { entities } from "../entities.ts";
import { findPeople } from "./cast.ts";
import { Dice } from "./random.ts";
import { step } from "./step.ts";

const EVERY_MS = 5_000;

/**
 * Keeps the demo alive: every few seconds somebody does a small thing, by the very verbs of the product. A failure is
 * logged, and the next step goes on: a demo must not take the desk down.
 */
export async function simulate(urls: RoleUrls, log: Logger): Promise<{ stop(): Promise<void> }> {
  const orm = await createOrm(urls.staff, entities, 2);
  const hint = new Hint(urls.staff);
  const dice = new Dice(Math.floor(performance.timeOrigin));
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const turn = async () => {
    const people = await findPeople(orm.em.fork() as SqlEntityManager).catch(() => null); // not set up yet
    if (people && people.staff.length > 0) await step(orm, people, dice);
    hint.give();
  };
  const timer = setInterval(() => {
    running = running
      .then(() => (stopped ? undefined : turn()))
      .catch((error) => log.warn({ err: error }, "a step of the demo failed"));
  }, EVERY_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      await Promise.all([hint.close(), orm.close(true)]);
    },
  };
}
