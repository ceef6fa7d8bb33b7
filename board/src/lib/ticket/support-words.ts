import type { TicketShown } from "./documents.ts";

export type SupportShown = NonNullable<NonNullable<TicketShown["device"]>["support"]>;
/** How it is with a device's support, in words, and whether somebody ought to look. */
export type SupportWords = {
  readonly runs: string | null;
  readonly says: string;
  readonly tone: "fine" | "soon" | "ended" | "unknown";
};

/** From so many days on it is said in days: by then a replacement should be on its way. */
const SOON_DAYS = 30;

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const day = (date: string): string => days.format(new Date(`${date}T00:00:00Z`));

export function supportWords(support: SupportShown): SupportWords {
  const runs = support.product && support.version ? `${support.product} ${support.version}` : null;
  const { supported, endsOn, lastDay, daysLeft, paid } = support;
  if (supported === null) return { runs, says: support.unknownBecause ?? "support not known", tone: "unknown" };
  if (!supported) return { runs, says: endsOn ? `support ended ${day(endsOn)}` : "support has ended", tone: "ended" };
  const bought = paid ? ", paid for" : "";
  if (daysLeft !== null && daysLeft <= SOON_DAYS)
    return { runs, says: `leaves support ${inDays(daysLeft)}${bought}`, tone: "soon" };
  const until = lastDay ? `paid for until ${day(lastDay)}` : "paid for since";
  if (paid) return { runs, says: `support ended${endsOn ? ` ${day(endsOn)}` : ""}, ${until}`, tone: "fine" };
  // what is paid for beforehand counts on from the regular end
  const last = lastDay ?? endsOn;
  return { runs, says: last ? `supported until ${day(last)}` : "supported, end not announced", tone: "fine" };
}

const inDays = (n: number): string => (n === 0 ? "after today" : n === 1 ? "after tomorrow" : `in ${n} days`);
