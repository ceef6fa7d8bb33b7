import { Calendar, Plan } from "../clients/agreement.entity.ts";
import { AddOn, Client, Contact, Contract, Device, Partner } from "../clients/clients.entity.ts";
import { CoverageDecision } from "../coverage/coverage-decision.entity.ts";
import { FairUseDay } from "../coverage/fair-use-day.entity.ts";
import { ManufacturerEdition, ManufacturerProduct } from "../coverage/manufacturer-data.entity.ts";
import { BulkExport } from "../partners/export.entity.ts";
import { WebhookDelivery, WebhookEndpoint, WebhookSecret, WebhookTry } from "../partners/webhook.entity.ts";
import { AuditEntry } from "../people/audit.entity.ts";
import { AccessToken, OneTimeLink, StaffAccount } from "../people/credentials.entity.ts";
import { WallDevice, WallPairing } from "../people/devices.entity.ts";
import { Shift, Team, TeamMember, Technician } from "../people/people.entity.ts";
import { IdempotencyRecord } from "../platform/idempotency-record.entity.ts";
import { LogReader, Mail, ReplyAddress } from "../platform/mail/mail.entity.ts";
import { SigningKey } from "../platform/signing-key.entity.ts";
import { Appointment, BookingLink } from "../sessions/appointment.entity.ts";
import { JoinLink } from "../sessions/join-link.entity.ts";
import { RemoteSession } from "../sessions/remote-session.entity.ts";
import { PolicyApplication } from "../sla/policy-application.entity.ts";
import { ClockFact, SlaClock, VerdictRevision } from "../sla/sla.entity.ts";
import { Attachment } from "../tickets/attachments/attachment.entity.ts";
import { ExternalRef, Ticket, TicketVersion, TimelineEntry } from "../tickets/ticket.entity.ts";

/** Every stored thing of the desk. */
export const entities = [
  Technician,
  Team,
  TeamMember,
  Shift,
  AccessToken,
  StaffAccount,
  OneTimeLink,
  WallDevice,
  WallPairing,
  AuditEntry,
  Partner,
  Client,
  Contact,
  Device,
  Contract,
  AddOn,
  Plan,
  Calendar,
  CoverageDecision,
  FairUseDay,
  ManufacturerProduct,
  ManufacturerEdition,
  ClockFact,
  SlaClock,
  VerdictRevision,
  PolicyApplication,
  Ticket,
  TicketVersion,
  TimelineEntry,
  ExternalRef,
  Attachment,
  SigningKey,
  RemoteSession,
  JoinLink,
  Appointment,
  BookingLink,
  IdempotencyRecord,
  Mail,
  ReplyAddress,
  LogReader,
  WebhookEndpoint,
  WebhookSecret,
  WebhookDelivery,
  WebhookTry,
  BulkExport,
];
