import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { formatInstant } from "../../core/business-calendar/zone.ts";
import { zoneDifferences } from "../../core/business-calendar/zone-differences.ts";
import { offsetStretches } from "../../core/business-calendar/zone-offsets.ts";
import type { Instant } from "../../core/time.ts";
import { TIME_ZONE_DATA } from "../../sla/clock-cache.ts";
import { carriedZones, offsetsIn } from "./carried-zones.ts";
import {
  type JoinLinks,
  joinLinks,
  type LastHoliday,
  type Letters,
  lastHolidays,
  letters,
  type Timers,
  timers,
  type Zone,
  zonesInUse,
} from "./findings.sql.ts";

/** One thing that was looked at: whether it is sound, and what was seen. */
type Finding = { readonly about: string; readonly sound: boolean; readonly says: string };

const TWO_YEARS = 731 * 86_400;
const WARN_DAYS = 90;

/** `doctor`: looks at everything that can go wrong unseen, and changes nothing. */
export async function doctor(
  em: SqlEntityManager,
  options: { readonly json: boolean },
  say: (text: string) => void,
): Promise<number> {
  const seen = await timers(em);
  const findings = [
    versions(),
    ...timeZones(await zonesInUse(em), Math.floor(seen.now) as Instant),
    ...holidays(await lastHolidays(em)),
    ...health(seen),
    mail(await letters(em), seen.watched),
    links(await joinLinks(em)),
  ];
  if (options.json) say(JSON.stringify({ at: formatInstant(Math.floor(seen.now) as Instant), findings }, null, 2));
  else for (const { about, sound, says } of findings) say(`${sound ? "✓" : "!"} ${about}: ${says}`);
  const odd = findings.filter((finding) => !finding.sound).length;
  if (!options.json) say(odd === 0 ? "All is well." : `${odd} thing${odd === 1 ? "" : "s"} to look at.`);
  return odd === 0 ? 0 : 1;
}

const versions = (): Finding => ({
  about: "versions",
  sound: true,
  says: `Node ${process.versions.node}, time-zone data ${TIME_ZONE_DATA}; judged by ${carriedZones().version}`,
});

/** Zones in which the newest data this build carries shows other wall clocks than the runtime, over two years. */
function timeZones(zones: readonly Zone[], now: Instant): Finding[] {
  const data = carriedZones();
  const until = (now + TWO_YEARS) as Instant;
  const findings = zones.flatMap(({ zone, contracts, clients, openClocks }): Finding[] => {
    const theirs = offsetsIn(data, zone);
    if (!theirs) return [{ about: zone, sound: true, says: `not known to ${data.version}, so it could not be judged` }];
    const [first, ...more] = zoneDifferences(offsetStretches(zone, now, until), theirs, now, until);
    if (!first) return [];
    const hours = `${first.by > 0 ? "+" : "−"}${Math.abs(first.by) / 3_600} h`;
    const from = formatInstant(first.from).slice(0, 10);
    const again = more.length > 0 ? `, and ${more.length} more times within two years` : "";
    const says = `${hours} from ${from}${again}: this runtime (${TIME_ZONE_DATA}) is older than ${data.version}. Concerned: ${contracts} contracts, ${clients} clients, ${openClocks} open clocks. Update Node, then run rebuild-clocks.`;
    return [{ about: zone, sound: false, says }];
  });
  const odd = findings.some((finding) => !finding.sound);
  const all = {
    about: "time zones",
    sound: true,
    says: `${zones.length} in use agree with ${data.version} for two years`,
  };
  return odd ? findings : [...findings, all];
}

const links = ({ left, note }: JoinLinks): Finding => ({
  about: "remote access",
  sound: left === 0,
  says:
    left === 0
      ? "no link to a machine outlives its session"
      : `${left} link${left === 1 ? "" : "s"} of sessions that have ended could not be withdrawn${note ? `: ${note}` : "; is a worker running that knows the remote tool?"}`,
});

const holidays = (calendars: readonly LastHoliday[]): Finding[] =>
  calendars.map(({ code, last, days }) => ({
    about: `holidays of calendar ${code}`,
    sound: days > WARN_DAYS,
    says:
      days > WARN_DAYS
        ? `known until ${last}`
        : `they end on ${last}, ${days < 0 ? `${-days} days ago` : `in ${days} days`}: publish its next version with those of the coming years`,
  }));

/** An hour is longer than a mail server is restarted for. */
const LATE = 3_600;
/** A letter that was made this very minute is on its way. */
const MOMENT = 60;

/** Goes by what the desk itself did with its letters: which server it was given stands in its own environment, not in this one. */
function mail({ waiting, oldest, untried, sending, error, failed, bounced }: Letters, watched: boolean): Finding {
  const wait = `${waiting} letter${waiting === 1 ? "" : "s"} wait${waiting === 1 ? "s" : ""}`;
  const back = `within a week ${bounced} came back and ${failed} ${failed === 1 ? "was" : "were"} given up`;
  const odd = (says: string): Finding => ({ about: "mail", sound: false, says });
  if (untried > MOMENT && !sending)
    return odd(
      watched
        ? `${wait}, and nobody has begun to send one: start the desk's worker with SMTP_URL, MAIL_FROM and PUBLIC_URL`
        : `${wait}, and no worker runs that could send them`,
    );
  if (waiting > 0 && oldest > LATE)
    return odd(
      `${wait}, one for ${Math.floor(oldest / LATE)} h: look at the mail server${error ? `, which said “${error}”` : ""}; ${back}`,
    );
  const none = waiting === 0 ? "no letter waits" : wait;
  return { about: "mail", sound: true, says: `${none}; ${back}` };
}

function health(seen: Timers): Finding[] {
  const pulse = seen.pulseAge ?? 0;
  return [
    {
      about: "operating time",
      sound: seen.withoutTime === 0,
      says:
        seen.withoutTime === 0
          ? "every open clock has some"
          : `${seen.withoutTime} open clocks have none: their calendar is not open within five years`,
    },
    {
      about: "timers",
      sound: seen.overdue === 0 || !seen.watched,
      says:
        seen.overdue === 0
          ? "none is late by more than a minute"
          : seen.watched
            ? `${seen.overdue} are late, by up to ${Math.round(seen.latest)} s, though a worker runs: look into its log`
            : `${seen.overdue} are due; no worker runs, and the next one catches up in their order`,
    },
    {
      about: "event log",
      sound: !seen.watched || pulse < 10,
      says: seen.watched
        ? `its last pulse was ${Math.round(pulse)} s ago; ${seen.inbox} events wait for their position`
        : `no worker runs; ${seen.inbox} events wait for their position`,
    },
  ];
}
