import { deviceSupport } from "../coverage/look-at-devices.job.ts";
import { exportExpiry, webhookQuiet, webhookRetries } from "../partners/partner-timers.job.ts";
import type { DueRows } from "../platform/due-rows.ts";
import { idempotencyRecords } from "../platform/forget-records.job.ts";
import { mailRetries } from "../platform/mail/mail-retries.job.ts";
import {
  appointmentsWithoutTicket,
  lapsedHolds,
  passedAppointments,
  remindersOfAppointments,
} from "../sessions/appointment-timers.job.ts";
import { sessionsAtClosing } from "../sessions/end-closed.job.ts";
import { vanishedSessions } from "../sessions/end-vanished.job.ts";
import { sessionsOfEndedTickets } from "../sessions/end-with-ticket.job.ts";
import { policyApplications } from "../sla/apply-edits.job.ts";
import { clockEdges } from "../sla/fire-due-clocks.job.ts";
import { unattachedFiles } from "../tickets/attachments/forget-attachments.job.ts";
import { coverageOfANewDay } from "../tickets/decide-each-day.job.ts";
import { overdueWaits } from "../tickets/end-waits.job.ts";

/** Everything that happens by time alone. */
export const dueSources: readonly DueRows[] = [
  policyApplications,
  clockEdges,
  vanishedSessions,
  sessionsAtClosing,
  sessionsOfEndedTickets,
  overdueWaits,
  coverageOfANewDay,
  appointmentsWithoutTicket,
  remindersOfAppointments,
  passedAppointments,
  lapsedHolds,
  deviceSupport,
  idempotencyRecords,
  unattachedFiles,
  webhookRetries,
  webhookQuiet,
  exportExpiry,
  mailRetries,
];
