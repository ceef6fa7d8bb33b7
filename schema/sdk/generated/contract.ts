// Made from the contract by `npm run schema`: not written by hand.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, `YYYY-MM-DD`, in the zone that the field names. */
  Date: { input: string; output: string; }
  /** An instant in UTC, RFC 3339 with Z, in whole seconds. Fractions given in input are cut off. */
  DateTime: { input: string; output: string; }
  /** A place in your feed (the partner's for its key, the desk's for staff and wall): dense, a decimal string. Positions of two feeds are never compared. */
  Position: { input: string; output: string; }
};

/** Who did it. */
export type ActorKind =
  /** The desk itself: its clocks, its timers. */
  | 'DESK'
  /** A manager. */
  | 'MANAGER'
  /** A monitoring product. */
  | 'MONITORING'
  /** Another company's system, through the API. */
  | 'PARTNER'
  /** A person at a client. */
  | 'REQUESTER'
  /** A technician. */
  | 'TECHNICIAN'
  /** A screen on a wall. */
  | 'WALL';

/** An expected refusal of AddNote. Nothing was changed. */
export type AddNoteError = {
  /** The reason, from this mutation's own list. */
  code: AddNoteErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why AddNote was refused. */
export type AddNoteErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An internal note. */
export type AddNoteInput = {
  /** Files to come with it, in their order, by the ids that `POST /attachments` answered you; at most 10. Each can be attached once. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The note. */
  body: Scalars['String']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to AddNote. */
export type AddNotePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<AddNoteError>;
};

/** An extra that a client bought, in force in `[from, until)`. */
export type AddOn = {
  /** From this instant on. */
  from: Scalars['DateTime']['output'];
  /** Which extra. */
  kind: AddOnKind;
  /** Until this instant, which is no longer included; null: no end. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** A dated extra of a contract. */
export type AddOnInput = {
  /** From this instant on. */
  from: Scalars['DateTime']['input'];
  /** Which extra. */
  kind: AddOnKind;
  /** Until this instant; null: no end. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A dated extra of a contract. */
export type AddOnKind =
  /** Operating hours are 24×7, holidays included, while it is in force. */
  | 'AFTER_HOURS'
  /** Immediate remote support without an appointment. */
  | 'IMMEDIATE';

/** How many users cannot work. */
export type Affected =
  /** All users: urgent when there is no workaround. */
  | 'ALL'
  /** One user. */
  | 'ONE'
  /** Several users: precedence in the queue. */
  | 'SEVERAL';

/** How many users are affected, before and after. */
export type AffectedChange = {
  /** Before; null: nothing. */
  from: Maybe<Affected>;
  /** After; null: nothing. */
  to: Maybe<Affected>;
};

/** A condition on a Affected: exactly one of its fields. */
export type AffectedFilter =
  /** Is this. */
  { eq: Affected; in?: never; isNull?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Affected>; isNull?: never; }
  |  /** Is not set (true), or is (false). */
  { eq?: never; in?: never; isNull: Scalars['Boolean']['input']; };

/** What facts that came after the seal would have made of a clock. The verdict stays. */
export type AfterSeal = {
  /** When it would have been satisfied. */
  satisfiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The verdict it would have had; null: none yet. */
  verdict: Maybe<Verdict>;
};

/** What might have been otherwise. */
export type Alternative =
  /** Were the desk open round the clock. */
  | 'ROUND_THE_CLOCK'
  /** Had it never been paused. */
  | 'WITHOUT_PAUSES';

/** An expected refusal of AnswerBookingLink. Nothing was changed. */
export type AnswerBookingLinkError = {
  /** The reason, from this mutation's own list. */
  code: AnswerBookingLinkErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why AnswerBookingLink was refused. */
export type AnswerBookingLinkErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** When it suits is not said, or at too great length. */
  | 'INVALID'
  /** The booking link works no more: it is over, or a newer one was sent. */
  | 'LINK_OVER'
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket has ended: there is nothing left to agree on. */
  | 'NOT_IN_THIS_STATUS'
  /** It was asked for within the last ten minutes. */
  | 'TOO_SOON';

/** What to ask for, where the times on offer do not help. */
export type AnswerBookingLinkInput = {
  /** What is asked for. */
  ask: BookingAsk;
  /** In their own words; when it suits them, where another time is asked for. At most 5,000 characters. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to AnswerBookingLink. */
export type AnswerBookingLinkPayload = {
  /** When it was asked for; null when it was refused. */
  askedAt: Maybe<Scalars['DateTime']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<AnswerBookingLinkError>;
};

/** A budget in points: full at first, refilled by the second. Machine time. */
export type ApiBudget = {
  /** Points that it holds when full. */
  maximum: Scalars['Int']['output'];
  /** Points that flow in each second. */
  restorePerSecond: Scalars['Float']['output'];
};

/** A key by which a system asks. Its secret was told once, when it was made. */
export type ApiKey = Node & {
  /** The client that is monitored; null for a partner's key. */
  client: Maybe<Client>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Who made it; null for a ready-made one. */
  createdBy: Maybe<Scalars['String']['output']>;
  /** From this instant on it is refused; null: no end. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Whose system it is for. */
  kind: ApiKeyKind;
  /** When it was last used, to the minute; null: never. */
  lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  /** What uses it, as it was named. */
  name: Scalars['String']['output'];
  /** The partner it is for; null for the provider's own clients. */
  partner: Maybe<Partner>;
  /** What the key begins with; null for one from before keys had any. */
  prefix: Maybe<Scalars['String']['output']>;
  /** The key that was made in its place; null: none was. */
  replacedBy: Maybe<ApiKey>;
  /** When it was revoked; null: it was not. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** What it may be used for (see createApiKey); null for a monitoring source, which has no scopes. */
  scopes: Maybe<Array<Scalars['String']['output']>>;
  /** Whether it is good. */
  state: ApiKeyState;
};

/** A page of a list of ApiKey. */
export type ApiKeyConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<ApiKeyEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One ApiKey in a list, with its cursor. */
export type ApiKeyEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: ApiKey;
};

/** Whose system a key is for. */
export type ApiKeyKind =
  /** A monitoring product of one client: opens tickets for it, and sees those. */
  | 'MONITORING'
  /** A partner's own system, within its scopes. */
  | 'PARTNER';

/** Whether a key is good. */
export type ApiKeyState =
  /** It is good. */
  | 'ACTIVE'
  /** Its time is over. */
  | 'EXPIRED'
  /** A new key was made in its place; it is good until it expires. */
  | 'REPLACED'
  /** It was ended by somebody. */
  | 'REVOKED';

/** One limit, by its name in the `limit` of the error that tells of it. */
export type ApiLimit = {
  /** The most that is taken. */
  maximum: Scalars['Int']['output'];
  /** Its name, such as `depth`. */
  name: Scalars['String']['output'];
};

/** The limits in force: the very constants by which requests are judged. */
export type ApiLimits = {
  /** Operations of one key that run at once; more wait for their turn. */
  atOncePerKey: Scalars['Int']['output'];
  /** What may be uploaded and attached, in bytes, files and seconds; at most 100. */
  attachments: Array<ApiLimit>;
  /** The reserve of each key of a partner: no other key can spend it. */
  keyReserve: ApiBudget;
  /** The most points that one operation may request; more is COST_EXCEEDED. */
  operationCost: Scalars['Int']['output'];
  /** What all keys of one partner share, beyond their reserves. */
  partnerPool: ApiBudget;
  /** The budget of each person and each wall screen. */
  personBudget: ApiBudget;
  /** How costs are reckoned. */
  prices: ApiPrices;
  /** Refusals (429) a second of one key: whoever asks on without waiting is answered no faster than this. */
  refusalsPerSecond: Scalars['Int']['output'];
  /** What a request may look like, whoever sends it; at most 100. */
  shape: Array<ApiLimit>;
  /** How much of the process's time the answers to one key take at most while others ask too: long ones are made in slices. A page of a hundred takes tens of milliseconds then, where it took a few. */
  shareWhileOthersAsk: Scalars['Float']['output'];
  /** What sockets may hold and how long they may take; at most 100. */
  sockets: Array<ApiLimit>;
  /** The budget of each monitoring source. */
  sourceBudget: ApiBudget;
  /** Your own budget as it stands now; over it is RATE_LIMITED, with when to come back. */
  throttle: ApiThrottle;
  /** Operations of one key that may wait; more are RATE_LIMITED. */
  waitingPerKey: Scalars['Int']['output'];
};

/** What one field costs where that is not plain from the schema. */
export type ApiPrice = {
  /** `Type.field`; or `Type.field(argument)`, which it costs more when that argument is given. */
  field: Scalars['String']['output'];
  /** For how many items its list is counted; null: it is none. */
  items: Maybe<Scalars['Int']['output']>;
  /** Points for each parent; null: as any other of its kind. */
  points: Maybe<Scalars['Int']['output']>;
};

/** How costs are reckoned. A request costs `request`, and what it asks for, of these. */
export type ApiPrices = {
  /** A document that the desk does not know must be read: a point for so many of its characters. It is known for a while then, so that sending the same text with other variables costs nothing. */
  charactersReadPerPoint: Scalars['Int']['output'];
  /** The fields that cost otherwise; at most 500. */
  exceptions: Array<ApiPrice>;
  /** Each plain list of objects, for each parent; of things, for each thing. */
  list: Scalars['Int']['output'];
  /** Each page, besides its items: they cost what is asked of them, `first` or `last` times. */
  page: Scalars['Int']['output'];
  /** Each root field of a query or a subscription. */
  question: Scalars['Int']['output'];
  /** Every request. */
  request: Scalars['Int']['output'];
  /** Each thing with an id, wherever it stands. */
  thing: Scalars['Int']['output'];
  /** An upload costs a verb, and a point for so many of its bytes. */
  uploadBytesPerPoint: Scalars['Int']['output'];
  /** For how many items a plain list of things is counted, unless `exceptions` says otherwise. */
  usualItems: Scalars['Int']['output'];
  /** Each root field of a mutation. */
  verb: Scalars['Int']['output'];
};

/** What you may spend in this process: your own reserve and what you share, together. */
export type ApiThrottle = {
  /** Points that you could spend now. This question has been paid already. */
  available: Scalars['Int']['output'];
  /** Points that it holds when full. */
  maximum: Scalars['Int']['output'];
  /** Points that flow in each second. */
  restorePerSecond: Scalars['Float']['output'];
};

/** An expected refusal of ApplyToOpenClocks. Nothing was changed. */
export type ApplyToOpenClocksError = {
  /** The reason, from this mutation's own list. */
  code: ApplyToOpenClocksErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why ApplyToOpenClocks was refused. */
export type ApplyToOpenClocksErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** A published version, by its names. */
export type ApplyToOpenClocksInput = {
  /** Its code. */
  code: Scalars['String']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** PLAN or CALENDAR. */
  kind: PolicyEditKind;
  /** Its version. */
  version: Scalars['Int']['input'];
};

/** The answer to ApplyToOpenClocks. */
export type ApplyToOpenClocksPayload = {
  /** The application; null when it was refused. */
  application: Maybe<PolicyApplication>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ApplyToOpenClocksError>;
};

/** An agreed time at which a technician connects. */
export type Appointment = Node & {
  /** The same as an iCalendar file (RFC 5545, in UTC): its UID stays when it is moved or called off, so that a calendar changes its entry in place. */
  calendarFile: Scalars['String']['output'];
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Grows with each change; 0 while it stands as first agreed. */
  sequence: Scalars['Int']['output'];
  /** How it stands. */
  status: AppointmentStatus;
  /** The technician who connects. */
  technician: Maybe<Technician>;
  /** Name of the technician who connects. */
  technicianName: Scalars['String']['output'];
  /** Number of the ticket that it is for. */
  ticketNumber: Scalars['Int']['output'];
  /** When it ends. */
  until: Scalars['DateTime']['output'];
};

/** How an appointment stands. */
export type AppointmentStatus =
  /** Agreed; the ticket waits for it. */
  | 'BOOKED'
  /** Called off. */
  | 'CANCELLED'
  /** Over: there was a remote session in its time. */
  | 'KEPT'
  /** Over: nobody met. */
  | 'MISSED';

/** An expected refusal of AssignTicket. Nothing was changed. */
export type AssignTicketError = {
  /** The reason, from this mutation's own list. */
  code: AssignTicketErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why AssignTicket was refused. */
export type AssignTicketErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** To whom to give a ticket. Whatever is left out stays. */
export type AssignTicketInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The team. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
  /** The technician. */
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** True: nobody holds it any more. */
  unassign?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to AssignTicket. */
export type AssignTicketPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<AssignTicketError>;
};

/** A file that came with a request, a message or a note. */
export type Attachment = Node & {
  /** Who uploaded it, by the name of the time. */
  by: Scalars['String']['output'];
  /** What it is by its content, as a media type, whatever its name says. What reads as text (HTML and SVG too) is `text/plain`, what is not known `application/octet-stream`. */
  contentType: Scalars['String']['output'];
  /** When it was uploaded. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Its name, as it was uploaded; without folders, in at most 200 characters. */
  name: Scalars['String']['output'];
  /** Its bytes. */
  size: Scalars['Int']['output'];
  /** Where to GET it, as a path of this desk, by whoever has this link and without a credential: for five minutes at least, ten at most. Ask for it again then. It is always a download. */
  url: Scalars['String']['output'];
};

/** How many promises of a group were kept. */
export type AttainmentRow = {
  /** `met` ÷ `n`, from 0 to 1, not rounded; null when `n` is 0. */
  attainment: Maybe<Scalars['Float']['output']>;
  /** The client, where the group is one client's. */
  clientId: Maybe<Scalars['ID']['output']>;
  /** Fewer than 10 verdicts: the share says little. */
  few: Scalars['Boolean']['output'];
  /** Names the group: "2026-11", a priority's code, a client's id, or both by "|". */
  key: Scalars['String']['output'];
  /** The group in words. */
  label: Scalars['String']['output'];
  /** Clocks that count neither way: of cancelled or merged tickets, or without a promise. */
  leftOut: Scalars['Int']['output'];
  /** Clocks satisfied in time. */
  met: Scalars['Int']['output'];
  /** Clocks satisfied too late. */
  missed: Scalars['Int']['output'];
  /** The month of creation, "2026-11", where the group is a month. */
  month: Maybe<Scalars['String']['output']>;
  /** `met` plus `missed`: what the share is taken of. */
  n: Scalars['Int']['output'];
  /** Clocks without a verdict yet, breached ones included. */
  open: Scalars['Int']['output'];
  /** The priority's code, where the group is a priority. */
  priority: Maybe<Scalars['String']['output']>;
};

/** What is recorded for good. */
export type AuditAction =
  /** Somebody decided a ticket's coverage by hand. */
  | 'COVERAGE_OVERRIDDEN'
  /** A wall screen was let in. */
  | 'DEVICE_PAIRED'
  /** A wall screen was shut out. */
  | 'DEVICE_REVOKED'
  /** Rows of the desk were exported. */
  | 'EXPORTED'
  /** An API key or a monitoring source's token was made. */
  | 'KEY_CREATED'
  /** A key was revoked. */
  | 'KEY_REVOKED'
  /** A key was replaced by a new one. */
  | 'KEY_ROTATED'
  /** A key was used for the first time on that day (UTC). */
  | 'KEY_USED'
  /** A one-time link was made: to set a password, or to sign in. */
  | 'LINK_CREATED'
  /** A requester asked for a link to sign in by. */
  | 'LINK_REQUESTED'
  /** A coverage decision by hand was withdrawn: the rules decide again. */
  | 'OVERRIDE_WITHDRAWN'
  /** What manufacturer support a contract records as paid for was changed. */
  | 'PAID_SUPPORT_SET'
  /** A partner was added. */
  | 'PARTNER_CREATED'
  /** A password was set, by a one-time link. */
  | 'PASSWORD_SET'
  /** A manager set a ticket's priority by hand. */
  | 'PRIORITY_OVERRIDDEN'
  /** How the remote tool knows a device was changed. */
  | 'REMOTE_ACCESS_SET'
  /** A remote session ended. */
  | 'SESSION_ENDED'
  /** A remote session was started. */
  | 'SESSION_STARTED'
  /** Somebody signed in. */
  | 'SIGNED_IN'
  /** Somebody signed out, here or everywhere. */
  | 'SIGNED_OUT'
  /** Sign-ins were refused for a while, because too many had been wrong. */
  | 'SIGN_IN_LOCKED'
  /** A sign-in was refused: its proof was wrong, or nobody is known by it. */
  | 'SIGN_IN_REFUSED'
  /** What somebody who works here is good at was changed. */
  | 'SKILLS_SET'
  /** What somebody who works here may do was changed. */
  | 'STAFF_CHANGED'
  /** Somebody was invited to work here. */
  | 'STAFF_INVITED'
  /** What a client's device runs was said to be something else. */
  | 'TECHNOLOGY_CHANGED'
  /** A manager appended a revision to a sealed verdict. */
  | 'VERDICT_REVISED';

/** One thing that an act says of itself. */
export type AuditDetail = {
  /** What it is. */
  name: Scalars['String']['output'];
  /** Its value, as text. Never a secret. */
  value: Scalars['String']['output'];
};

/** One act, recorded in its own transaction and never changed. */
export type AuditEntry = Node & {
  /** What it was done to; null where that says nothing more. */
  about: Maybe<AuditParty>;
  /** What was done. */
  action: AuditAction;
  /** Who did it. */
  actor: AuditParty;
  /** From which network address; null where no request brought it. */
  address: Maybe<Scalars['String']['output']>;
  /** When it was done, in desk time. */
  at: Scalars['DateTime']['output'];
  /** What else is known of it (at most 20). */
  details: Array<AuditDetail>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
};

/** A page of a list of AuditEntry. */
export type AuditEntryConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<AuditEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One AuditEntry in a list, with its cursor. */
export type AuditEntryEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: AuditEntry;
};

/** Which entries; all that is given must hold. */
export type AuditFilter = {
  /** Only what was done to this. */
  aboutId?: InputMaybe<Scalars['ID']['input']>;
  /** Only these acts. */
  actions?: InputMaybe<Array<AuditAction>>;
  /** Only what this technician, contact or partner did. */
  actorId?: InputMaybe<Scalars['ID']['input']>;
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Who did something, or what it was done to. */
export type AuditParty = {
  /** Its id; null for the desk, for nobody, and for what has none in the API. */
  id: Maybe<Scalars['ID']['output']>;
  /** Its name at the time. */
  name: Scalars['String']['output'];
  /** What they are: a kind of viewer, DESK for the desk itself, NOBODY for somebody unknown, or the type of a thing. */
  type: Scalars['String']['output'];
};

/** How much work stood open at an instant. */
export type Backlog = {
  /** The instant counted at; never later than now. */
  asOf: Scalars['DateTime']['output'];
  /** By priority, most urgent first. */
  byPriority: Array<BacklogCount>;
  /** Tickets not closed, cancelled or merged. */
  open: Scalars['Int']['output'];
  /** Of these, not resolved. */
  unresolved: Scalars['Int']['output'];
};

/** Tickets of one priority at an instant. */
export type BacklogCount = {
  /** Not closed, cancelled or merged. */
  open: Scalars['Int']['output'];
  /** The priority's code, as it was at that instant. */
  priority: Scalars['String']['output'];
  /** Of these, not resolved. */
  unresolved: Scalars['Int']['output'];
};

/** An expected refusal of BookAppointment. Nothing was changed. */
export type BookAppointmentError = {
  /** The reason, from this mutation's own list. */
  code: BookAppointmentErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why BookAppointment was refused. */
export type BookAppointmentErrorCode =
  /** An appointment stands already: move it, or cancel it. */
  | 'ALREADY_EXISTS'
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** The booking link works no more: it is over, or a newer one was sent. */
  | 'LINK_OVER'
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket has ended: there is nothing left to agree on. */
  | 'NOT_IN_THIS_STATUS'
  /** No slot begins then: the desk is closed, nobody works, or it is over eight weeks ahead. See `nearest`. */
  | 'NOT_OFFERED'
  /** The time has passed, or comes too soon; `nearest` offers others. */
  | 'SLOT_PASSED'
  /** The time is free no longer; `nearest` offers others. */
  | 'SLOT_TAKEN';

/** A slot to agree on. */
export type BookAppointmentInput = {
  /** When the slot begins, as `Booking.days` offers it. */
  from: Scalars['DateTime']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to BookAppointment. */
export type BookAppointmentPayload = {
  /** The appointment; null when it was refused. */
  appointment: Maybe<Appointment>;
  /** When it was refused: free times near it, earliest first (at most 6). */
  nearest: Array<Slot>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<BookAppointmentError>;
};

/** What a booking is about: a ticket, and the time somebody may take for it. */
export type Booking = {
  /** The appointment that stands; null: none does. */
  appointment: Maybe<Appointment>;
  /** When somebody last asked for it by the newest link; null: nobody did. */
  askedAt: Maybe<Scalars['DateTime']['output']>;
  /** What may be asked for by AnswerBookingLink: another time while the link is good, a new link once it is over. */
  asks: Array<BookingAsk>;
  /** Slots are offered until then: eight weeks ahead. */
  bookableUntil: Scalars['DateTime']['output'];
  /** Why nothing can be booked, in a sentence: the link is over, or the ticket has ended. Null: it can. */
  closedBecause: Maybe<Scalars['String']['output']>;
  /** What is free, by date; dates without a slot are left out. */
  days: Array<SlotDay>;
  /** The IANA zone of the desk's hours. */
  deskTimeZone: Scalars['String']['output'];
  /** From this instant on the link works no more: yours, or else the newest that was sent. Null: none was. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** The slot that is held for it; null: none is. */
  held: Maybe<HeldSlot>;
  /** How long an appointment takes, in seconds. */
  lengthSeconds: Scalars['Int']['output'];
  /** The remote sessions of the ticket, oldest first (at most 100): whoever may book may end the one that runs. */
  sessions: Array<RemoteSession>;
  /** What the ticket is about, as its requester wrote it. */
  subject: Scalars['String']['output'];
  /** Whose time is offered; null: that of whoever is free. */
  technicianName: Maybe<Scalars['String']['output']>;
  /** Number of the ticket. */
  ticketNumber: Scalars['Int']['output'];
  /** The client's IANA zone. */
  timeZone: Scalars['String']['output'];
};

/** What somebody asks for whom a booking link does not help. */
export type BookingAsk =
  /** None of the times fits. */
  | 'ANOTHER_TIME'
  /** The link is over. */
  | 'NEW_LINK';

/** Why whoever gets a booking link may not find what they need. */
export type BookingObstacle =
  /** Nobody here can do what the ticket is about. */
  | 'NOBODY_CAN'
  /** Nobody whose time is offered has a shift. */
  | 'NOBODY_WORKS'
  /** Nothing is free within hours and shifts. */
  | 'NOTHING_FREE'
  /** Times are free, of somebody who does other things than the ticket is about. */
  | 'NOT_THEIR_SKILL';

/** What whoever gets a booking link would find within the next 14 days. */
export type BookingOutlook = {
  /** What the ticket is about; null where it does not say, so that anybody can do it. */
  about: Maybe<TechnologyKind>;
  /** The first of them; null: none is free. */
  earliest: Maybe<Slot>;
  /** What stands in the way; null: nothing does. */
  obstacle: Maybe<BookingObstacle>;
  /** How many times are free. */
  slots: Scalars['Int']['output'];
  /** Whose time would be offered, by name (at most 1,000). */
  technicians: Array<Technician>;
  /** The same in a sentence that says what to do about it. */
  warning: Maybe<Scalars['String']['output']>;
};

/** Yes or no, before and after. */
export type BooleanChange = {
  /** Before; null: nothing. */
  from: Maybe<Scalars['Boolean']['output']>;
  /** After; null: nothing. */
  to: Maybe<Scalars['Boolean']['output']>;
};

/** A promise that was not kept in time, answered meanwhile or not. */
export type Breach = {
  /** Who held the ticket when it became late; null: nobody. */
  assigneeAtBreach: Maybe<Scalars['String']['output']>;
  /** The client's name. */
  client: Scalars['String']['output'];
  /** Last instant in time. */
  dueAt: Scalars['DateTime']['output'];
  /** Counted seconds late, so far where it is still open. */
  lateSeconds: Scalars['Int']['output'];
  /** Seconds late by the wall clock, so far where it is still open. */
  lateWallSeconds: Scalars['Int']['output'];
  /** What was promised. */
  metric: Metric;
  /** The ticket's number. */
  number: Scalars['Int']['output'];
  /** Seconds the clock stood still because the ticket waited. */
  pausedSeconds: Scalars['Int']['output'];
  /** Code of the clock's last priority. */
  priority: Scalars['String']['output'];
  /** When it was kept after all; null: not yet, or never. */
  satisfiedAt: Maybe<Scalars['DateTime']['output']>;
  /** The ticket's subject. */
  subject: Scalars['String']['output'];
  /** The ticket. */
  ticketId: Scalars['ID']['output'];
  /** How it ended; null while it has not. */
  verdict: Maybe<Verdict>;
};

/** A page of a list of Breach. */
export type BreachConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<BreachEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One Breach in a list, with its cursor. */
export type BreachEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Breach;
};

/** Which promises will be broken, and what would save them. The queue is played forward: whoever is free first on shift takes the first of the queue, needs the pace of the last four weeks, and takes the next. What usually arrives meanwhile, as at the same time of day in those weeks, the same weekday before others, and stands before a ticket is taken before it. It is what is to be expected, neither the best nor the worst; what is breached already is not in it. */
export type BreachForecast = {
  /** The instant it speaks of, in desk time. */
  asOf: Scalars['DateTime']['output'];
  /** Those that must be taken first, by `takeBy`: at most 5 on a wall, at most 50 of a queue. */
  breaches: Array<ForecastBreach>;
  /** It looks one operating day ahead, to here: what is due later is not in it. */
  horizonUntil: Scalars['DateTime']['output'];
  /** True: too few first responses were seen in four weeks (fewer than five), so that the service's own 15 minutes are presumed. */
  responsePresumed: Scalars['Boolean']['output'];
  /** Seconds from taking a ticket to its first response, as the forecast reckons: three of four take no longer. */
  responseSeconds: Scalars['Int']['output'];
  /** True: the desk has no shifts on record, of the last four weeks or ahead, so that every technician is presumed to work while the desk is open. */
  shiftsPresumed: Scalars['Boolean']['output'];
  /** Technicians on shift at `asOf`. */
  techniciansOnShift: Scalars['Int']['output'];
  /** Of how many. */
  total: Scalars['Int']['output'];
};

/** Everything of yours at one instant, as files. Go on in `changes` after its `position`. */
export type BulkExport = Node & {
  /** When it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it failed. */
  error: Maybe<Scalars['String']['output']>;
  /** When its files go: seven days after it was done, or when five newer ones are there. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Its files, at most three; none unless DONE. */
  files: Array<ExportFile>;
  /** When it was done, or had failed. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Lines written so far. */
  linesDone: Scalars['Int']['output'];
  /** Lines in all; null until they were counted. */
  linesTotal: Maybe<Scalars['Int']['output']>;
  /** Where to GET the manifest; null unless DONE. */
  manifestPath: Maybe<Scalars['String']['output']>;
  /** What it holds. */
  parts: Array<ExportPart>;
  /** Where to go on in your feed: what follows it, applied onto the files, is what the desk has. Null until it is known. */
  position: Maybe<Scalars['Position']['output']>;
  /** How far it is. */
  state: ExportState;
};

/** A page of a list of BulkExport. */
export type BulkExportConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<BulkExportEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One BulkExport in a list, with its cursor. */
export type BulkExportEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: BulkExport;
};

/** One published version of the hours in which promises are counted. */
export type Calendar = Node & {
  /** Code that contracts name. */
  code: Scalars['String']['output'];
  /** Contracts in force today that name its code, of those that you may see. */
  contracts: Scalars['Int']['output'];
  /** From when on it holds, where it was published ahead; until then the version before it holds. */
  effectiveFrom: Maybe<Scalars['DateTime']['output']>;
  /** Dates with other hours, in order; they replace weekday and holiday. */
  exceptions: Array<CalendarException>;
  /** Closed dates, in order. */
  holidays: Array<Holiday>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Open stretches in `[from, until)`, at most 400 days. */
  openPeriods: Array<Period>;
  /** When it was published, in desk time. */
  publishedAt: Scalars['DateTime']['output'];
  /** IANA time zone of its wall times. */
  timeZone: Scalars['String']['output'];
  /** Version, counted from 1. */
  version: Scalars['Int']['output'];
  /** All seven days, Monday first. */
  week: Array<DayHours>;
};


/** One published version of the hours in which promises are counted. */
export type CalendarOpenPeriodsArgs = {
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
};

/** A date with other hours: a half day, an emergency closure. */
export type CalendarException = {
  /** The date in the calendar's zone. */
  date: Scalars['Date']['output'];
  /** Why. */
  name: Scalars['String']['output'];
  /** Its open windows; empty: closed. */
  windows: Array<HoursWindow>;
};

/** A date with other hours; it replaces weekday and holiday. */
export type CalendarExceptionInput = {
  /** The date in the calendar's zone. */
  date: Scalars['Date']['input'];
  /** Why. */
  name: Scalars['String']['input'];
  /** Its windows; empty: closed. */
  windows: Array<HoursWindowInput>;
};

/** An expected refusal of CancelAppointment. Nothing was changed. */
export type CancelAppointmentError = {
  /** The reason, from this mutation's own list. */
  code: CancelAppointmentErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CancelAppointment was refused. */
export type CancelAppointmentErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** The booking link works no more: it is over, or a newer one was sent. */
  | 'LINK_OVER'
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket has ended: there is nothing left to agree on. */
  | 'NOT_IN_THIS_STATUS'
  /** No appointment stands. */
  | 'NO_APPOINTMENT'
  /** It has begun. */
  | 'SLOT_PASSED';

/** An appointment to call off. */
export type CancelAppointmentInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for the ticket's story; everybody on it reads this. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to CancelAppointment. */
export type CancelAppointmentPayload = {
  /** The appointment; null when it was refused. */
  appointment: Maybe<Appointment>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CancelAppointmentError>;
};

/** An expected refusal of Cancel. Nothing was changed. */
export type CancelError = {
  /** The reason, from this mutation's own list. */
  code: CancelErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Cancel was refused. */
export type CancelErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** A reason must be given. */
  | 'REASON_REQUIRED'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A ticket to cancel. */
export type CancelInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  reason: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to Cancel. */
export type CancelPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CancelError>;
};

/** A letter that a desk which is only tried out would have sent, as its reader would see it. */
export type CaughtMail = {
  /** Names of the files beside it. */
  attachments: Array<Scalars['String']['output']>;
  /** When it was caught, by the clock of the machine: a sandbox's own says nothing of it. */
  caughtAt: Scalars['DateTime']['output'];
  /** From whom, with the address. */
  from: Scalars['String']['output'];
  /** Names it until the desk is started again. */
  id: Scalars['ID']['output'];
  /** Its subject. */
  subject: Scalars['String']['output'];
  /** Its plain text. The links in it are good. */
  text: Scalars['String']['output'];
  /** To which addresses. */
  to: Array<Scalars['String']['output']>;
};

/** One event of your feed, with all that is needed to apply it. */
export type Change = {
  /** Who did it. */
  actor: ChangeActor;
  /** When, in desk time. */
  at: Scalars['DateTime']['output'];
  /** The files that came with it, by id and name; at most 10. `entry` (of a new ticket, `ticket`) has their links. */
  attachments: Array<NamedRef>;
  /** What it changed, old and new. */
  changed: ChangedFields;
  /** The clock it is about, as it is now; null for changes that are about none. */
  clock: Maybe<SlaClock>;
  /** The message or note that was written; null for changes that wrote none. */
  entry: Maybe<TimelineEntry>;
  /** Unique, and the same whenever and however it is delivered: what was applied is known by it. */
  id: Scalars['ID']['output'];
  /** The id of the API key it came with; null when it came with none. What has your own is your echo. */
  origin: Maybe<Scalars['String']['output']>;
  /** Whether it came with the very key you use now. */
  own: Scalars['Boolean']['output'];
  /** Its place in your feed. */
  position: Scalars['Position']['output'];
  /** The ticket as it is now: at least as new as this change. Null: about none, or see `tombstone`. */
  ticket: Maybe<Ticket>;
  /** The ticket's id; null for news of the desk that is about no ticket. */
  ticketId: Maybe<Scalars['ID']['output']>;
  /** The ticket's version after this change; null where it made none (a clock's edge, say). */
  ticketVersion: Maybe<Scalars['Int']['output']>;
  /** Set where the ticket is deleted or has left your sight; whatever you know of it is to go. */
  tombstone: Maybe<Tombstone>;
  /** What happened. */
  type: ChangeType;
};

/** Who did it, by the name of the time. */
export type ChangeActor = {
  /** The technician, contact or partner; null for anybody else. */
  id: Maybe<Scalars['ID']['output']>;
  /** What kind. */
  kind: ActorKind;
  /** The name. */
  name: Scalars['String']['output'];
};

/** News. Apply it only if `from` is your position; `to` is your position then. */
export type ChangeDelta = {
  /** The changes, in order; at most 100. */
  changes: Array<Change>;
  /** The position it follows. */
  from: Scalars['Position']['output'];
  /** Where it ends: also past events that were left out. */
  to: Scalars['Position']['output'];
};

/** A sign of life every 5 s. It may move your position past events that were left out. */
export type ChangeHeartbeat = {
  /** Desk time. */
  asOf: Scalars['DateTime']['output'];
  /** The position it follows. */
  from: Scalars['Position']['output'];
  /** Machine time of the sequencer's last pulse: news is as fresh as this, however lively the socket is. */
  pulseAt: Scalars['DateTime']['output'];
  /** Where you stand now. */
  to: Scalars['Position']['output'];
};

/** What a subscriber to changes is sent. */
export type ChangeMessage = ChangeDelta | ChangeHeartbeat;

/** A stretch of your feed. Apply it only if `from` is your position; `to` is your position then. */
export type ChangePage = {
  /** The changes, in order; at most `first`. */
  changes: Array<Change>;
  /** The position it follows. */
  from: Scalars['Position']['output'];
  /** Whether there is more behind it: ask again, after `to`. */
  hasMore: Scalars['Boolean']['output'];
  /** Where it ends: also past events that were left out. */
  to: Scalars['Position']['output'];
};

/** What happened. New words may be added: treat one you do not know as a change of its ticket. */
export type ChangeType =
  /** A contract's add-on was set or ended. */
  | 'ADD_ON_SET'
  /** An appointment was called off. */
  | 'APPOINTMENT_CANCELLED'
  /** An appointment comes soon. */
  | 'APPOINTMENT_DRAWS_NEAR'
  /** An appointment is over: it was kept, or missed. */
  | 'APPOINTMENT_PASSED'
  /** A link was sent by which the requester chooses a time. */
  | 'BOOKING_LINK_SENT'
  /** A reason was given for a breach. */
  | 'BREACH_JUSTIFIED'
  /** A version of a calendar was published. */
  | 'CALENDAR_PUBLISHED'
  /** Coverage was decided, for the first time or again. */
  | 'COVERAGE_DECIDED'
  /** A manufacturer will soon no longer support what a device runs; `changed.deviceSupport` says when. */
  | 'DEVICE_LEAVES_SUPPORT'
  /** A manufacturer no longer supports what a device runs; `changed.deviceSupport` is it. */
  | 'DEVICE_LEFT_SUPPORT'
  /** Another system's name for the ticket was removed. */
  | 'EXTERNAL_REF_REMOVED'
  /** Another system's name for the ticket was set; `changed.externalRef` is it. */
  | 'EXTERNAL_REF_SET'
  /** Facts were stated, or stated anew. */
  | 'FACTS_STATED'
  /** A mail server refused a letter for good. */
  | 'MAIL_BOUNCED'
  /** No mail server took a letter for two days; it is not tried any more. */
  | 'MAIL_FAILED'
  /** A letter to the requester was accepted by a mail server. */
  | 'MAIL_SENT'
  /** An internal note was written; `entry` is it. */
  | 'NOTE_ADDED'
  /** The manufacturer support that a contract records as paid for was set. */
  | 'PAID_SUPPORT_SET'
  /** A version of a plan was published. */
  | 'PLAN_PUBLISHED'
  /** The priority changed: derived from the facts, or set by hand. */
  | 'PRIORITY_CHANGED'
  /** A remote session ended. */
  | 'SESSION_ENDED'
  /** A remote session began. */
  | 'SESSION_STARTED'
  /** What was done in a remote session was written down. */
  | 'SESSION_SUMMARISED'
  /** A promise came at risk. */
  | 'SLA_AT_RISK'
  /** A promise was broken. */
  | 'SLA_BREACHED'
  /** A breach was none after all. */
  | 'SLA_BREACH_WITHDRAWN'
  /** A clock began; `clock` is it. */
  | 'SLA_CLOCK_STARTED'
  /** A due instant moved. */
  | 'SLA_DUE_CHANGED'
  /** A promise was kept. */
  | 'SLA_MET'
  /** A promise was not kept after all: the response came back undelivered. */
  | 'SLA_MET_WITHDRAWN'
  /** A verdict is history from here on. */
  | 'SLA_SEALED'
  /** A documented step was completed. */
  | 'STEP_COMPLETED'
  /** Another ticket was merged into this one. */
  | 'TICKET_ABSORBED'
  /** It was given to a team or a technician, or laid down. */
  | 'TICKET_ASSIGNED'
  /** It was cancelled. */
  | 'TICKET_CANCELLED'
  /** It was closed. */
  | 'TICKET_CLOSED'
  /** A ticket was opened. */
  | 'TICKET_CREATED'
  /** It was merged into another ticket. */
  | 'TICKET_MERGED'
  /** Monitoring says that the condition has cleared. */
  | 'TICKET_RECOVERED'
  /** It was reopened. */
  | 'TICKET_REOPENED'
  /** A public message was written; `entry` is it. */
  | 'TICKET_REPLIED'
  /** It was resolved. */
  | 'TICKET_RESOLVED'
  /** It was taken up again. */
  | 'TICKET_RESUMED'
  /** An appointment was agreed, or moved. */
  | 'TICKET_SCHEDULED'
  /** A technician took it. */
  | 'TICKET_TAKEN'
  /** It waits for somebody else. */
  | 'TICKET_WAITING'
  /** A manager's other view stands beside a sealed verdict. */
  | 'VERDICT_REVISED';

/** What a change changed, old and new. Null: it did not touch this. */
export type ChangedFields = {
  /** How many users are affected. */
  affected: Maybe<AffectedChange>;
  /** Who holds it. */
  assignee: Maybe<NamedChange>;
  /** The clause that decided, by code. */
  coverageClause: Maybe<TextChange>;
  /** Whether it is covered. */
  coverageOutcome: Maybe<OutcomeChange>;
  /** A device that leaves, or left, its manufacturer's support. */
  deviceSupport: Maybe<DeviceSupportNews>;
  /** The due instant of `clock`. */
  dueAt: Maybe<DateTimeChange>;
  /** What another system calls it. */
  externalRef: Maybe<ExternalRefChange>;
  /** Its priority, by code. */
  priority: Maybe<TextChange>;
  /** The reason that was given, where one was. */
  reason: Maybe<Scalars['String']['output']>;
  /** Its status. */
  status: Maybe<TicketStatusChange>;
  /** The team it is with. */
  team: Maybe<NamedChange>;
  /** The verdict of `clock`. */
  verdict: Maybe<VerdictChange>;
  /** For whom it waits. */
  waitingOn: Maybe<WaitingOnChange>;
  /** Whether there is a workaround. */
  workaround: Maybe<BooleanChange>;
};

/** How a request reached the desk. */
export type Channel =
  /** Another system. */
  | 'API'
  /** E-mail. Facts in a mail never make a ticket urgent. */
  | 'EMAIL'
  /** A monitoring product. */
  | 'MONITORING'
  /** A call to a technician. */
  | 'PHONE'
  /** The requester's portal. */
  | 'PORTAL';

/** A condition on a Channel: exactly one of its fields. */
export type ChannelFilter =
  /** Is this. */
  { eq: Channel; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Channel>; };

/** A line of the plan. */
export type Clause = {
  /** Code, for example "printer". */
  code: Scalars['String']['output'];
  /** What it decides where it matches. */
  outcome: Outcome;
  /** What it is about, in words. */
  title: Scalars['String']['output'];
};

/** A line of a plan. A code of the service may leave out what is to be as the service has it. */
export type ClauseInput = {
  /** The same in one sentence, at most 300 characters. Without it, as the service has it; a code of your own needs one. */
  advice?: InputMaybe<Scalars['String']['input']>;
  /** Code: one of the service's own, or one of yours, in small letters, digits and hyphens. */
  code: Scalars['String']['input'];
  /** What comes next where it decides. Without it, as the service has it; a code of your own needs one. */
  nextStep?: InputMaybe<NextStepKind>;
  /** EXCLUDED or LIMITED. */
  outcome: Outcome;
  /** What it is about, in words; at most 200 characters. */
  title: Scalars['String']['input'];
  /** When it matches. Without it, as the service has it; a code of your own needs one. */
  when?: InputMaybe<ConditionInput>;
};

/** A company that is served. */
export type Client = Node & {
  /** Short code, shown where names must not be. */
  code: Scalars['String']['output'];
  /** Its people, by name (at most 100); null only beside an error. */
  contacts: Maybe<Array<Contact>>;
  /** The contract in force at an instant; null: none. */
  contract: Maybe<Contract>;
  /** Its devices, by name (at most 100); null only beside an error. */
  devices: Maybe<Array<Device>>;
  /** Remote minutes used on a day of the client's own calendar. */
  fairUse: FairUse;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Whose client it is; null for the provider's own. */
  partner: Maybe<Partner>;
  /** IANA time zone; fair use is counted on its calendar days. */
  timeZone: Scalars['String']['output'];
};


/** A company that is served. */
export type ClientContractArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A company that is served. */
export type ClientFairUseArgs = {
  date?: InputMaybe<Scalars['Date']['input']>;
};

/** A page of a list of Client. */
export type ClientConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<ClientEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One Client in a list, with its cursor. */
export type ClientEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Client;
};

/** With a clock for which all of this holds at once. */
export type ClockFilter = {
  /** Its last instant in time. */
  dueAt?: InputMaybe<DateTimeFilter>;
  /** What it promises. */
  metric?: InputMaybe<MetricFilter>;
  /** How it stands now, also while paused; BREACHED holds for those that ended so, too. */
  standing?: InputMaybe<StandingFilter>;
  /** How it ended; not set while it has not. */
  verdict?: InputMaybe<VerdictFilter>;
};

/** An open clock that an edit moves. */
export type ClockMove = {
  /** Whether it would be breached at once. */
  breaches: Scalars['Boolean']['output'];
  /** Whose ticket it is. */
  client: Scalars['String']['output'];
  /** The cycle. */
  cycle: Scalars['Int']['output'];
  /** Due as it would be; null: no due instant any more. */
  dueAfter: Maybe<Scalars['DateTime']['output']>;
  /** Due as it is; null: no due instant. */
  dueBefore: Maybe<Scalars['DateTime']['output']>;
  /** What is promised. */
  metric: Metric;
  /** The ticket's number. */
  number: Scalars['Int']['output'];
  /** Code of the clock's priority. */
  priority: Scalars['String']['output'];
  /** The ticket's subject. */
  subject: Scalars['String']['output'];
  /** Its ticket. */
  ticketId: Scalars['ID']['output'];
};

/** A counted, closed or paused stretch of a clock. */
export type ClockSegment = {
  /** Its cause in words. */
  cause: Scalars['String']['output'];
  /** First instant inside. */
  from: Scalars['DateTime']['output'];
  /** What it is. */
  kind: SegmentKind;
  /** First instant after. */
  until: Scalars['DateTime']['output'];
};

/** What a clock does now. Standing is independent of it. */
export type ClockState =
  /** The desk is closed: it stands until the next opening. */
  | 'CLOSED_HOURS'
  /** It is over; `verdict` says how. */
  | 'ENDED'
  /** Nothing is promised for this priority. */
  | 'NO_TARGET'
  /** It stands, because the ticket waits. */
  | 'PAUSED'
  /** It counts. */
  | 'RUNNING';

/** An expected refusal of Close. Nothing was changed. */
export type CloseError = {
  /** The reason, from this mutation's own list. */
  code: CloseErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Close was refused. */
export type CloseErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** A reason must be given. */
  | 'REASON_REQUIRED'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION'
  /** Documented steps are missing; `missingSteps` lists them. */
  | 'STEPS_MISSING';

/** A ticket to close. */
export type CloseInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** In place of the steps, where the ticket is excluded or withdrawn. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Step notes that are still missing. */
  steps?: InputMaybe<Array<StepNoteInput>>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** Whether the requester no longer wants it: then a reason does. */
  withdrawn?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to Close. */
export type ClosePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CloseError>;
};

/** To whom it is promised. A report never mixes the two. */
export type Commitment =
  /** Promised to the client. */
  | 'CONTRACTUAL'
  /** Promised to ourselves. */
  | 'INTERNAL';

/** An expected refusal of CompleteStep. Nothing was changed. */
export type CompleteStepError = {
  /** The reason, from this mutation's own list. */
  code: CompleteStepErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CompleteStep was refused. */
export type CompleteStepErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A step to document. */
export type CompleteStepInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What was done. */
  note: Scalars['String']['input'];
  /** Which step. */
  step: Step;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to CompleteStep. */
export type CompleteStepPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CompleteStepError>;
};

/** When a clause matches: a group of conditions (`all`, `any`), or the test of one fact. At most 3 groups inside one another, and 50 tests. */
export type Condition = {
  /** The number is above this one. */
  above: Maybe<Scalars['Int']['output']>;
  /** True: the number is above the plan's own limit for it. */
  aboveLimit: Maybe<Scalars['Boolean']['output']>;
  /** A group: all of these match. With it, nothing else is given. */
  all: Maybe<Array<Condition>>;
  /** A group: at least one of these matches. With it, nothing else is given. */
  any: Maybe<Array<Condition>>;
  /** The number is this one or above. */
  atLeast: Maybe<Scalars['Int']['output']>;
  /** The number is below this one. */
  below: Maybe<Scalars['Int']['output']>;
  /** A test: the fact it compares, by its name, for example "kindOfWork"; `coverageFacts` lists them. With it, exactly one comparison is given. A fact that nobody stated answers no comparison but `notIn`. */
  fact: Maybe<Scalars['String']['output']>;
  /** The fact is one of these words, or the product is known by one of these names. */
  in: Maybe<Array<Scalars['String']['output']>>;
  /** The flag is true, or is false. */
  is: Maybe<Scalars['Boolean']['output']>;
  /** The fact is none of these, or is unstated. */
  notIn: Maybe<Array<Scalars['String']['output']>>;
  /** The version is older than this one. In one `all` with a test of `product`. */
  olderThan: Maybe<Scalars['String']['output']>;
  /** True: the number is the plan's own limit for it, or above. */
  reachesLimit: Maybe<Scalars['Boolean']['output']>;
};

/** When a clause matches: exactly one of `all`, `any` and `fact`; with `fact`, exactly one comparison. At most 3 groups inside one another, and 50 tests. */
export type ConditionInput = {
  /** The number is above this one. */
  above?: InputMaybe<Scalars['Int']['input']>;
  /** True: the number is above the plan's own limit for it. */
  aboveLimit?: InputMaybe<Scalars['Boolean']['input']>;
  /** A group: all of these match. With it, nothing else is given. */
  all?: InputMaybe<Array<ConditionInput>>;
  /** A group: at least one of these matches. With it, nothing else is given. */
  any?: InputMaybe<Array<ConditionInput>>;
  /** The number is this one or above. */
  atLeast?: InputMaybe<Scalars['Int']['input']>;
  /** The number is below this one. */
  below?: InputMaybe<Scalars['Int']['input']>;
  /** A test: the fact it compares, by its name, for example "kindOfWork"; `coverageFacts` lists them. With it, exactly one comparison is given. A fact that nobody stated answers no comparison but `notIn`. */
  fact?: InputMaybe<Scalars['String']['input']>;
  /** The fact is one of these words, or the product is known by one of these names. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The flag is true, or is false. */
  is?: InputMaybe<Scalars['Boolean']['input']>;
  /** The fact is none of these, or is unstated. */
  notIn?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The version is older than this one. In one `all` with a test of `product`. */
  olderThan?: InputMaybe<Scalars['String']['input']>;
  /** True: the number is the plan's own limit for it, or above. */
  reachesLimit?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How somebody at the client agreed to a remote session. */
export type Consent =
  /** By confirming the appointment. */
  | 'ONLINE'
  /** They were asked, and said so to the technician. */
  | 'SPOKEN';

/** A person at a client. */
export type Contact = Node & {
  /** E-mail address; null when not recorded. */
  email: Maybe<Scalars['String']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Whether this person sees all tickets of the client. */
  lead: Scalars['Boolean']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Telephone number; null when not recorded. */
  phone: Maybe<Scalars['String']['output']>;
};

/** What a client bought: a plan and a calendar, dated, with extras. */
export type Contract = Node & {
  /** Its extras, oldest first. */
  addOns: Array<AddOn>;
  /** Newest version of the contract's calendar. */
  calendar: Calendar;
  /** Who bought it. */
  client: Client;
  /** First day in force, in the client's zone. */
  from: Scalars['Date']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Manufacturer support that it records as paid for; null only beside an error. */
  paidSupport: Maybe<Array<PaidSupport>>;
  /** Newest version of the contract's plan. */
  plan: Plan;
  /** Last day in force; null: no end. */
  until: Maybe<Scalars['Date']['output']>;
};

/** What a counted value says. */
export type CountRelation =
  /** There are exactly as many. */
  | 'EQ'
  /** There are as many, and maybe more: counting stopped here. */
  | 'GTE';

/** How many there are, counted no further than 10,000. */
export type Counted = {
  /** Whether these are all. */
  relation: CountRelation;
  /** So many. */
  value: Scalars['Int']['output'];
};

/** Who made a coverage decision. */
export type CoverageDecider = {
  /** The rules, or a person. */
  kind: CoverageDeciderKind;
  /** Name at the time; "Rules" for the rules. */
  name: Scalars['String']['output'];
};

/** Who decided. */
export type CoverageDeciderKind =
  /** A manager, by hand. */
  | 'MANAGER'
  /** The clauses of the plan. */
  | 'RULES'
  /** A technician, by hand. */
  | 'TECHNICIAN';

/** Whether a request is covered, by which clause, from which facts, and what would change it. */
export type CoverageDecision = {
  /** Other clauses that match too, strictest first. */
  alsoMatched: Array<Clause>;
  /** What the missing product or version may be, where what was stated could be several (at most 6). Empty otherwise, and of decisions from before this was kept. */
  candidates: Array<Scalars['String']['output']>;
  /** The clause that decided; null when none did. */
  clause: Maybe<Clause>;
  /** Is it covered? True only for COVERED. */
  covered: Scalars['Boolean']['output'];
  /** When it was decided, in desk time. */
  decidedAt: Scalars['DateTime']['output'];
  /** Who decided: the rules, or a person by an override. */
  decidedBy: CoverageDecider;
  /** What each matching clause rested on. */
  evidence: Array<Evidence>;
  /** The facts as stated. */
  facts: Array<Fact>;
  /** Id of a recorded decision; null for a preview. */
  id: Maybe<Scalars['ID']['output']>;
  /** Whether it was in force from then on. False for what the rules decided while an override stood; true for a preview. */
  inForce: Scalars['Boolean']['output'];
  /** Facts that must be stated before an answer is possible. */
  missing: Array<Scalars['String']['output']>;
  /** What comes next. */
  nextStep: NextStep;
  /** The outcome. */
  outcome: Outcome;
  /** Of an override: what the rules said when it was made. Null for a decision of the rules. */
  overrides: Maybe<CoverageDecision>;
  /** Version of the plan that decided. */
  planVersion: Scalars['Int']['output'];
  /** What was presumed, since nobody stated it. */
  presumed: Array<Fact>;
  /** Why it was decided by hand, or why that was withdrawn. Null for the rules, where none was given, and for whoever may not read what is written within the desk. */
  reason: Maybe<Scalars['String']['output']>;
  /** Sentences: which fact, stated otherwise, would change the answer, and to what. */
  wouldChange: Array<Scalars['String']['output']>;
};

/** A past decision that would have been another. */
export type CoverageDifference = {
  /** The clause that would have decided; null: none. */
  clauseAfter: Maybe<Clause>;
  /** The clause that decided; null: none. */
  clauseBefore: Maybe<Clause>;
  /** Whose ticket it is. */
  client: Scalars['String']['output'];
  /** When it was decided, in desk time. */
  decidedAt: Scalars['DateTime']['output'];
  /** The ticket's number. */
  number: Scalars['Int']['output'];
  /** The outcome as it would have been. */
  outcomeAfter: Outcome;
  /** The outcome as it was decided. */
  outcomeBefore: Outcome;
  /** The ticket's subject. */
  subject: Scalars['String']['output'];
  /** Its ticket. */
  ticketId: Scalars['ID']['output'];
};

/** A fact that a clause's condition may test. */
export type CoverageFact = {
  /** The words there are to choose from; empty where there is no such list. */
  choices: Array<Scalars['String']['output']>;
  /** What sort of fact it is. */
  kind: CoverageFactKind;
  /** Its name in conditions. */
  name: Scalars['String']['output'];
  /** The fields of a condition by which it is compared. */
  operators: Array<Scalars['String']['output']>;
  /** The same as people read it. */
  title: Scalars['String']['output'];
};

/** What sort of fact it is, and so how it is compared. */
export type CoverageFactKind =
  /** One of a list of words: by `in` and `notIn`. */
  | 'CHOICE'
  /** True or false: by `is`. */
  | 'FLAG'
  /** A whole number: by `above`, `atLeast`, `below`, `aboveLimit` and `reachesLimit`. */
  | 'NUMBER'
  /** A product that the manufacturer data knows, by any of its names: by `in` and `notIn`. */
  | 'PRODUCT'
  /** A version: by `olderThan`. */
  | 'VERSION';

/** How the requests of a client were covered. */
export type CoverageMix = {
  /** By what the rules say, whatever was decided by hand. */
  byRules: OutcomeCounts;
  /** Its name. */
  client: Scalars['String']['output'];
  /** The client; null for all together. */
  clientId: Maybe<Scalars['ID']['output']>;
  /** By the decision in force. */
  inForce: OutcomeCounts;
  /** Tickets on which a decision by hand stands. */
  overridden: Scalars['Int']['output'];
  /** Tickets; merged ones count with the ticket that they went into. */
  tickets: Scalars['Int']['output'];
};

/** A coverage decision that was made by hand. */
export type CoverageOverride = {
  /** When, in desk time. */
  at: Scalars['DateTime']['output'];
  /** Who decided. */
  by: Scalars['String']['output'];
  /** Code of the clause it goes by; null: none. */
  clause: Maybe<Scalars['String']['output']>;
  /** Whose ticket it is. */
  client: Scalars['String']['output'];
  /** The ticket's number. */
  number: Scalars['Int']['output'];
  /** What was decided by hand. */
  outcome: Outcome;
  /** Why. */
  reason: Scalars['String']['output'];
  /** Code of the clause that had decided; null: none. */
  rulesClause: Maybe<Scalars['String']['output']>;
  /** What the rules said when it was made. */
  rulesOutcome: Outcome;
  /** Whether it still stands: neither withdrawn nor replaced by another. */
  stands: Scalars['Boolean']['output'];
  /** The ticket's subject. */
  subject: Scalars['String']['output'];
  /** Its ticket. */
  ticketId: Scalars['ID']['output'];
};

/** A page of a list of CoverageOverride. */
export type CoverageOverrideConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<CoverageOverrideEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One CoverageOverride in a list, with its cursor. */
export type CoverageOverrideEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: CoverageOverride;
};

/** A question of coverage, without creating anything. */
export type CoveragePreviewInput = {
  /** The client who asks; without it, a client under the standard plan. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** The facts. */
  facts: RequestFactsInput;
};

/** How requests were covered: by the decision in force, and by the rules. */
export type CoverageReport = {
  /** As the decisions stand at this instant of desk time. */
  asOf: Scalars['DateTime']['output'];
  /** By client, by name; at most 1,000. */
  byClient: Array<CoverageMix>;
  /** First day of creation. */
  from: Scalars['Date']['output'];
  /** What was decided by hand, newest first. */
  overrides: CoverageOverrideConnection;
  /** IANA zone of its days. */
  timeZone: Scalars['String']['output'];
  /** All in one. */
  total: CoverageMix;
  /** First day after. */
  until: Scalars['Date']['output'];
};


/** How requests were covered: by the decision in force, and by the rules. */
export type CoverageReportOverridesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Whose coverage to report on: tickets created in `[from, until)`. */
export type CoverageReportInput = {
  /** Only this client's. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** First day of creation, in the report's zone. */
  from: Scalars['Date']['input'];
  /** IANA zone of its days; without it, the provider's own. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** First day after, in the report's zone. */
  until: Scalars['Date']['input'];
};

/** How the rules would have decided what they decided in a period, under the plan as edited: each request by its facts as recorded and by what the desk knew at its time, beside today's manufacturer data. Nothing was changed, and nothing that was decided will be. */
export type CoverageWhatIf = {
  /** Those that differ, from one outcome to another, the most frequent first. */
  byOutcome: Array<OutcomeShift>;
  /** Decisions of the rules under this plan in that period, by whichever version. */
  decisions: Scalars['Int']['output'];
  /** How many would differ, by outcome or by deciding clause. */
  differ: Scalars['Int']['output'];
  /** Decisions from this instant on. */
  from: Scalars['DateTime']['output'];
  /** Of these, made before the desk kept what it knew: there the ticket's contract and the add-ons on record are taken, and no remote minutes as used. */
  presumed: Scalars['Int']['output'];
  /** The same as a sentence. */
  sentence: Scalars['String']['output'];
  /** Decisions that would differ, the newest first; the newest 100 can be listed. */
  tickets: Array<CoverageDifference>;
  /** And before this one. */
  until: Scalars['DateTime']['output'];
};


/** How the rules would have decided what they decided in a period, under the plan as edited: each request by its facts as recorded and by what the desk knew at its time, beside today's manufacturer data. Nothing was changed, and nothing that was decided will be. */
export type CoverageWhatIfTicketsArgs = {
  first?: Scalars['Int']['input'];
  skip?: Scalars['Int']['input'];
};

/** An expected refusal of CreateApiKey. Nothing was changed. */
export type CreateApiKeyError = {
  /** The reason, from this mutation's own list. */
  code: CreateApiKeyErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateApiKey was refused. */
export type CreateApiKeyErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND';

/** A new key of a partner. */
export type CreateApiKeyInput = {
  /** From this instant on it is refused; without one, it has no end. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What will use it, at most 100 characters. */
  name: Scalars['String']['input'];
  /** Whose key it is. */
  partnerId: Scalars['ID']['input'];
  /** What it may be used for: `tickets:read`, `tickets:write`, `clients:read`, `contacts:read` (addresses and numbers of people), `reports:read`, `changes:read` (the change feed; its tickets need `tickets:read` too), `webhooks:manage`, `export`. */
  scopes: Array<Scalars['String']['input']>;
};

/** The answer to CreateApiKey. */
export type CreateApiKeyPayload = {
  /** The key; null when it was refused. */
  apiKey: Maybe<ApiKey>;
  /** The key itself. Keep it now: it is told this once, and only its hash is kept. */
  secret: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateApiKeyError>;
};

/** An expected refusal of CreateClient. Nothing was changed. */
export type CreateClientError = {
  /** The reason, from this mutation's own list. */
  code: CreateClientErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateClient was refused. */
export type CreateClientErrorCode =
  /** A client with this code exists. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** A new client with its contract. */
export type CreateClientInput = {
  /** Extras it buys. */
  addOns?: InputMaybe<Array<AddOnInput>>;
  /** Code of the calendar its promises are counted by. */
  calendarCode: Scalars['String']['input'];
  /** Short code: capital letters, digits, hyphens; unique within the partner. */
  code: Scalars['String']['input'];
  /** First day of the contract, in the client's zone. */
  contractFrom: Scalars['Date']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  name: Scalars['String']['input'];
  /** Whose client it is; without it, the provider's own. */
  partnerId?: InputMaybe<Scalars['ID']['input']>;
  /** Code of the plan it buys. */
  planCode: Scalars['String']['input'];
  /** IANA time zone. */
  timeZone: Scalars['String']['input'];
};

/** The answer to CreateClient. */
export type CreateClientPayload = {
  /** The client; null when it was refused. */
  client: Maybe<Client>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateClientError>;
};

/** An expected refusal of CreateMonitoringSource. Nothing was changed. */
export type CreateMonitoringSourceError = {
  /** The reason, from this mutation's own list. */
  code: CreateMonitoringSourceErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateMonitoringSource was refused. */
export type CreateMonitoringSourceErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND';

/** A new token for a client's monitoring product. */
export type CreateMonitoringSourceInput = {
  /** The client that is monitored. */
  clientId: Scalars['ID']['input'];
  /** From this instant on it is refused; without one, it has no end. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What will use it, at most 100 characters. */
  name: Scalars['String']['input'];
};

/** The answer to CreateMonitoringSource. */
export type CreateMonitoringSourcePayload = {
  /** The key; null when it was refused. */
  apiKey: Maybe<ApiKey>;
  /** The key itself. Keep it now: it is told this once, and only its hash is kept. */
  secret: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateMonitoringSourceError>;
};

/** An expected refusal of CreatePartner. Nothing was changed. */
export type CreatePartnerError = {
  /** The reason, from this mutation's own list. */
  code: CreatePartnerErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreatePartner was refused. */
export type CreatePartnerErrorCode =
  /** It exists already. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID';

/** A new partner. */
export type CreatePartnerInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, unique in the desk. */
  name: Scalars['String']['input'];
};

/** The answer to CreatePartner. */
export type CreatePartnerPayload = {
  /** The partner; null when it was refused. */
  partner: Maybe<Partner>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreatePartnerError>;
};

/** An expected refusal of CreatePasswordLink. Nothing was changed. */
export type CreatePasswordLinkError = {
  /** The reason, from this mutation's own list. */
  code: CreatePasswordLinkErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreatePasswordLink was refused. */
export type CreatePasswordLinkErrorCode =
  /** There is no such person, or they were not invited. */
  | 'NOT_FOUND'
  /** They may not sign in. */
  | 'SUSPENDED';

/** Whoever is to set a new password. */
export type CreatePasswordLinkInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The technician. */
  technicianId: Scalars['ID']['input'];
};

/** The answer to CreatePasswordLink. */
export type CreatePasswordLinkPayload = {
  /** From this instant on it works no more. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Where they set their password, as a path of this desk: works once, for 24 hours. Hand it to nobody else. */
  path: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreatePasswordLinkError>;
};

/** An expected refusal of CreateSignInLink. Nothing was changed. */
export type CreateSignInLinkError = {
  /** The reason, from this mutation's own list. */
  code: CreateSignInLinkErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateSignInLink was refused. */
export type CreateSignInLinkErrorCode =
  /** There is no such contact. */
  | 'NOT_FOUND';

/** A requester who is to sign in. */
export type CreateSignInLinkInput = {
  /** The contact. */
  contactId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to CreateSignInLink. */
export type CreateSignInLinkPayload = {
  /** From this instant on it works no more. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it leads, as a path of this desk. It works once, for 15 minutes; hand it to nobody else. */
  path: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateSignInLinkError>;
};

/** An expected refusal of CreateTeam. Nothing was changed. */
export type CreateTeamError = {
  /** The reason, from this mutation's own list. */
  code: CreateTeamErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateTeam was refused. */
export type CreateTeamErrorCode =
  /** It exists already. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** A new team. */
export type CreateTeamInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Its name, unique in the desk. */
  name: Scalars['String']['input'];
};

/** The answer to CreateTeam. */
export type CreateTeamPayload = {
  /** The team; null when it was refused. */
  team: Maybe<Team>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateTeamError>;
};

/** An expected refusal of CreateTechnician. Nothing was changed. */
export type CreateTechnicianError = {
  /** The reason, from this mutation's own list. */
  code: CreateTechnicianErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateTechnician was refused. */
export type CreateTechnicianErrorCode =
  /** It exists already. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** A new technician. */
export type CreateTechnicianInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name as shown on the wall. */
  name: Scalars['String']['input'];
  /** Teams to join. */
  teamIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The answer to CreateTechnician. */
export type CreateTechnicianPayload = {
  /** The technician; null when it was refused. */
  technician: Maybe<Technician>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateTechnicianError>;
};

/** An expected refusal of CreateTicket. Nothing was changed. */
export type CreateTicketError = {
  /** The reason, from this mutation's own list. */
  code: CreateTicketErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateTicket was refused. */
export type CreateTicketErrorCode =
  /** It exists already; `current` is it. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY';

/** A new request. */
export type CreateTicketInput = {
  /** How many users cannot work; leave out if not asked. */
  affected?: InputMaybe<Affected>;
  /** Give it to a technician at once. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Files to come with it, in their order, by the ids that `POST /attachments` answered you; at most 10. Each can be attached once. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** How it came. Without it: by who you are. */
  channel?: InputMaybe<Channel>;
  /** The client it is for. */
  clientId: Scalars['ID']['input'];
  /** All the rest. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** The device it is about; its technology is taken over. */
  deviceId?: InputMaybe<Scalars['ID']['input']>;
  /** Its name in your system. */
  externalRef?: InputMaybe<ExternalRefInput>;
  /** Facts that coverage is decided by. */
  facts?: InputMaybe<RequestFactsInput>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only for plans whose priorities are stated: its code. */
  priority?: InputMaybe<Scalars['String']['input']>;
  /** The person who asks; without it, you, if you are a requester. */
  requesterId?: InputMaybe<Scalars['ID']['input']>;
  /** What is wrong or wanted, in at most 500 characters. */
  subject: Scalars['String']['input'];
  /** Give it to a team at once. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether they can keep working another way. */
  workaround?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to CreateTicket. */
export type CreateTicketPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateTicketError>;
};

/** An expected refusal of CreateWebhookEndpoint. Nothing was changed. */
export type CreateWebhookEndpointError = {
  /** The reason, from this mutation's own list. */
  code: CreateWebhookEndpointErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why CreateWebhookEndpoint was refused. */
export type CreateWebhookEndpointErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Your key may not read what messages carry; the message names the scope. */
  | 'MISSING_SCOPE'
  /** Webhooks are not sent to this address; the message says why. */
  | 'TARGET_REFUSED'
  /** You have as many endpoints as there may be. */
  | 'TOO_MANY';

/** A new endpoint. It is sent what happens from now on. */
export type CreateWebhookEndpointInput = {
  /** Leave out what your own keys did. Without it: no. */
  excludeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What you call it; without it, its host. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What to send; without it, everything. */
  types?: InputMaybe<Array<ChangeType>>;
  /** Where messages go: https, a name on the public network, port 443 or 8443. */
  url: Scalars['String']['input'];
};

/** The answer to CreateWebhookEndpoint. */
export type CreateWebhookEndpointPayload = {
  /** The endpoint; null when it was refused. */
  endpoint: Maybe<WebhookEndpoint>;
  /** The secret to verify messages with. It is shown this once. */
  secret: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<CreateWebhookEndpointError>;
};

/** An instant, before and after. */
export type DateTimeChange = {
  /** Before; null: nothing. */
  from: Maybe<Scalars['DateTime']['output']>;
  /** After; null: nothing. */
  to: Maybe<Scalars['DateTime']['output']>;
};

/** A condition on an instant. All that is given holds at once. */
export type DateTimeFilter = {
  /** Is later. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is this or later. */
  gte?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is not set (true), or is (false). */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is earlier. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Is this or earlier. */
  lte?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The hours of one day of the week. */
export type DayHours = {
  /** 1 Monday to 7 Sunday. */
  day: Scalars['Int']['output'];
  /** Open windows in order; empty: closed. */
  windows: Array<HoursWindow>;
};

/** The hours of one day of the week. */
export type DayHoursInput = {
  /** 1 Monday to 7 Sunday. */
  day: Scalars['Int']['input'];
  /** Open windows; empty: closed. */
  windows: Array<HoursWindowInput>;
};

/** An expected refusal of DeleteWebhookEndpoint. Nothing was changed. */
export type DeleteWebhookEndpointError = {
  /** The reason, from this mutation's own list. */
  code: DeleteWebhookEndpointErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why DeleteWebhookEndpoint was refused. */
export type DeleteWebhookEndpointErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the endpoint meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An endpoint to delete, with what it was not sent yet. */
export type DeleteWebhookEndpointInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to DeleteWebhookEndpoint. */
export type DeleteWebhookEndpointPayload = {
  /** When refused: the endpoint as it stands, if you may see it. */
  current: Maybe<WebhookEndpoint>;
  /** Whether it was deleted. */
  deleted: Scalars['Boolean']['output'];
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<DeleteWebhookEndpointError>;
};

/** How the desk's own clock runs. On a production desk rate is 1. */
export type DeskClock = {
  /** Desk time now. */
  now: Scalars['DateTime']['output'];
  /** Desk seconds per real second: 1 live, 0 standing, 600 replay. */
  rate: Scalars['Float']['output'];
  /** Whether this desk is a sandbox, whose clock can be set. */
  sandbox: Scalars['Boolean']['output'];
};

/** A machine of a client. */
export type Device = Node & {
  /** Whose it is. */
  client: Client;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Name the client knows it by. */
  name: Scalars['String']['output'];
  /** What the remote tool calls it, where somebody said so; null: it goes by its name. Null for all but the desk's own people. */
  remoteAccessId: Maybe<Scalars['String']['output']>;
  /** Whether its manufacturer supports what it runs; null only beside an error. */
  support: Maybe<ManufacturerSupport>;
  /** What it is. */
  technology: Technology;
};

/** A page of a list of Device. */
export type DeviceConnection = {
  /** How many match, by standing: all six, in the order of `SupportStanding`. */
  byStanding: Array<DevicesByStanding>;
  /** The items of this page, in the list's order. */
  edges: Array<DeviceEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, on every page. */
  totalCount: Counted;
};

/** One Device in a list, with its cursor. */
export type DeviceEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Device;
};

/** Which devices. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all. `not` is the complement: what is not set does not match the inside, and so matches `not`. */
export type DeviceFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<DeviceFilter>>;
  /** The client whose it is. */
  client?: InputMaybe<IdFilter>;
  /** The device's id. */
  id?: InputMaybe<IdFilter>;
  /** What sort of technology it is. */
  kind?: InputMaybe<TechnologyKindFilter>;
  /** Name the client knows it by. */
  name?: InputMaybe<StringFilter>;
  /** This does not hold. */
  not?: InputMaybe<DeviceFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<DeviceFilter>>;
  /** Its product as it was recorded. */
  product?: InputMaybe<StringFilter>;
  /** What it runs as it is understood, product and version: "Windows 10 22H2". Not set where it is not. */
  runs?: InputMaybe<StringFilter>;
  /** Words that people type to find one: each is in its name, product, version (as recorded or as understood) or client's name. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** How it stands with its manufacturer today. */
  standing?: InputMaybe<SupportStandingFilter>;
  /** Its version as it was recorded. */
  version?: InputMaybe<StringFilter>;
};

/** Order of a list of devices. Each is total. */
export type DeviceOrder =
  /** By name. */
  | 'NAME_ASC'
  /** By standing, in the order of `SupportStanding`, then by day: what leaves next first, of what has ended the last to have. */
  | 'SUPPORT_ASC';

/** What a device runs, and until when its manufacturer supports it. */
export type DeviceSupportNews = {
  /** Whose it is. */
  client: NamedRef;
  /** Days left until then; null once it has ended. */
  daysLeft: Maybe<Scalars['Int']['output']>;
  /** The device. */
  device: NamedRef;
  /** The last supported day; null: on a day nobody named. */
  endsOn: Maybe<Scalars['Date']['output']>;
  /** The product. */
  product: Scalars['String']['output'];
  /** Its version. */
  version: Scalars['String']['output'];
};

/** What a device is, as people say it. */
export type DeviceTechnologyInput = {
  /** What sort it is. */
  kind: TechnologyKind;
  /** Product, for example "Windows"; at most 200 characters. */
  product?: InputMaybe<Scalars['String']['input']>;
  /** Version, for example "11 24H2"; at most 200 characters. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** How many devices stand so. */
export type DevicesByStanding = {
  /** How many. */
  devices: Scalars['Int']['output'];
  /** How they stand. */
  standing: SupportStanding;
};

/** An expected refusal of DisableWebhookEndpoint. Nothing was changed. */
export type DisableWebhookEndpointError = {
  /** The reason, from this mutation's own list. */
  code: DisableWebhookEndpointErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why DisableWebhookEndpoint was refused. */
export type DisableWebhookEndpointErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the endpoint meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An endpoint to send nothing to until it is enabled again. */
export type DisableWebhookEndpointInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads it later. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to DisableWebhookEndpoint. */
export type DisableWebhookEndpointPayload = {
  /** When refused: the endpoint as it stands, if you may see it. */
  current: Maybe<WebhookEndpoint>;
  /** The endpoint; null when it was refused. */
  endpoint: Maybe<WebhookEndpoint>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<DisableWebhookEndpointError>;
};

/** A ticket in which something happened between a dry run and its application. */
export type DisturbedTicket = {
  /** When that was, in desk time. */
  at: Scalars['DateTime']['output'];
  /** The first event after the dry run, by its type. */
  event: Scalars['String']['output'];
  /** Its number. */
  number: Scalars['Int']['output'];
  /** The ticket. */
  ticketId: Scalars['ID']['output'];
};

/** When an imagined ticket would be due, by the very engine that counts real ones. */
export type DueSimulation = {
  /** Version of the calendar; for a draft, the one it would become. */
  calendarVersion: Scalars['Int']['output'];
  /** The clocks that the ticket would start, contractual ones first. */
  clocks: Array<SimulatedClock>;
  /** Open stretches from the creation to the last due instant, a hundred at most. */
  openPeriods: Array<Period>;
  /** Version of the plan; for a draft, the one it would become. */
  planVersion: Scalars['Int']['output'];
  /** IANA zone of the calendar: its wall times are in it. */
  timeZone: Scalars['String']['output'];
};

/** The answer to dueSimulation. */
export type DueSimulationAnswer = {
  /** When it would be due; null when it could not be told. */
  simulation: Maybe<DueSimulation>;
  /** What is wrong with the input; empty when nothing is. */
  userErrors: Array<DueSimulationError>;
};

/** An expected refusal of DueSimulation. Nothing was changed. */
export type DueSimulationError = {
  /** The reason, from this mutation's own list. */
  code: DueSimulationErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why DueSimulation was refused. */
export type DueSimulationErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** A plan or calendar that was named does not exist. */
  | 'NOT_FOUND';

/** A ticket that is only imagined: by which plan and calendar, of which priority, from which instant. */
export type DueSimulationInput = {
  /** After-hours service; at most 20. */
  afterHours?: Array<SimulatedAfterHoursInput>;
  /** Instead: a calendar as it would be published now. */
  calendar?: InputMaybe<PublishCalendarInput>;
  /** Code of a published calendar, in its newest version. */
  calendarCode?: InputMaybe<Scalars['String']['input']>;
  /** When the ticket would be created; any instant, past or to come. */
  createdAt: Scalars['DateTime']['input'];
  /** Instead: a plan as it would be published now. */
  plan?: InputMaybe<PublishPlanInput>;
  /** Code of a published plan, in its newest version. */
  planCode?: InputMaybe<Scalars['String']['input']>;
  /** Code of one of the plan's priorities. */
  priority: Scalars['String']['input'];
  /** Waits, in order and apart; at most 20. */
  waits?: Array<SimulatedWaitInput>;
};

/** An expected refusal of EnableWebhookEndpoint. Nothing was changed. */
export type EnableWebhookEndpointError = {
  /** The reason, from this mutation's own list. */
  code: EnableWebhookEndpointErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why EnableWebhookEndpoint was refused. */
export type EnableWebhookEndpointErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the endpoint meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An endpoint to send to again. */
export type EnableWebhookEndpointInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Go on with what happens from now on, and leave out what it missed. Without it: no, it gets all. */
  skipMissed?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to EnableWebhookEndpoint. */
export type EnableWebhookEndpointPayload = {
  /** When refused: the endpoint as it stands, if you may see it. */
  current: Maybe<WebhookEndpoint>;
  /** The endpoint; null when it was refused. */
  endpoint: Maybe<WebhookEndpoint>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<EnableWebhookEndpointError>;
};

/** An expected refusal of EndAddOn. Nothing was changed. */
export type EndAddOnError = {
  /** The reason, from this mutation's own list. */
  code: EndAddOnErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why EndAddOn was refused. */
export type EndAddOnErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** An extra that ends. */
export type EndAddOnInput = {
  /** The contract that has it. */
  contractId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which extra. */
  kind: AddOnKind;
  /** The first instant without it, now or later; without it, now. One that has not begun by then is withdrawn. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The answer to EndAddOn. */
export type EndAddOnPayload = {
  /** How open clocks follow; null where none do. */
  application: Maybe<PolicyApplication>;
  /** The contract; null when it was refused. */
  contract: Maybe<Contract>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<EndAddOnError>;
};

/** An expected refusal of EndSession. Nothing was changed. */
export type EndSessionError = {
  /** The reason, from this mutation's own list. */
  code: EndSessionErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why EndSession was refused. */
export type EndSessionErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** It is another technician's session. */
  | 'NOT_YOURS'
  /** The session has ended. */
  | 'SESSION_ENDED';

/** A session to end. */
export type EndSessionInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
  /** What was done. It may be written later, by summariseSession. */
  summary?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to EndSession. */
export type EndSessionPayload = {
  /** The session; null when it was refused. */
  session: Maybe<RemoteSession>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<EndSessionError>;
};

/** What a clause rested on. */
export type Evidence = {
  /** The clause; null for what speaks for the technology as a whole. */
  clause: Maybe<Scalars['String']['output']>;
  /** The fact it used. */
  fact: Scalars['String']['output'];
  /** Where the value comes from, if not from the request. */
  source: Maybe<Scalars['String']['output']>;
  /** Page of the source. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** The value it saw. */
  value: Scalars['String']['output'];
};

/** One file of an export: JSON lines, gzipped. */
export type ExportFile = {
  /** Its bytes, unpacked. */
  bytes: Scalars['Float']['output'];
  /** Its bytes, as they are downloaded. */
  gzipBytes: Scalars['Float']['output'];
  /** Its lines: one document each. */
  lines: Scalars['Int']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** What it holds. */
  part: ExportPart;
  /** Where to GET it, with the credential that started it or another of yours. */
  path: Scalars['String']['output'];
  /** SHA-256 of the file as it is downloaded, in hexadecimal. */
  sha256: Scalars['String']['output'];
};

/** What an export holds: one file each. */
export type ExportPart =
  /** Clients. */
  | 'CLIENTS'
  /** Contacts. */
  | 'CONTACTS'
  /** Tickets, with the clocks that were promised and their names elsewhere. */
  | 'TICKETS';

/** How far an export is. */
export type ExportState =
  /** Its files can be downloaded. */
  | 'DONE'
  /** Its files are gone. */
  | 'EXPIRED'
  /** It could not be written; start another. */
  | 'FAILED'
  /** It begins as soon as a worker is free. */
  | 'QUEUED'
  /** It is being written. */
  | 'RUNNING';

/** A name that another system gave to the ticket. */
export type ExternalRef = {
  /** The ticket's id there. */
  id: Scalars['String']['output'];
  /** The other system. */
  system: Scalars['String']['output'];
};

/** Another system's name for a ticket, before and after. */
export type ExternalRefChange = {
  /** The id there before; null: none. */
  from: Maybe<Scalars['String']['output']>;
  /** The other system. */
  system: Scalars['String']['output'];
  /** The id there after; null: none. */
  to: Maybe<Scalars['String']['output']>;
};

/** With a name in another system for which all of this holds at once. */
export type ExternalRefFilter = {
  /** The id there. */
  id?: InputMaybe<StringFilter>;
  /** The other system. */
  system?: InputMaybe<StringFilter>;
};

/** A name in another system; unique within a partner. */
export type ExternalRefInput = {
  /** The id there. */
  id: Scalars['String']['input'];
  /** The other system. */
  system: Scalars['String']['input'];
};

/** A fact of a request. */
export type Fact = {
  /** Name of the fact. */
  name: Scalars['String']['output'];
  /** Its value as text. */
  value: Scalars['String']['output'];
};

/** A client's remote minutes on one day of its own calendar. */
export type FairUse = {
  /** Seconds granted by the plan. */
  allowanceSeconds: Scalars['Int']['output'];
  /** The instant, in desk time, at which the meter stood so. */
  asOf: Scalars['DateTime']['output'];
  /** The day, in the client's zone. */
  date: Scalars['Date']['output'];
  /** Seconds left; 0 once used up. */
  remainingSeconds: Scalars['Int']['output'];
  /** Sessions of this client that run now. */
  runningSessions: Scalars['Int']['output'];
  /** Tickets on which they run: so many seconds are used in each second of desk time, until the day ends. 0 for another day than today. */
  runningTickets: Scalars['Int']['output'];
  /** The client's IANA zone. */
  timeZone: Scalars['String']['output'];
  /** Seconds used so far, running sessions included; overlapping ones on a ticket count once. */
  usedSeconds: Scalars['Int']['output'];
};

/** A ticket that nobody holds and that breaches if everybody goes on taking the first of the queue. */
export type ForecastBreach = {
  /** Name of the client. */
  client: Scalars['String']['output'];
  /** Code of the client, for walls that face windows. */
  clientCode: Scalars['String']['output'];
  /** Last instant in time. */
  dueAt: Scalars['DateTime']['output'];
  /** When its turn in the queue leads to an answer; null: not by `horizonUntil`. */
  expectedAt: Maybe<Scalars['DateTime']['output']>;
  /** What would be broken: the clock that its row shows. */
  metric: Metric;
  /** Its number. */
  number: Scalars['Int']['output'];
  /** Last instant at which somebody who takes it out of turn still answers in time, at a pace that three of four first responses keep: `dueAt` less that. Before `asOf`: even now would be late. */
  takeBy: Scalars['DateTime']['output'];
  /** The ticket. */
  ticketId: Scalars['ID']['output'];
};

/** An expected refusal of Heartbeat. Nothing was changed. */
export type HeartbeatError = {
  /** The reason, from this mutation's own list. */
  code: HeartbeatErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Heartbeat was refused. */
export type HeartbeatErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** It is another technician's session. */
  | 'NOT_YOURS'
  /** The session has ended. */
  | 'SESSION_ENDED';

/** A running session. */
export type HeartbeatInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** The answer to Heartbeat. */
export type HeartbeatPayload = {
  /** The session; null when it was refused. */
  session: Maybe<RemoteSession>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<HeartbeatError>;
};

/** A slot that is kept for this ticket until it is confirmed, or lapses. */
export type HeldSlot = {
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** From this instant on it is free again. */
  heldUntil: Scalars['DateTime']['output'];
  /** Name of the technician whose time it is. */
  technicianName: Scalars['String']['output'];
  /** When it ends. */
  until: Scalars['DateTime']['output'];
};

/** An expected refusal of HoldSlot. Nothing was changed. */
export type HoldSlotError = {
  /** The reason, from this mutation's own list. */
  code: HoldSlotErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why HoldSlot was refused. */
export type HoldSlotErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** The booking link works no more: it is over, or a newer one was sent. */
  | 'LINK_OVER'
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket has ended: there is nothing left to agree on. */
  | 'NOT_IN_THIS_STATUS'
  /** No slot begins then: the desk is closed, nobody works, or it is over eight weeks ahead. See `nearest`. */
  | 'NOT_OFFERED'
  /** The time has passed, or comes too soon; `nearest` offers others. */
  | 'SLOT_PASSED'
  /** The time is free no longer; `nearest` offers others. */
  | 'SLOT_TAKEN';

/** A slot, for a ticket. */
export type HoldSlotInput = {
  /** When the slot begins, as `Booking.days` offers it. */
  from: Scalars['DateTime']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to HoldSlot. */
export type HoldSlotPayload = {
  /** The slot, kept for five minutes; null when it was refused. */
  held: Maybe<HeldSlot>;
  /** When it was refused: free times near it, earliest first (at most 6). */
  nearest: Array<Slot>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<HoldSlotError>;
};

/** A date on which the desk is closed. */
export type Holiday = {
  /** The date in the calendar's zone. */
  date: Scalars['Date']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Where it comes from: the source it was generated from, or `published` by hand. */
  origin: Scalars['String']['output'];
};

/** A date on which the desk is closed. */
export type HolidayInput = {
  /** The date in the calendar's zone. */
  date: Scalars['Date']['input'];
  /** Its name. */
  name: Scalars['String']['input'];
  /** Where it comes from, as `publicHolidays` says it; without it, `published`. At most 60 characters. */
  origin?: InputMaybe<Scalars['String']['input']>;
};

/** A country, or a part of one, whose public holidays are known. */
export type HolidayRegion = {
  /** Its code: "US", or "US-CA" for a part of it. */
  code: Scalars['String']['output'];
  /** Its name, in its own language. */
  name: Scalars['String']['output'];
};

/** Wall-clock hours. */
export type HoursWindow = {
  /** Opening wall time, "08:30". */
  from: Scalars['String']['output'];
  /** Whether it runs past midnight. */
  overnight: Scalars['Boolean']['output'];
  /** Closing wall time, "17:30"; "24:00" is midnight at the end of the day. */
  until: Scalars['String']['output'];
};

/** Wall-clock hours. */
export type HoursWindowInput = {
  /** Opening wall time, "08:30". */
  from: Scalars['String']['input'];
  /** Whether it runs past midnight; without it, it must not. */
  overnight?: InputMaybe<Scalars['Boolean']['input']>;
  /** Closing wall time; "24:00" is midnight at the end of the day. */
  until: Scalars['String']['input'];
};

/** A condition on an id: exactly one of its fields. */
export type IdFilter =
  /** Is this one. */
  { eq: Scalars['ID']['input']; in?: never; isNull?: never; }
  |  /** Is one of these, at most 100. */
  { eq?: never; in: Array<Scalars['ID']['input']>; isNull?: never; }
  |  /** Is not set (true), or is (false). */
  { eq?: never; in?: never; isNull: Scalars['Boolean']['input']; };

/** A condition on a whole number. All that is given holds at once. */
export type IntFilter = {
  /** Is this. */
  eq?: InputMaybe<Scalars['Int']['input']>;
  /** Is greater. */
  gt?: InputMaybe<Scalars['Int']['input']>;
  /** Is this or greater. */
  gte?: InputMaybe<Scalars['Int']['input']>;
  /** Is one of these, at most 100. */
  in?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** Is less. */
  lt?: InputMaybe<Scalars['Int']['input']>;
  /** Is this or less. */
  lte?: InputMaybe<Scalars['Int']['input']>;
};

/** An expected refusal of InviteStaff. Nothing was changed. */
export type InviteStaffError = {
  /** The reason, from this mutation's own list. */
  code: InviteStaffErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why InviteStaff was refused. */
export type InviteStaffErrorCode =
  /** They may sign in already. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such person, or they were not invited. */
  | 'NOT_FOUND';

/** Somebody who is to work here. */
export type InviteStaffInput = {
  /** The address they will sign in with. */
  email: Scalars['String']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Their name as shown on the wall; needed for somebody new. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What they may do. */
  role: StaffRole;
  /** The technician that they are, where the desk knows them already. */
  technicianId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to InviteStaff. */
export type InviteStaffPayload = {
  /** How they sign in; null when it was refused. */
  account: Maybe<StaffAccount>;
  /** From this instant on it works no more. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Where they set their password, as a path of this desk: works once, for 24 hours. Hand it to nobody else. */
  path: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<InviteStaffError>;
};

/** The address by which a technician connects in a session, made by the remote tool that the desk is set up with. */
export type JoinLink = {
  /** What to know of it, or to do, in a sentence. */
  note: Maybe<Scalars['String']['output']>;
  /** How far it has come. */
  state: JoinLinkState;
  /** The address; whoever has it may be connected. Null unless it is `READY` and the session runs. */
  url: Maybe<Scalars['String']['output']>;
  /** When it was withdrawn; null until then. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** How far the address by which to connect has come. */
export type JoinLinkState =
  /** The tool does not give it until somebody does what `note` says; see `retryJoinLink`. */
  | 'FAILED'
  /** The remote tool is being asked for it; `note` says why that takes longer. */
  | 'PREPARING'
  /** It is good until the session ends. */
  | 'READY'
  /** The session has ended, and the tool has been told that nobody may connect by it any more. */
  | 'WITHDRAWN';

/** What is asked for. Never presumed. */
export type KindOfWork =
  /** Moving, adding or changing an account. */
  | 'ACCOUNT_CHANGE'
  /** A browser misbehaves. */
  | 'BROWSER_SUPPORT'
  /** Two things do not work together. */
  | 'CONFLICT'
  /** A driver. */
  | 'DRIVER'
  /** Something is wrong with a machine. */
  | 'HARDWARE_ISSUE'
  /** Installing something. */
  | 'INSTALLATION'
  /** Something does not start. */
  | 'LAUNCH'
  /** Moving, adding or changing a licence. */
  | 'LICENCE_CHANGE'
  /** Maintenance. */
  | 'MAINTENANCE'
  /** Nothing is broken or in need of support. */
  | 'NOT_A_PROBLEM'
  /** Upgrading an operating system. */
  | 'OS_UPGRADE'
  /** Project work. */
  | 'PROJECT'
  /** A security matter. */
  | 'SECURITY'
  /** Changing settings. */
  | 'SETTINGS'
  /** Training. */
  | 'TRAINING'
  /** Errors, pop-ups, crashes. */
  | 'TROUBLESHOOTING'
  /** How to use something. */
  | 'USAGE_QUESTION';

/** How a letter is on its way. */
export type MailDelivery = {
  /** Since when, in desk time. */
  at: Scalars['DateTime']['output'];
  /** Why the last try failed, in the mail server's words. */
  error: Maybe<Scalars['String']['output']>;
  /** When it is tried again; null: at once, or not any more. */
  nextAt: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  state: MailState;
};

/** How a letter is on its way. */
export type MailState =
  /** A mail server refused it for good. */
  | 'BOUNCED'
  /** No mail server took it for two days; it is not tried any more. */
  | 'FAILED'
  /** It waits to be sent, for the first time or again. */
  | 'QUEUED'
  /** A mail server has it. */
  | 'SENT';

/** A product as the desk's manufacturer data has it. */
export type ManufacturerProduct = {
  /** The day on which the source said so. */
  asOf: Scalars['Date']['output'];
  /** Code, stable: "windows-server". */
  code: Scalars['String']['output'];
  /** How many devices are understood to run it, in any version. */
  devices: Scalars['Int']['output'];
  /** When these dates were imported, in desk time; null: they came with the build. */
  importedAt: Maybe<Scalars['DateTime']['output']>;
  /** The file or address that they were imported from; null: they came with the build. */
  importedFrom: Maybe<Scalars['String']['output']>;
  /** Who makes it. */
  manufacturer: Scalars['String']['output'];
  /** Where the manufacturer helps. */
  page: Scalars['String']['output'];
  /** Who says so. */
  source: Scalars['String']['output'];
  /** Where it says so. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** Its name as the desk shows it. */
  title: Scalars['String']['output'];
  /** Its versions, newest first (at most 500). */
  versions: Array<ManufacturerVersion>;
};

/** A page of a list of ManufacturerProduct. */
export type ManufacturerProductConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<ManufacturerProductEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One ManufacturerProduct in a list, with its cursor. */
export type ManufacturerProductEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: ManufacturerProduct;
};

/** Whether a manufacturer supports what a device runs, on the client's day of today. The last supported day is still supported. */
export type ManufacturerSupport = {
  /** The day on which the source said so. */
  asOf: Maybe<Scalars['Date']['output']>;
  /** What could be meant where that has to be said more exactly, as people say it: "Windows Server 2022" (at most 6). */
  candidates: Array<Scalars['String']['output']>;
  /** Days until the last supported day, paid support included; 0: today is it; null: no end known, or over. */
  daysLeft: Maybe<Scalars['Int']['output']>;
  /** The last day of regular support; null: none announced, or nobody knows the day. */
  endsOn: Maybe<Scalars['Date']['output']>;
  /** The last day of support that can be bought, whether or not the client has; null: none is sold. */
  extendedUntil: Maybe<Scalars['Date']['output']>;
  /** The last supported day, paid support included; null: no end known, or over. */
  lastDay: Maybe<Scalars['Date']['output']>;
  /** Whether it is supported only because the client's contract records paid support. */
  paid: Scalars['Boolean']['output'];
  /** The product as understood, for example "Windows". */
  product: Maybe<Scalars['String']['output']>;
  /** Who says so. */
  source: Maybe<Scalars['String']['output']>;
  /** Where it says so. */
  sourceUrl: Maybe<Scalars['String']['output']>;
  /** The same in a word, as lists of devices are filtered by. */
  standing: SupportStanding;
  /** Whether it is supported; null: it cannot be said, see `unknownBecause`. */
  supported: Maybe<Scalars['Boolean']['output']>;
  /** A sentence: why it cannot be said; null where it can. */
  unknownBecause: Maybe<Scalars['String']['output']>;
  /** Its version as understood, for example "10 22H2". */
  version: Maybe<Scalars['String']['output']>;
};

/** One version of a product, and how long its manufacturer keeps it. The days named are still supported. */
export type ManufacturerVersion = {
  /** How many devices are understood to run it. */
  devices: Scalars['Int']['output'];
  /** The last day of regular support; null: none announced, or nobody knows the day. */
  endsOn: Maybe<Scalars['Date']['output']>;
  /** The last day of support that can be bought; null: none is sold. */
  extendedUntil: Maybe<Scalars['Date']['output']>;
  /** The last day of its mainstream support, where that ends before all support does. */
  mainstreamUntil: Maybe<Scalars['Date']['output']>;
  /** Other words for it, for example "Sequoia" (at most 20). */
  names: Array<Scalars['String']['output']>;
  /** The day on which it came out; null: not known. */
  released: Maybe<Scalars['Date']['output']>;
  /** Whether it is supported, without being paid for, on the desk's day of today. */
  supported: Scalars['Boolean']['output'];
  /** The version, with its edition where that has dates of its own: "10 22H2". */
  version: Scalars['String']['output'];
};

/** An expected refusal of MergeTickets. Nothing was changed. */
export type MergeTicketsError = {
  /** The reason, from this mutation's own list. */
  code: MergeTicketsErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why MergeTickets was refused. */
export type MergeTicketsErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A duplicate and the ticket it is one of. */
export type MergeTicketsInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket that stays. */
  intoTicketId: Scalars['ID']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to MergeTickets. */
export type MergeTicketsPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<MergeTicketsError>;
};

/** What is promised. */
export type Metric =
  /** The first public reply by a person. */
  | 'FIRST_RESPONSE'
  /** A public reply after each message of the requester. */
  | 'NEXT_RESPONSE'
  /** The end of the work. */
  | 'RESOLUTION';

/** A condition on a Metric: exactly one of its fields. */
export type MetricFilter =
  /** Is this. */
  { eq: Metric; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Metric>; };

/** The oldest version of an operating system that a plan helps with. */
export type MinimumVersion = {
  /** The operating system, for example "macOS". */
  product: Scalars['String']['output'];
  /** Its version, for example "10.13"; CURRENT: the newest on the day of the request, with days of grace. */
  version: Scalars['String']['output'];
};

/** The oldest version of an operating system that a plan helps with. */
export type MinimumVersionInput = {
  /** The operating system, by any name that the desk's manufacturer data knows. */
  product: Scalars['String']['input'];
  /** A version of it that the data knows, or CURRENT: the newest on the day of the request. */
  version: Scalars['String']['input'];
};

export type Mutation = {
  /** Writes an internal note. No clock hears it. */
  addNote: AddNotePayload;
  /** Asks the desk for another time, or for a new link, in a message on the ticket as its requester. Once in ten minutes. */
  answerBookingLink: AnswerBookingLinkPayload;
  /** Counts open clocks by a published version: a plan's targets from their start, a calendar's hours from now on. */
  applyToOpenClocks: ApplyToOpenClocksPayload;
  /** Gives a ticket to a team, to a technician, or back to the queue. */
  assignTicket: AssignTicketPayload;
  /** Agrees on a time for a remote session. The ticket is SCHEDULED until then. Two people never get one slot. */
  bookAppointment: BookAppointmentPayload;
  /** Cancels a ticket. Its clocks end, neither met nor missed. */
  cancel: CancelPayload;
  /** Calls the appointment off. A ticket that waited for it is taken up again. */
  cancelAppointment: CancelAppointmentPayload;
  /** Closes a ticket whose steps are documented, or an excluded or withdrawn one with a reason. */
  close: ClosePayload;
  /** Documents one of the four steps. */
  completeStep: CompleteStepPayload;
  /** Makes a key for a partner's system. The answer is the one place where its secret is told. */
  createApiKey: CreateApiKeyPayload;
  /** Creates a client with its contract. Every fault is listed; with one, nothing is saved. */
  createClient: CreateClientPayload;
  /** Makes a token for a client's monitoring product. The answer is the one place where its secret is told. */
  createMonitoringSource: CreateMonitoringSourcePayload;
  /** Adds a partner: a company whose system integrates with the desk. */
  createPartner: CreatePartnerPayload;
  /** Makes a one-time link by which somebody sets a new password, and sends it to them by mail too. */
  createPasswordLink: CreatePasswordLinkPayload;
  /** Makes a one-time link by which a requester signs in. */
  createSignInLink: CreateSignInLinkPayload;
  /** Creates a team. */
  createTeam: CreateTeamPayload;
  /** Creates a technician. */
  createTechnician: CreateTechnicianPayload;
  /** Opens a ticket: coverage is decided, priority derived and its clocks start at once. */
  createTicket: CreateTicketPayload;
  /** Makes an endpoint that is sent your changes from now on, and answers its secret once. */
  createWebhookEndpoint: CreateWebhookEndpointPayload;
  /** Deletes an endpoint: nothing is sent there any more. */
  deleteWebhookEndpoint: DeleteWebhookEndpointPayload;
  /** Sends nothing to an endpoint until it is enabled again. What it misses is kept for it. */
  disableWebhookEndpoint: DisableWebhookEndpointPayload;
  /** Sends to an endpoint again: all that it missed, as far as the feed goes back, or what happens from now on. */
  enableWebhookEndpoint: EnableWebhookEndpointPayload;
  /** An extra ends. With AFTER_HOURS, open clocks of the contract stop counting by it at that instant. */
  endAddOn: EndAddOnPayload;
  /** Ends a session: one's own, any as a manager, or as the requester on whose machine it is. */
  endSession: EndSessionPayload;
  /** Says that a session is alive; send one every 20 seconds. */
  heartbeat: HeartbeatPayload;
  /** Keeps a slot for five minutes, while its booking is confirmed. What the ticket held before is free again. */
  holdSlot: HoldSlotPayload;
  /** Lets somebody work here. They set their password by the link, which a letter brings them too (`StaffAccount.letter` says how it fares), or sign in by the OpenID provider. */
  inviteStaff: InviteStaffPayload;
  /** Merges a duplicate into another ticket of the same client. */
  mergeTickets: MergeTicketsPayload;
  /** Decides coverage by hand, with a reason. It stands, also when facts are stated later, until it is withdrawn; what the rules say is decided and kept beside it. */
  overrideCoverage: OverrideCoveragePayload;
  /** Lets in the wall screen that shows this code. It fetches its own pass, which changes by itself. */
  pairDevice: PairDevicePayload;
  /** Says when somebody works in a stretch of time. Slots for appointments and the breach forecast go by it; appointments that were agreed stay. */
  planShifts: PlanShiftsPayload;
  /** Publishes the next version of a calendar, for new tickets and, unless you say otherwise, open clocks: try it by `policyDryRun` first. Every fault is listed; with one, nothing is saved. */
  publishCalendar: PublishCalendarPayload;
  /** Publishes the next version of a plan, for tickets from then on; `applyToOpenClocks` is a separate act. Every fault is listed; with one, nothing is saved. */
  publishPlan: PublishPlanPayload;
  /** Makes a machine of a client known; from then on it is told when it leaves its manufacturer's support. Every fault is listed; with one, nothing is saved. */
  registerDevice: RegisterDevicePayload;
  /** Lets go of the slot that a ticket holds, so that others may have it. Nothing held is no error. */
  releaseSlot: ReleaseSlotPayload;
  /** Takes away what another system calls a ticket. */
  removeExternalRef: RemoveExternalRefPayload;
  /** Reopens a resolved or closed ticket. What was judged stays judged. */
  reopen: ReopenPayload;
  /** Sends messages again, under the ids they had: deliveries you name, or a range of your feed. */
  replayWebhooks: ReplayWebhooksPayload;
  /** Writes a public message. A technician's answers the first-response clock. */
  reply: ReplyPayload;
  /** Moves the appointment to another time. The old one is given up only with the new one in hand. */
  rescheduleAppointment: RescheduleAppointmentPayload;
  /** Resolves a ticket. Notes of missing steps may come in the same act. */
  resolve: ResolvePayload;
  /** Takes a ticket up again, or begins work on a new one. */
  resume: ResumePayload;
  /** Asks the remote tool again for the address of one's own running session: what was in the way is done, or the device is called otherwise there. One that was ready is withdrawn. */
  retryJoinLink: RetryJoinLinkPayload;
  /** Appends a revision to a sealed verdict, with its reason. The sealed verdict stays: reports count it, and say how many were revised. */
  reviseVerdict: ReviseVerdictPayload;
  /** Ends a key at once: its requests are refused from now on, and its open sockets are closed with 4403. */
  revokeApiKey: RevokeApiKeyPayload;
  /** Shuts a wall screen out at once: it shows a pairing code again. */
  revokeDevice: RevokeDevicePayload;
  /** Replaces a key by a new one of the same name, scopes and lifetime; the old one goes on for the overlap. A partner may rotate its own keys that can do no more than the one that asks. */
  rotateApiKey: RotateApiKeyPayload;
  /** Gives an endpoint a new secret. Messages are signed with both until the overlap is over, and with the newest four at most. */
  rotateWebhookSecret: RotateWebhookSecretPayload;
  /** Sends the requester a link by which they choose a time for a remote session, or move the one that stands. It counts as a response; without an appointment the ticket waits for them. */
  sendBookingLink: SendBookingLinkPayload;
  /** Sends a message that tells of nothing, once. Its delivery says how it was answered. */
  sendTestWebhook: SendTestWebhookPayload;
  /** A client buys an extra. With AFTER_HOURS, open clocks of the contract count by it from that instant on. */
  setAddOn: SetAddOnPayload;
  /** Sandbox only. Fires each edge before `to` at its own instant, in order, and answers once worker, sequencer and boards have heard. */
  setClock: SetClockPayload;
  /** Says what another system calls a ticket, in place of what it called it before; in any status. */
  setExternalRef: SetExternalRefPayload;
  /** Records the manufacturer support that a client pays for: what has ended counts as supported where it is recorded here. Every fault is listed; with one, nothing is saved. */
  setPaidSupport: SetPaidSupportPayload;
  /** Sets a priority by hand; shown with its reason. */
  setPriority: SetPriorityPayload;
  /** Says how the remote tool knows a device. It counts for sessions that begin from now on, and for links that are asked for again. */
  setRemoteAccess: SetRemoteAccessPayload;
  /** Says what somebody is good at. A booking link to whoever is free offers only technicians who can do what its ticket is about; the order of the queue does not go by it, and appointments that were agreed stay. */
  setSkills: SetSkillsPayload;
  /** Changes what somebody may do, or shuts them out. Their sessions end at once; they sign in anew. */
  setStaffAccess: SetStaffAccessPayload;
  /** Writes everything of yours at one instant to files: JSON lines, gzipped, with a manifest and the position to go on from. */
  startExport: StartExportPayload;
  /** Starts a remote session on a ticket: at its appointment, or at once where the contract has the add-on for it. It counts on the client's fair use. */
  startSession: StartSessionPayload;
  /** States facts; priority and coverage follow from them. */
  stateFacts: StateFactsPayload;
  /** Says what was done in a session. */
  summariseSession: SummariseSessionPayload;
  /** Takes the first of the queue, atomically. */
  takeNext: TakeNextPayload;
  /** Takes a ticket. If somebody was faster, `current` says who. */
  takeTicket: TakeTicketPayload;
  /** Gives a device another name, or says what it is now. Every fault is listed; with one, nothing is saved. */
  updateDevice: UpdateDevicePayload;
  /** Changes where an endpoint is, what it is called and what it is sent. */
  updateWebhookEndpoint: UpdateWebhookEndpointPayload;
  /** Lays a ticket aside until somebody else has acted. */
  waitOn: WaitOnPayload;
  /** Withdraws the override that stands: what the rules said last is in force again. */
  withdrawOverride: WithdrawOverridePayload;
};


export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


export type MutationAnswerBookingLinkArgs = {
  input: AnswerBookingLinkInput;
};


export type MutationApplyToOpenClocksArgs = {
  input: ApplyToOpenClocksInput;
};


export type MutationAssignTicketArgs = {
  input: AssignTicketInput;
};


export type MutationBookAppointmentArgs = {
  input: BookAppointmentInput;
};


export type MutationCancelArgs = {
  input: CancelInput;
};


export type MutationCancelAppointmentArgs = {
  input: CancelAppointmentInput;
};


export type MutationCloseArgs = {
  input: CloseInput;
};


export type MutationCompleteStepArgs = {
  input: CompleteStepInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateClientArgs = {
  input: CreateClientInput;
};


export type MutationCreateMonitoringSourceArgs = {
  input: CreateMonitoringSourceInput;
};


export type MutationCreatePartnerArgs = {
  input: CreatePartnerInput;
};


export type MutationCreatePasswordLinkArgs = {
  input: CreatePasswordLinkInput;
};


export type MutationCreateSignInLinkArgs = {
  input: CreateSignInLinkInput;
};


export type MutationCreateTeamArgs = {
  input: CreateTeamInput;
};


export type MutationCreateTechnicianArgs = {
  input: CreateTechnicianInput;
};


export type MutationCreateTicketArgs = {
  input: CreateTicketInput;
};


export type MutationCreateWebhookEndpointArgs = {
  input: CreateWebhookEndpointInput;
};


export type MutationDeleteWebhookEndpointArgs = {
  input: DeleteWebhookEndpointInput;
};


export type MutationDisableWebhookEndpointArgs = {
  input: DisableWebhookEndpointInput;
};


export type MutationEnableWebhookEndpointArgs = {
  input: EnableWebhookEndpointInput;
};


export type MutationEndAddOnArgs = {
  input: EndAddOnInput;
};


export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


export type MutationHeartbeatArgs = {
  input: HeartbeatInput;
};


export type MutationHoldSlotArgs = {
  input: HoldSlotInput;
};


export type MutationInviteStaffArgs = {
  input: InviteStaffInput;
};


export type MutationMergeTicketsArgs = {
  input: MergeTicketsInput;
};


export type MutationOverrideCoverageArgs = {
  input: OverrideCoverageInput;
};


export type MutationPairDeviceArgs = {
  input: PairDeviceInput;
};


export type MutationPlanShiftsArgs = {
  input: PlanShiftsInput;
};


export type MutationPublishCalendarArgs = {
  input: PublishCalendarInput;
};


export type MutationPublishPlanArgs = {
  input: PublishPlanInput;
};


export type MutationRegisterDeviceArgs = {
  input: RegisterDeviceInput;
};


export type MutationReleaseSlotArgs = {
  input: ReleaseSlotInput;
};


export type MutationRemoveExternalRefArgs = {
  input: RemoveExternalRefInput;
};


export type MutationReopenArgs = {
  input: ReopenInput;
};


export type MutationReplayWebhooksArgs = {
  input: ReplayWebhooksInput;
};


export type MutationReplyArgs = {
  input: ReplyInput;
};


export type MutationRescheduleAppointmentArgs = {
  input: RescheduleAppointmentInput;
};


export type MutationResolveArgs = {
  input: ResolveInput;
};


export type MutationResumeArgs = {
  input: ResumeInput;
};


export type MutationRetryJoinLinkArgs = {
  input: RetryJoinLinkInput;
};


export type MutationReviseVerdictArgs = {
  input: ReviseVerdictInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationRevokeDeviceArgs = {
  input: RevokeDeviceInput;
};


export type MutationRotateApiKeyArgs = {
  input: RotateApiKeyInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: RotateWebhookSecretInput;
};


export type MutationSendBookingLinkArgs = {
  input: SendBookingLinkInput;
};


export type MutationSendTestWebhookArgs = {
  input: SendTestWebhookInput;
};


export type MutationSetAddOnArgs = {
  input: SetAddOnInput;
};


export type MutationSetClockArgs = {
  input: SetClockInput;
};


export type MutationSetExternalRefArgs = {
  input: SetExternalRefInput;
};


export type MutationSetPaidSupportArgs = {
  input: SetPaidSupportInput;
};


export type MutationSetPriorityArgs = {
  input: SetPriorityInput;
};


export type MutationSetRemoteAccessArgs = {
  input: SetRemoteAccessInput;
};


export type MutationSetSkillsArgs = {
  input: SetSkillsInput;
};


export type MutationSetStaffAccessArgs = {
  input: SetStaffAccessInput;
};


export type MutationStartExportArgs = {
  input: StartExportInput;
};


export type MutationStartSessionArgs = {
  input: StartSessionInput;
};


export type MutationStateFactsArgs = {
  input: StateFactsInput;
};


export type MutationSummariseSessionArgs = {
  input: SummariseSessionInput;
};


export type MutationTakeNextArgs = {
  input: TakeNextInput;
};


export type MutationTakeTicketArgs = {
  input: TakeTicketInput;
};


export type MutationUpdateDeviceArgs = {
  input: UpdateDeviceInput;
};


export type MutationUpdateWebhookEndpointArgs = {
  input: UpdateWebhookEndpointInput;
};


export type MutationWaitOnArgs = {
  input: WaitOnInput;
};


export type MutationWithdrawOverrideArgs = {
  input: WithdrawOverrideInput;
};

/** A team or a technician, before and after. */
export type NamedChange = {
  /** Before; null: nothing. */
  from: Maybe<NamedRef>;
  /** After; null: nothing. */
  to: Maybe<NamedRef>;
};

/** A team, a technician, a client, a device or a file, by the name of the time. */
export type NamedRef = {
  /** Its id. */
  id: Scalars['ID']['output'];
  /** Its name when it happened. */
  name: Scalars['String']['output'];
};

/** The way on. */
export type NextStep = {
  /** What to do. */
  kind: NextStepKind;
  /** The same in words. */
  label: Scalars['String']['output'];
  /** The manufacturer to contact. */
  manufacturer: Maybe<Scalars['String']['output']>;
  /** The page to go to. */
  url: Maybe<Scalars['String']['output']>;
};

/** What comes next after a coverage decision. */
export type NextStepKind =
  /** Book an appointment instead of immediate help. */
  | 'BOOK_APPOINTMENT'
  /** Contact the manufacturer. */
  | 'CONTACT_MANUFACTURER'
  /** Ask for the add-on that would cover it. */
  | 'REQUEST_ADD_ON'
  /** Request a quote. */
  | 'REQUEST_QUOTE'
  /** State the missing facts. */
  | 'STATE_FACTS'
  /** Work on it. */
  | 'WORK_ON_IT';

/** Why a clock has no due instant. */
export type NoDueReason =
  /** The calendar is not open for so long within five years. */
  | 'NO_OPERATING_TIME'
  /** Nothing is promised for this priority. */
  | 'NO_TARGET';

/** Anything with an id of its own. Ids are opaque: pass them back as they came. */
export type Node = {
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
};

/** What reopening does to a finished clock. */
export type OnReopen =
  /** The same cycle goes on. */
  | 'CONTINUE'
  /** The finished cycle stays; a new one starts. */
  | 'NEW_CYCLE';

/** Whether a request is covered. */
export type Outcome =
  /** Covered: work on it. */
  | 'COVERED'
  /** Not covered; saying so is still owed in time. */
  | 'EXCLUDED'
  /** Helped with, within the limit that the clause names. */
  | 'LIMITED'
  /** Cannot be said yet: facts are missing. */
  | 'NEEDS_INFORMATION';

/** A coverage outcome, before and after. */
export type OutcomeChange = {
  /** Before; null: nothing. */
  from: Maybe<Outcome>;
  /** After; null: nothing. */
  to: Maybe<Outcome>;
};

/** Tickets by the outcome of a coverage decision. */
export type OutcomeCounts = {
  /** Covered. */
  covered: Scalars['Int']['output'];
  /** Excluded. */
  excluded: Scalars['Int']['output'];
  /** Limited. */
  limited: Scalars['Int']['output'];
  /** Facts are missing. */
  needsInformation: Scalars['Int']['output'];
};

/** A condition on a Outcome: exactly one of its fields. */
export type OutcomeFilter =
  /** Is this. */
  { eq: Outcome; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Outcome>; };

/** How many decisions would go from one outcome to another. */
export type OutcomeShift = {
  /** How many decisions. */
  count: Scalars['Int']['output'];
  /** As it was decided. */
  from: Outcome;
  /** As it would have been; the same where only another clause decides. */
  to: Outcome;
};

/** An expected refusal of OverrideCoverage. Nothing was changed. */
export type OverrideCoverageError = {
  /** The reason, from this mutation's own list. */
  code: OverrideCoverageErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why OverrideCoverage was refused. */
export type OverrideCoverageErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** A reason must be given. */
  | 'REASON_REQUIRED'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A coverage decision by hand. */
export type OverrideCoverageInput = {
  /** Code of the plan's clause that it goes by; left out where it is covered, or goes by none. */
  clause?: InputMaybe<Scalars['String']['input']>;
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** COVERED, LIMITED or EXCLUDED. */
  outcome: Outcome;
  /** Why, in at most 500 characters; kept beside the decision, and in the audit. */
  reason: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to OverrideCoverage. */
export type OverrideCoveragePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<OverrideCoverageError>;
};

/** Where a page stands in its list. */
export type PageInfo = {
  /** Cursor of the last item; null for an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null for an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** Manufacturer support that a client pays for. */
export type PaidSupport = {
  /** The product. */
  product: Scalars['String']['output'];
  /** The last paid day; null: as long as the manufacturer sells it. */
  until: Maybe<Scalars['Date']['output']>;
  /** Its version; null: each of them. */
  version: Maybe<Scalars['String']['output']>;
};

/** Manufacturer support that a client pays for, for example Windows ESU. */
export type PaidSupportInput = {
  /** The product, as people say it: "Windows". */
  product: Scalars['String']['input'];
  /** The last paid day; left out: as long as the manufacturer sells it. */
  until?: InputMaybe<Scalars['Date']['input']>;
  /** Its version: "10"; left out: each of them. */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** An expected refusal of PairDevice. Nothing was changed. */
export type PairDeviceError = {
  /** The reason, from this mutation's own list. */
  code: PairDeviceErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why PairDevice was refused. */
export type PairDeviceErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** No screen shows this code now. */
  | 'NOT_FOUND';

/** A screen that waits with a code. */
export type PairDeviceInput = {
  /** The six digits that the screen shows; spaces do not matter. */
  code: Scalars['String']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Where it hangs, at most 100 characters. */
  name: Scalars['String']['input'];
};

/** The answer to PairDevice. */
export type PairDevicePayload = {
  /** The screen; null when it was refused. */
  device: Maybe<WallDevice>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<PairDeviceError>;
};

/** A company whose system integrates with the desk. */
export type Partner = Node & {
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Name. */
  name: Scalars['String']['output'];
};

/** A page of a list of Partner. */
export type PartnerConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<PartnerEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One Partner in a list, with its cursor. */
export type PartnerEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Partner;
};

/** Why a clock is paused. */
export type PauseReason =
  /** Until a booked appointment. */
  | 'APPOINTMENT'
  /** Waiting for somebody in the house. */
  | 'INTERNAL'
  /** Waiting for the manufacturer. */
  | 'MANUFACTURER'
  /** Waiting for parts. */
  | 'PARTS'
  /** Waiting for the requester. */
  | 'REQUESTER';

/** A half-open stretch of time, `[from, until)`. */
export type Period = {
  /** First instant inside. */
  from: Scalars['DateTime']['output'];
  /** First instant after. */
  until: Scalars['DateTime']['output'];
};

/** One published version of what is sold: clauses, promises, fair use. */
export type Plan = Node & {
  /** The lines that coverage is decided by (at most 100), in the order in which they decide: what excludes before what limits. */
  clauses: Array<PlanClause>;
  /** Code that contracts name. */
  code: Scalars['String']['output'];
  /** Contracts in force today that name its code, of those that you may see. */
  contracts: Scalars['Int']['output'];
  /** Days after a release in which the version before still counts as CURRENT. */
  currentGraceDays: Scalars['Int']['output'];
  /** Seconds of remote service granted to each client a day. */
  fairUseSecondsPerDay: Scalars['Int']['output'];
  /** Whether it is a policy of the past: the only kind whose targets may be zero. */
  historical: Scalars['Boolean']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** The operating systems that it helps with from a version on (at most 50). What is older is below the minimum; one that is not listed has none. */
  minimumVersions: Array<MinimumVersion>;
  /** Minutes that one request may take: the limit that a clause's `aboveLimit` means. */
  minutesLimit: Scalars['Int']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Its priorities. */
  priorities: Array<Priority>;
  /** When it was published, in desk time. */
  publishedAt: Scalars['DateTime']['output'];
  /** Days after closing in which a ticket may be reopened; null: no limit. */
  reopenDays: Maybe<Scalars['Int']['output']>;
  /** The steps that resolving and closing ask for. */
  requiredSteps: Array<Step>;
  /** Seconds after due in which a fact that happened in time may still arrive. */
  settlingSeconds: Scalars['Int']['output'];
  /** Whether priorities are stated instead of derived from facts. */
  statedPriorities: Scalars['Boolean']['output'];
  /** What is promised, by priority. */
  targets: Array<Target>;
  /** What kinds of work are presumed to take (at most 17); of one that is not listed nothing is presumed. */
  usualMinutes: Array<UsualMinutes>;
  /** Version, counted from 1. */
  version: Scalars['Int']['output'];
};

/** A line of a plan: what matches its condition has its outcome. */
export type PlanClause = {
  /** The same in one sentence, for the person who asked. */
  advice: Scalars['String']['output'];
  /** Code, for example "printer". */
  code: Scalars['String']['output'];
  /** What comes next where it decides. */
  nextStep: NextStepKind;
  /** EXCLUDED or LIMITED: what it decides where it matches. */
  outcome: Outcome;
  /** What it is about, in words. */
  title: Scalars['String']['output'];
  /** When it matches. */
  when: Condition;
};

/** An expected refusal of PlanShifts. Nothing was changed. */
export type PlanShiftsError = {
  /** The reason, from this mutation's own list. */
  code: PlanShiftsErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why PlanShifts was refused. */
export type PlanShiftsErrorCode =
  /** A shift is impossible, or overlaps another. */
  | 'INVALID'
  /** There is no such technician. */
  | 'NOT_FOUND';

/** When somebody works in a stretch of time. What was planned there before is replaced. */
export type PlanShiftsInput = {
  /** Where the stretch begins. */
  from: Scalars['DateTime']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Their shifts that begin in it (at most 200); none: they do not work. */
  shifts: Array<ShiftInput>;
  /** The technician. */
  technicianId: Scalars['ID']['input'];
  /** Where it ends: shifts that begin from then on stay as they are. */
  until: Scalars['DateTime']['input'];
};

/** The answer to PlanShifts. */
export type PlanShiftsPayload = {
  /** The technician; null when it was refused. */
  technician: Maybe<Technician>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<PlanShiftsError>;
};

/** One act by which open clocks are counted another way: it goes through tickets page by page. */
export type PolicyApplication = Node & {
  /** From when it counts: the instant of the act. */
  appliedAt: Scalars['DateTime']['output'];
  /** Who applied it. */
  appliedBy: Scalars['String']['output'];
  /** What every moved clock is told. */
  cause: Scalars['String']['output'];
  /** Clocks that were breached by it so far. */
  clocksBreached: Scalars['Int']['output'];
  /** Clocks that have moved so far. */
  clocksMoved: Scalars['Int']['output'];
  /** Tickets in which something happened after a dry run and before this was done: they may differ from it. */
  disturbedSince: Array<DisturbedTicket>;
  /** When the last ticket was done; null while it runs. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What is applied. */
  kind: PolicyEditKind;
  /** Tickets that are done. */
  ticketsDone: Scalars['Int']['output'];
  /** Tickets it concerned when it began. */
  ticketsTotal: Scalars['Int']['output'];
};


/** One act by which open clocks are counted another way: it goes through tickets page by page. */
export type PolicyApplicationDisturbedSinceArgs = {
  position: Scalars['Position']['input'];
};

/** What an edit would do to open clocks, as of one snapshot of the desk. Nothing was changed. */
export type PolicyDryRun = {
  /** The instant it speaks of. */
  asOf: Scalars['DateTime']['output'];
  /** Of a plan: how it would have decided what was decided under that plan in `[from, until)`. Null for other edits. */
  coverage: Maybe<CoverageWhatIf>;
  /** How many of these would move. */
  moved: Scalars['Int']['output'];
  /** The clocks that would move: first what would breach, then by due. */
  moves: Array<ClockMove>;
  /** Their open clocks. */
  openClocks: Scalars['Int']['output'];
  /** Position of the desk's log at that snapshot. */
  position: Scalars['Position']['output'];
  /** The same as a sentence. */
  sentence: Scalars['String']['output'];
  /** Tickets that the edit concerns. */
  tickets: Scalars['Int']['output'];
  /** How many of these would be breached at once. */
  wouldBreach: Scalars['Int']['output'];
};


/** What an edit would do to open clocks, as of one snapshot of the desk. Nothing was changed. */
export type PolicyDryRunCoverageArgs = {
  from?: InputMaybe<Scalars['DateTime']['input']>;
  until?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What an edit would do to open clocks, as of one snapshot of the desk. Nothing was changed. */
export type PolicyDryRunMovesArgs = {
  first?: Scalars['Int']['input'];
  skip?: Scalars['Int']['input'];
};

/** The answer to policyDryRun. */
export type PolicyDryRunAnswer = {
  /** What it would do; null when it could not be made. */
  dryRun: Maybe<PolicyDryRun>;
  /** Why the edit itself would be refused; empty when it would not. */
  userErrors: Array<PolicyDryRunError>;
};

/** An expected refusal of PolicyDryRun. Nothing was changed. */
export type PolicyDryRunError = {
  /** The reason, from this mutation's own list. */
  code: PolicyDryRunErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why PolicyDryRun was refused. */
export type PolicyDryRunErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** An edit to try out: exactly one of the fields. */
export type PolicyDryRunInput = {
  /** An extra as it would be bought. */
  addOn?: InputMaybe<SetAddOnInput>;
  /** A calendar as it would be published. */
  calendar?: InputMaybe<PublishCalendarInput>;
  /** An extra as it would be ended. */
  endAddOn?: InputMaybe<EndAddOnInput>;
  /** A plan as it would be published and then applied. */
  plan?: InputMaybe<PublishPlanInput>;
  /** A version that is published already. */
  published?: InputMaybe<ApplyToOpenClocksInput>;
};

/** What open clocks are counted by in another way. */
export type PolicyEditKind =
  /** After-hours service of one contract, bought or ended. */
  | 'ADD_ON'
  /** The hours of a calendar version. */
  | 'CALENDAR'
  /** The targets of a plan version. */
  | 'PLAN';

/** A condition on a fact that is yes, no or not stated: exactly one of its fields. */
export type PresenceFilter =
  /** Is yes (true) or no (false). */
  { eq: Scalars['Boolean']['input']; isNull?: never; }
  |  /** Is not stated (true), or is (false). */
  { eq?: never; isNull: Scalars['Boolean']['input']; };

/** A level of urgency, as the plan names it. */
export type Priority = {
  /** Code, stable. */
  code: Scalars['String']['output'];
  /** Name as people read it. */
  name: Scalars['String']['output'];
  /** 1 is taken first. */
  rank: Scalars['Int']['output'];
};

/** How a raised priority moves the due instant. */
export type PriorityChange =
  /** The earlier of the old due and the change plus the new amount. */
  | 'EARLIER_OF_OLD_AND_NEW'
  /** Counted again from the start. */
  | 'FROM_THE_START';

/** A level of urgency. */
export type PriorityInput = {
  /** Code, stable. */
  code: Scalars['String']['input'];
  /** Name as people read it. */
  name: Scalars['String']['input'];
  /** 1 is taken first. */
  rank: Scalars['Int']['input'];
};

/** An expected refusal of PublishCalendar. Nothing was changed. */
export type PublishCalendarError = {
  /** The reason, from this mutation's own list. */
  code: PublishCalendarErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why PublishCalendar was refused. */
export type PublishCalendarErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID';

/** A new version of a calendar. */
export type PublishCalendarInput = {
  /** Whether open clocks are counted by it too, from that instant on. What has been counted stays. */
  applyToOpenClocks?: Scalars['Boolean']['input'];
  /** Code that contracts name; a known one gets its next version. */
  code: Scalars['String']['input'];
  /** From when on it holds, now or later; without it, from now on. Until then the version before holds. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Dates with other hours. */
  exceptions?: InputMaybe<Array<CalendarExceptionInput>>;
  /** Closed dates. */
  holidays?: InputMaybe<Array<HolidayInput>>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, as every clock that moves is told; at most 200 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** IANA time zone. */
  timeZone: Scalars['String']['input'];
  /** Days that are left out are closed. */
  week: Array<DayHoursInput>;
};

/** The answer to PublishCalendar. */
export type PublishCalendarPayload = {
  /** How open clocks come to be counted by it; null when it was refused or is for new tickets only. */
  application: Maybe<PolicyApplication>;
  /** The new version; null when it was refused. */
  calendar: Maybe<Calendar>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<PublishCalendarError>;
};

/** An expected refusal of PublishPlan. Nothing was changed. */
export type PublishPlanError = {
  /** The reason, from this mutation's own list. */
  code: PublishPlanErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why PublishPlan was refused. */
export type PublishPlanErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID';

/** A new version of a plan. It applies to tickets that are created from then on. */
export type PublishPlanInput = {
  /** Coverage clauses, at most 100; without them, the standard plan's. What excludes decides before what limits, each as they are listed here; where no clause has a condition of its own, in the standard plan's order. */
  clauses?: InputMaybe<Array<ClauseInput>>;
  /** Code that contracts name; a known one gets its next version. */
  code: Scalars['String']['input'];
  /** Days after a release in which the version before still counts as CURRENT, 0 to 365; without it, the standard plan's. */
  currentGraceDays?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds of remote service a day; without it, the standard plan's. */
  fairUseSecondsPerDay?: InputMaybe<Scalars['Int']['input']>;
  /** A policy of the past: its targets may be zero. */
  historical?: Scalars['Boolean']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Operating systems and the oldest version that is helped with, at most 50; without them, the standard plan's; empty: no minimum. */
  minimumVersions?: InputMaybe<Array<MinimumVersionInput>>;
  /** Minutes that one request may take, 0 to 1440; without it, the standard plan's. */
  minutesLimit?: InputMaybe<Scalars['Int']['input']>;
  /** Name. */
  name: Scalars['String']['input'];
  /** Its priorities; a plan that derives them needs URGENT and STANDARD. */
  priorities: Array<PriorityInput>;
  /** Days after closing in which a ticket may be reopened; null: no limit. */
  reopenDays?: InputMaybe<Scalars['Int']['input']>;
  /** The steps that resolving and closing ask for. */
  requiredSteps: Array<Step>;
  /** Seconds after due in which a late fact may still arrive. */
  settlingSeconds?: Scalars['Int']['input'];
  /** Whether priorities are stated instead of derived. */
  statedPriorities?: Scalars['Boolean']['input'];
  /** What is promised. */
  targets: Array<TargetInput>;
  /** What kinds of work are presumed to take where nobody estimated it, each kind once; of one that is left out nothing is presumed. Without the list, the standard plan's, as far as they are within `minutesLimit`. */
  usualMinutes?: InputMaybe<Array<UsualMinutesInput>>;
};

/** The answer to PublishPlan. */
export type PublishPlanPayload = {
  /** The new version; null when it was refused. */
  plan: Maybe<Plan>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<PublishPlanError>;
};

export type Query = {
  /** Keys, newest first: all of them for a manager, its own for a partner. Ended ones are left out unless asked for. */
  apiKeys: ApiKeyConnection;
  /** The limits in force, and what of them you have left. Costs next to nothing. */
  apiLimits: ApiLimits;
  /** The appointments that stand and begin within a stretch of time, of everybody who works here, earliest first (at most 1,000). */
  appointments: Array<Appointment>;
  /** Who did what that matters for safety, newest first. Append-only. */
  auditEntries: AuditEntryConnection;
  /** How much work stood open at an instant; without one, now. */
  backlog: Backlog;
  /** What can be booked for a ticket: its terms, the times that are free, and the appointment that stands. NOT_FOUND for a ticket that you may not see. */
  booking: Booking;
  /** What whoever gets a booking link for a ticket on these terms would find, before it is sent. NOT_FOUND for a ticket or a technician that does not exist. */
  bookingOutlook: BookingOutlook;
  /** Every version of one calendar, newest first, at most 100; none: empty. */
  calendarVersions: Array<Calendar>;
  /** All calendars in their newest versions (at most 100). */
  calendars: Array<Calendar>;
  /** The letters of a demo or a sandbox, which reach nobody: the newest first (at most 200, and none from before its last start). Null on a desk that sends real mail, or whose mail waits. */
  caughtMails: Maybe<Array<CaughtMail>>;
  /** What happened after a position of your feed, in order. Kept for at least 30 days (`FEED_RETENTION_DAYS`); then CURSOR_EXPIRED, with the position to go on from once everything was read anew. */
  changes: ChangePage;
  /** Clients you may see, by name. */
  clients: ClientConnection;
  /** The facts that a clause's condition may test, each with its comparisons (at most 100). */
  coverageFacts: Array<CoverageFact>;
  /** Would this be covered? Nothing is created. */
  coveragePreview: CoverageDecision;
  /** How the requests of tickets created in `[from, until)` were covered, and what was decided by hand. */
  coverageReport: CoverageReport;
  /** How desk time runs. */
  deskClock: DeskClock;
  /** Devices of the clients you may see, by a filter, in an order. Give `first` or `last`, at most 100. */
  devices: DeviceConnection;
  /** When would it be due? By published plans and calendars, or by drafts of them before they are published. Nothing is kept. */
  dueSimulation: DueSimulationAnswer;
  /** Your exports, the newest first, also those whose files are gone. */
  exports: BulkExportConnection;
  /** What would be promised for a ticket if these facts were stated of it now: priority, due instant and coverage. Changes nothing; facts that are not new preview the ticket as it stands. NOT_FOUND for a ticket or a device that you may not see. */
  factsPreview: TicketPreview;
  /** Countries whose holidays are known, by name; of one country, its parts, where holidays differ. Some 200 at most. */
  holidayRegions: Array<HolidayRegion>;
  /** The manufacturer data that the desk goes by, by title. It is changed by importing a file: `npm run desk -- import-support`. */
  manufacturerProducts: ManufacturerProductConnection;
  /** Anything by its id; null when there is none that you may see. */
  node: Maybe<Node>;
  /** Up to 100 things by their ids, in their order; null for each unknown one. More are refused. */
  nodes: Array<Maybe<Node>>;
  /** The partners of this desk, by name. */
  partners: PartnerConnection;
  /** Every version of one plan, newest first, at most 100; none: empty. */
  planVersions: Array<Plan>;
  /** All plans in their newest versions (at most 100). */
  plans: Array<Plan>;
  /** One application; null when there is none by this id. */
  policyApplication: Maybe<PolicyApplication>;
  /** What was applied to open clocks, newest first, at most 100. */
  policyApplications: Array<PolicyApplication>;
  /** What an edit would do to open clocks, before it is made: all of them, at one snapshot. Applying it at once does exactly this, except to tickets in which something happens in between. */
  policyDryRun: PolicyDryRunAnswer;
  /** Public holidays of a region, in order, to be looked through and put into a calendar: data with its origin, corrected where the source errs. Some 50 a year, so 500 at most. */
  publicHolidays: Array<Holiday>;
  /** Open tickets in an order, now. */
  queue: Queue;
  /** How well one promise was kept for tickets created in `[from, until)`. You see your own tickets only. */
  slaReport: SlaReport;
  /** Whoever may sign in to work here, by address. */
  staffAccounts: StaffAccountConnection;
  /** All teams, by name (at most 1,000). */
  teams: Array<Team>;
  /** Everybody who works tickets, by name (at most 1,000). */
  technicians: Array<Technician>;
  /** A ticket by id, by number or by its name in another system: give exactly one. Null when there is none. */
  ticket: Maybe<Ticket>;
  /** What would be promised if this request were made now: priority, due instant and coverage. Changes nothing. */
  ticketPreview: TicketPreview;
  /** Tickets, by a filter, in an order. Give `first` or `last`, at most 100. */
  tickets: TicketConnection;
  /** You, as this desk knows you. */
  viewer: Viewer;
  /** All that a wall shows, now. */
  wall: Wall;
  /** Wall screens, newest first; those that were shut out are left out. */
  wallDevices: WallDeviceConnection;
  /** Your webhook endpoints, the oldest first; at most 20. */
  webhookEndpoints: WebhookEndpointConnection;
};


export type QueryApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  ended?: Scalars['Boolean']['input'];
  first: Scalars['Int']['input'];
  partnerId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAppointmentsArgs = {
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
};


export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first: Scalars['Int']['input'];
};


export type QueryBacklogArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryBookingArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  ticketId?: InputMaybe<Scalars['ID']['input']>;
  timeZone?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBookingOutlookArgs = {
  lengthSeconds?: InputMaybe<Scalars['Int']['input']>;
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  ticketId: Scalars['ID']['input'];
};


export type QueryCalendarVersionsArgs = {
  code: Scalars['String']['input'];
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  excludeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  first: Scalars['Int']['input'];
  types?: InputMaybe<Array<ChangeType>>;
};


export type QueryClientsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryCoveragePreviewArgs = {
  input: CoveragePreviewInput;
};


export type QueryCoverageReportArgs = {
  input: CoverageReportInput;
};


export type QueryDevicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeviceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: DeviceOrder;
};


export type QueryDueSimulationArgs = {
  input: DueSimulationInput;
};


export type QueryExportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryFactsPreviewArgs = {
  input: StateFactsInput;
};


export type QueryHolidayRegionsArgs = {
  country?: InputMaybe<Scalars['String']['input']>;
};


export type QueryManufacturerProductsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  search?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryPartnersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryPlanVersionsArgs = {
  code: Scalars['String']['input'];
};


export type QueryPolicyApplicationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPolicyDryRunArgs = {
  input: PolicyDryRunInput;
};


export type QueryPublicHolidaysArgs = {
  region: Scalars['String']['input'];
  years: Array<Scalars['Int']['input']>;
};


export type QueryQueueArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  filter?: InputMaybe<QueueFilter>;
  order?: QueueOrder;
};


export type QuerySlaReportArgs = {
  input: SlaReportInput;
};


export type QueryStaffAccountsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryTicketArgs = {
  externalRef?: InputMaybe<ExternalRefInput>;
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTicketPreviewArgs = {
  input: CreateTicketInput;
};


export type QueryTicketsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TicketFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: TicketOrder;
};


export type QueryWallArgs = {
  rows?: Scalars['Int']['input'];
};


export type QueryWallDevicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryWebhookEndpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Open tickets in an order, at one instant. */
export type Queue = {
  /** The instant it speaks of, in desk time. */
  asOf: Scalars['DateTime']['output'];
  /** How desk time runs. */
  clock: DeskClock;
  /** The filtered tickets, counted. */
  counts: QueueCounts;
  /** The tickets in their order, at most 100 a page. */
  entries: QueueEntryConnection;
  /** Which of the filtered tickets breach unless somebody takes them in time, reckoned with the whole queue; null for a queue of the past. */
  forecast: Maybe<BreachForecast>;
  /** The desk's feed had come to here when it was read. */
  position: Scalars['Position']['output'];
};


/** Open tickets in an order, at one instant. */
export type QueueEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Open tickets, each counted once: breached (paused or not), else paused, else at risk, else on track. */
export type QueueCounts = {
  /** At risk and running. */
  atRisk: Scalars['Int']['output'];
  /** Past their due instant, paused or not. */
  breached: Scalars['Int']['output'];
  /** Neither. */
  onTrack: Scalars['Int']['output'];
  /** All of them. */
  open: Scalars['Int']['output'];
  /** Paused and not breached. */
  paused: Scalars['Int']['output'];
  /** In the queue: NEW or OPEN, and nobody holds them. */
  unassigned: Scalars['Int']['output'];
};

/** What has changed. It applies only where `from` is the position you stand at; otherwise subscribe anew. Put `rows` in or over those with their `ticketId`, take out `gone`, add `calendars` to those you have; the rest replaces what was shown. */
export type QueueDelta = {
  /** Desk time: what its times are of. */
  asOf: Scalars['DateTime']['output'];
  /** Calendars that `rows` name and that you may not have. */
  calendars: Array<WallCalendar>;
  /** How desk time runs. */
  clock: DeskClock;
  /** All that the board is of, counted. */
  counts: QueueCounts;
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** Tickets whose rows have left the board. */
  gone: Array<Scalars['ID']['output']>;
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the board is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** Rows that are new or differ in more than what runs by itself, whole; at most as many as the board has. */
  rows: Array<WallRow>;
  /** Its own position. */
  to: Scalars['Position']['output'];
  /** How many tickets match in all. */
  total: Scalars['Int']['output'];
};

/** A place in an order, and the ticket that holds it. */
export type QueueEntry = {
  /** Its place among what to take next. */
  place: QueuePlace;
  /** The ticket as a row. */
  row: WallRow;
};

/** A page of a list of QueueEntry. */
export type QueueEntryConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<QueueEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One QueueEntry in a list, with its cursor. */
export type QueueEntryEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: QueueEntry;
};

/** Which open tickets. All conditions hold at once. */
export type QueueFilter = {
  /** Held by this technician. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** Of this client. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** Whose shown clock is paused, or is not. */
  paused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this team. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
  /** Held by nobody (true) or by somebody (false). */
  unassigned?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A sign of life every 5 s. */
export type QueueHeartbeat = {
  /** Desk time: what its times are of. */
  asOf: Scalars['DateTime']['output'];
  /** Names the build: a board that runs another one reloads itself. */
  build: Scalars['String']['output'];
  /** What your rows should come to: the sum, modulo 2³², of FNV-1a (32 bits) over `ticketId:version:orderKey:next` of each, as 8 hexadecimal digits. Where they come to something else, subscribe anew without `after`. */
  checksum: Scalars['String']['output'];
  /** How desk time runs. */
  clock: DeskClock;
  /** All that the board is of, counted. */
  counts: QueueCounts;
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the board is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** Its own position. */
  to: Scalars['Position']['output'];
};

/** What a list of open tickets is sent. */
export type QueueMessage = QueueDelta | QueueHeartbeat | QueueSnapshot;

/** An order of open tickets, made on the server. */
export type QueueOrder =
  /** What to take next. Only tickets that are in the queue. */
  | 'QUEUE'
  /** What can still be saved: breached without an owner, breached with one, then by due instant. */
  | 'WALL';

/** A ticket's place among what to take next, or why it has none. */
export type QueuePlace = {
  /** How many are taken before it. Counted when asked for; null without a place, and for whoever is not staff. */
  ahead: Maybe<Scalars['Int']['output']>;
  /** Whether it is in the queue: NEW or OPEN, and nobody holds it. */
  inQueue: Scalars['Boolean']['output'];
  /** Opaque; rows are placed by comparing these as text. Empty without a place. */
  orderKey: Scalars['String']['output'];
  /** Why it is here, weightiest first; or why it has no place. */
  reasons: Array<Reason>;
};

/** The first rows of an order. It replaces whatever was shown. */
export type QueueSnapshot = {
  /** Desk time: what its times are of. */
  asOf: Scalars['DateTime']['output'];
  /** The calendars that rows name. */
  calendars: Array<WallCalendar>;
  /** How desk time runs. */
  clock: DeskClock;
  /** All that the board is of, counted. */
  counts: QueueCounts;
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the board is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** The rows, in order. */
  rows: Array<WallRow>;
  /** Its own position. */
  to: Scalars['Position']['output'];
  /** How many tickets match in all. */
  total: Scalars['Int']['output'];
};

/** Why something stands where it stands. */
export type Reason = {
  /** A stable word. */
  code: Scalars['String']['output'];
  /** The same as a sentence. */
  text: Scalars['String']['output'];
};

/** An expected refusal of RegisterDevice. Nothing was changed. */
export type RegisterDeviceError = {
  /** The reason, from this mutation's own list. */
  code: RegisterDeviceErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RegisterDevice was refused. */
export type RegisterDeviceErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** A machine of a client. */
export type RegisterDeviceInput = {
  /** Whose it is. */
  clientId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Name the client knows it by; 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** What it is. */
  technology: DeviceTechnologyInput;
};

/** The answer to RegisterDevice. */
export type RegisterDevicePayload = {
  /** The device; null when it was refused. */
  device: Maybe<Device>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RegisterDeviceError>;
};

/** An expected refusal of ReleaseSlot. Nothing was changed. */
export type ReleaseSlotError = {
  /** The reason, from this mutation's own list. */
  code: ReleaseSlotErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why ReleaseSlot was refused. */
export type ReleaseSlotErrorCode =
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND';

/** For which ticket the slot that is held is let go. */
export type ReleaseSlotInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to ReleaseSlot. */
export type ReleaseSlotPayload = {
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ReleaseSlotError>;
};

/** Being connected to the requester's machine. */
export type RemoteSession = Node & {
  /** Who agreed. */
  consentBy: Maybe<Scalars['String']['output']>;
  /** How somebody agreed; null for one before this was asked. */
  consentHow: Maybe<Consent>;
  /** When it ended; null while it runs. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** How it ended. */
  endedBy: Maybe<SessionEnd>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** By which address its technician connects. Null where the desk is set up with no remote tool, and for all but the desk's own people. */
  joinLink: Maybe<JoinLink>;
  /** Last sign of life. */
  lastHeartbeatAt: Scalars['DateTime']['output'];
  /** Its length so far, in seconds. */
  seconds: Scalars['Int']['output'];
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** What was done, as the technician wrote it. Null while nobody has, and for all but the desk's own people. */
  summary: Maybe<Scalars['String']['output']>;
  /** Who connected. */
  technician: Technician;
  /** The ticket it is about. */
  ticket: Ticket;
};

/** An expected refusal of RemoveExternalRef. Nothing was changed. */
export type RemoveExternalRefError = {
  /** The reason, from this mutation's own list. */
  code: RemoveExternalRefErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RemoveExternalRef was refused. */
export type RemoveExternalRefErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A system that calls a ticket nothing any more. */
export type RemoveExternalRefInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The other system. */
  system: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to RemoveExternalRef. */
export type RemoveExternalRefPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RemoveExternalRefError>;
};

/** An expected refusal of Reopen. Nothing was changed. */
export type ReopenError = {
  /** The reason, from this mutation's own list. */
  code: ReopenErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Reopen was refused. */
export type ReopenErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** A reason must be given. */
  | 'REASON_REQUIRED'
  /** It was closed too long ago: create a new ticket. */
  | 'REOPEN_PERIOD_OVER'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A ticket to reopen. */
export type ReopenInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; required once it is closed. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to Reopen. */
export type ReopenPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ReopenError>;
};

/** An expected refusal of ReplayWebhooks. Nothing was changed. */
export type ReplayWebhooksError = {
  /** The reason, from this mutation's own list. */
  code: ReplayWebhooksErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why ReplayWebhooks was refused. */
export type ReplayWebhooksErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** More than 1,000 messages: name a shorter range. */
  | 'TOO_MANY';

/** What to send again to an endpoint: deliveries by their ids, or a range of your feed. */
export type ReplayWebhooksInput = {
  /** Or a range of your feed: what follows this position. */
  after?: InputMaybe<Scalars['Position']['input']>;
  /** In a range: also what was delivered, as the endpoint's filter is now. Without it: what failed alone. */
  deliveredToo?: InputMaybe<Scalars['Boolean']['input']>;
  /** These deliveries, at most 100. */
  deliveryIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The range goes up to and with this position. */
  upTo?: InputMaybe<Scalars['Position']['input']>;
};

/** The answer to ReplayWebhooks. */
export type ReplayWebhooksPayload = {
  /** How many messages are sent again. */
  replayed: Scalars['Int']['output'];
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ReplayWebhooksError>;
};

/** An expected refusal of Reply. Nothing was changed. */
export type ReplyError = {
  /** The reason, from this mutation's own list. */
  code: ReplyErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Reply was refused. */
export type ReplyErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A public message. */
export type ReplyInput = {
  /** Files to come with it, in their order, by the ids that `POST /attachments` answered you; at most 10. Each can be attached once. */
  attachmentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The message. */
  body: Scalars['String']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When it was sent, where that is earlier than now: mail processed late, or another system's reply. Clocks go by it. Requesters leave it out. */
  sentAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to Reply. */
export type ReplyPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ReplyError>;
};

/** Typed facts of a request. Whatever is left out is unstated. */
export type RequestFactsInput = {
  /** Whether it is an advanced problem of one product's use. */
  advancedProductProblem?: InputMaybe<Scalars['Boolean']['input']>;
  /** How many minutes it will take, as estimated: 1 to 10,080. */
  estimatedMinutes?: InputMaybe<Scalars['Int']['input']>;
  /** Whether there is high-speed internet. Presumed: yes. */
  highSpeed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it would be illegal. */
  illegal?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is wanted at once. Presumed: an appointment will do. */
  immediate?: InputMaybe<Scalars['Boolean']['input']>;
  /** What is asked for. */
  kindOfWork?: InputMaybe<KindOfWork>;
  /** Whether the software is licensed. Presumed: yes. */
  licensed?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it can be done remotely. Presumed: yes. */
  remotePossible?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it is about. */
  technology?: InputMaybe<TechnologyInput>;
  /** Whether it could invalidate a warranty. Presumed: no. */
  warrantyRisk?: InputMaybe<Scalars['Boolean']['input']>;
};

/** An expected refusal of RescheduleAppointment. Nothing was changed. */
export type RescheduleAppointmentError = {
  /** The reason, from this mutation's own list. */
  code: RescheduleAppointmentErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RescheduleAppointment was refused. */
export type RescheduleAppointmentErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** That is the time at which it is already. */
  | 'INVALID'
  /** The booking link works no more: it is over, or a newer one was sent. */
  | 'LINK_OVER'
  /** There is no such ticket, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket has ended: there is nothing left to agree on. */
  | 'NOT_IN_THIS_STATUS'
  /** No slot begins then: the desk is closed, nobody works, or it is over eight weeks ahead. See `nearest`. */
  | 'NOT_OFFERED'
  /** No appointment stands. */
  | 'NO_APPOINTMENT'
  /** The time has passed, or comes too soon; `nearest` offers others. */
  | 'SLOT_PASSED'
  /** The time is free no longer; `nearest` offers others. */
  | 'SLOT_TAKEN';

/** The slot to which an appointment is moved. */
export type RescheduleAppointmentInput = {
  /** When the slot begins, as `Booking.days` offers it. */
  from: Scalars['DateTime']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket; a booking link names its own, so that it leaves this out. */
  ticketId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to RescheduleAppointment. */
export type RescheduleAppointmentPayload = {
  /** The appointment; null when it was refused. */
  appointment: Maybe<Appointment>;
  /** When it was refused: free times near it, earliest first (at most 6). */
  nearest: Array<Slot>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RescheduleAppointmentError>;
};

/** An expected refusal of Resolve. Nothing was changed. */
export type ResolveError = {
  /** The reason, from this mutation's own list. */
  code: ResolveErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Resolve was refused. */
export type ResolveErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION'
  /** Documented steps are missing; `missingSteps` lists them. */
  | 'STEPS_MISSING';

/** A ticket that is solved. */
export type ResolveInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A public message to the requester. */
  message?: InputMaybe<Scalars['String']['input']>;
  /** Step notes that are still missing. */
  steps?: InputMaybe<Array<StepNoteInput>>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to Resolve. */
export type ResolvePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ResolveError>;
};

/** An expected refusal of Resume. Nothing was changed. */
export type ResumeError = {
  /** The reason, from this mutation's own list. */
  code: ResumeErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why Resume was refused. */
export type ResumeErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** The ticket to take up again. */
export type ResumeInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to Resume. */
export type ResumePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ResumeError>;
};

/** An expected refusal of RetryJoinLink. Nothing was changed. */
export type RetryJoinLinkError = {
  /** The reason, from this mutation's own list. */
  code: RetryJoinLinkErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RetryJoinLink was refused. */
export type RetryJoinLinkErrorCode =
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** It is another technician's session. */
  | 'NOT_YOURS'
  /** The session has ended. */
  | 'SESSION_ENDED';

/** The session whose link is asked for again. */
export type RetryJoinLinkInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
};

/** The answer to RetryJoinLink. */
export type RetryJoinLinkPayload = {
  /** The session; null when it was refused. */
  session: Maybe<RemoteSession>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RetryJoinLinkError>;
};

/** An expected refusal of ReviseVerdict. Nothing was changed. */
export type ReviseVerdictError = {
  /** The reason, from this mutation's own list. */
  code: ReviseVerdictErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why ReviseVerdict was refused. */
export type ReviseVerdictErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such clock. */
  | 'NOT_FOUND'
  /** The verdict can still be corrected by facts: a revision is for what is history. */
  | 'NOT_SEALED';

/** A manager's other view of a sealed verdict. */
export type ReviseVerdictInput = {
  /** The clock. */
  clockId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; shown wherever the revision is. */
  reason: Scalars['String']['input'];
  /** The verdict as you see it. */
  verdict: Verdict;
};

/** The answer to ReviseVerdict. */
export type ReviseVerdictPayload = {
  /** What was appended; null when it was refused. */
  revision: Maybe<VerdictRevision>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<ReviseVerdictError>;
};

/** An expected refusal of RevokeApiKey. Nothing was changed. */
export type RevokeApiKeyError = {
  /** The reason, from this mutation's own list. */
  code: RevokeApiKeyErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RevokeApiKey was refused. */
export type RevokeApiKeyErrorCode =
  /** The key is revoked, or has expired. */
  | 'ALREADY_ENDED'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND';

/** A key to be ended at once. */
export type RevokeApiKeyInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The key. */
  keyId: Scalars['ID']['input'];
  /** Why, for the audit. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to RevokeApiKey. */
export type RevokeApiKeyPayload = {
  /** The key; null when it was refused. */
  apiKey: Maybe<ApiKey>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RevokeApiKeyError>;
};

/** An expected refusal of RevokeDevice. Nothing was changed. */
export type RevokeDeviceError = {
  /** The reason, from this mutation's own list. */
  code: RevokeDeviceErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RevokeDevice was refused. */
export type RevokeDeviceErrorCode =
  /** There is no such screen. */
  | 'NOT_FOUND';

/** A screen to be shut out. */
export type RevokeDeviceInput = {
  /** The screen. */
  deviceId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to RevokeDevice. */
export type RevokeDevicePayload = {
  /** The screen; null when it was refused. */
  device: Maybe<WallDevice>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RevokeDeviceError>;
};

/** An expected refusal of RotateApiKey. Nothing was changed. */
export type RotateApiKeyError = {
  /** The reason, from this mutation's own list. */
  code: RotateApiKeyErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RotateApiKey was refused. */
export type RotateApiKeyErrorCode =
  /** The key is revoked, or has expired. */
  | 'ALREADY_ENDED'
  /** The key was replaced already. */
  | 'ALREADY_REPLACED'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The key can do more than the one that asks. */
  | 'NOT_YOURS';

/** A key to be replaced. */
export type RotateApiKeyInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The key. */
  keyId: Scalars['ID']['input'];
  /** For how many seconds the old key goes on, 0 (it ends now) to 2,592,000. */
  overlapSeconds?: Scalars['Int']['input'];
};

/** The answer to RotateApiKey. */
export type RotateApiKeyPayload = {
  /** The new key; null when it was refused. */
  apiKey: Maybe<ApiKey>;
  /** The old key, with the instant at which it ends. */
  replaced: Maybe<ApiKey>;
  /** The key itself. Keep it now: it is told this once, and only its hash is kept. */
  secret: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RotateApiKeyError>;
};

/** An expected refusal of RotateWebhookSecret. Nothing was changed. */
export type RotateWebhookSecretError = {
  /** The reason, from this mutation's own list. */
  code: RotateWebhookSecretErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why RotateWebhookSecret was refused. */
export type RotateWebhookSecretErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the endpoint meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An endpoint to give a new secret. */
export type RotateWebhookSecretInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For how many seconds messages are signed with the old one too, at most 604,800; without it, a day. */
  overlapSeconds?: InputMaybe<Scalars['Int']['input']>;
};

/** The answer to RotateWebhookSecret. */
export type RotateWebhookSecretPayload = {
  /** When refused: the endpoint as it stands, if you may see it. */
  current: Maybe<WebhookEndpoint>;
  /** The endpoint; null when it was refused. */
  endpoint: Maybe<WebhookEndpoint>;
  /** The new secret. It is shown this once. */
  secret: Maybe<Scalars['String']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<RotateWebhookSecretError>;
};

/** How many clocks fall due in a stretch ahead. */
export type RunwayBin = {
  /** Tickets in it. */
  count: Scalars['Int']['output'];
  /** Stable name of the bin. */
  key: Scalars['String']['output'];
  /** How it is drawn. */
  kind: RunwayKind;
  /** Its label. */
  label: Scalars['String']['output'];
  /** Its last due instant; null for bins by counted time. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** How a bin of the runway is drawn. */
export type RunwayKind =
  /** About to breach. */
  | 'AT_RISK'
  /** Breached. */
  | 'LATE'
  /** Later. */
  | 'ON_TRACK';

/** What satisfies a target. */
export type SatisfiedBy =
  /** The ticket is closed. */
  | 'CLOSED'
  /** A public reply by a person. */
  | 'PUBLIC_REPLY'
  /** The ticket is resolved. */
  | 'RESOLVED';

/** What a stretch of a clock is. */
export type SegmentKind =
  /** The desk was closed. */
  | 'CLOSED'
  /** Counted: these sum exactly to the elapsed seconds. */
  | 'COUNTED'
  /** The clock was paused. */
  | 'PAUSED';

/** An expected refusal of SendBookingLink. Nothing was changed. */
export type SendBookingLinkError = {
  /** The reason, from this mutation's own list. */
  code: SendBookingLinkErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SendBookingLink was refused. */
export type SendBookingLinkErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** Which ticket to send a booking link for, and on which terms. */
export type SendBookingLinkInput = {
  /** What to write beside it. Without it, a sentence that asks to choose. */
  body?: InputMaybe<Scalars['String']['input']>;
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How long it takes: 900 to 14400 seconds, in quarters of an hour. Without it, 1800. */
  lengthSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Whose time is offered; without it, that of whoever is free and can do what the ticket is about. */
  technicianId?: InputMaybe<Scalars['ID']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to SendBookingLink. */
export type SendBookingLinkPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** The link; null when it was refused. */
  link: Maybe<SentBookingLink>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SendBookingLinkError>;
};

/** An expected refusal of SendTestWebhook. Nothing was changed. */
export type SendTestWebhookError = {
  /** The reason, from this mutation's own list. */
  code: SendTestWebhookErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SendTestWebhook was refused. */
export type SendTestWebhookErrorCode =
  /** The endpoint is disabled: enable it first. */
  | 'DISABLED'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND';

/** An endpoint to send a test message to. */
export type SendTestWebhookInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to SendTestWebhook. */
export type SendTestWebhookPayload = {
  /** The delivery, which is tried once; null when refused. */
  delivery: Maybe<WebhookDelivery>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SendTestWebhookError>;
};

/** A link by which somebody chooses a time. */
export type SentBookingLink = {
  /** From this instant on it works no more. */
  expiresAt: Scalars['DateTime']['output'];
  /** Where it leads, as a path of this desk. This is the one time that it is shown: send it to the requester. */
  path: Scalars['String']['output'];
};

/** How a remote session ended. */
export type SessionEnd =
  /** The desk's hours were over. */
  | 'DESK_CLOSED'
  /** The requester ended it. */
  | 'REQUESTER'
  /** The technician ended it. */
  | 'TECHNICIAN'
  /** Its ticket was closed, cancelled or merged. */
  | 'TICKET_ENDED'
  /** The heartbeats stopped: it ended at the last one plus a grace of 60 seconds. */
  | 'VANISHED';

/** An expected refusal of SetAddOn. Nothing was changed. */
export type SetAddOnError = {
  /** The reason, from this mutation's own list. */
  code: SetAddOnErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetAddOn was refused. */
export type SetAddOnErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** An extra that a client buys. */
export type SetAddOnInput = {
  /** The contract that gets it. */
  contractId: Scalars['ID']['input'];
  /** From this instant on, now or later; without it, now. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which extra. */
  kind: AddOnKind;
  /** Until this instant; null: no end. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The answer to SetAddOn. */
export type SetAddOnPayload = {
  /** How open clocks follow; null where none do. */
  application: Maybe<PolicyApplication>;
  /** The contract; null when it was refused. */
  contract: Maybe<Contract>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetAddOnError>;
};

/** An expected refusal of SetClock. Nothing was changed. */
export type SetClockError = {
  /** The reason, from this mutation's own list. */
  code: SetClockErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetClock was refused. */
export type SetClockErrorCode =
  /** A desk's clock never goes back. */
  | 'BACKWARDS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Only a sandbox's clock can be set. */
  | 'NOT_A_SANDBOX';

/** How to set a sandbox's clock. Whatever is left out stays. */
export type SetClockInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Desk seconds per real second, 0 to 100,000. */
  rate?: InputMaybe<Scalars['Float']['input']>;
  /** Go on to this instant; never back, once anything has happened. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The answer to SetClock. */
export type SetClockPayload = {
  /** The clock as it runs now; null when it was refused. */
  clock: Maybe<DeskClock>;
  /** How many edges this call fired on the way, each at its own instant, in order. A worker that runs beside may have fired others of them first. */
  edgesFired: Scalars['Int']['output'];
  /** The desk's feed has come to here; boards were told. */
  position: Maybe<Scalars['Position']['output']>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetClockError>;
};

/** An expected refusal of SetExternalRef. Nothing was changed. */
export type SetExternalRefError = {
  /** The reason, from this mutation's own list. */
  code: SetExternalRefErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetExternalRef was refused. */
export type SetExternalRefErrorCode =
  /** It exists already; `current` is it. */
  | 'ALREADY_EXISTS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** What another system calls a ticket. */
export type SetExternalRefInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The id there, in at most 255 characters; unique within the partner. */
  id: Scalars['String']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The other system, in at most 255 characters. */
  system: Scalars['String']['input'];
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to SetExternalRef. */
export type SetExternalRefPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetExternalRefError>;
};

/** An expected refusal of SetPaidSupport. Nothing was changed. */
export type SetPaidSupportError = {
  /** The reason, from this mutation's own list. */
  code: SetPaidSupportErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetPaidSupport was refused. */
export type SetPaidSupportErrorCode =
  /** A field holds something that cannot be used; each fault is listed with its field. */
  | 'INVALID'
  /** There is no such contract. */
  | 'NOT_FOUND';

/** All manufacturer support that a contract records from now on. */
export type SetPaidSupportInput = {
  /** Which contract. */
  contractId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** All of it, at most 50; what is left out is no longer recorded. */
  paidSupport: Array<PaidSupportInput>;
};

/** The answer to SetPaidSupport. */
export type SetPaidSupportPayload = {
  /** The contract; null when it was refused. */
  contract: Maybe<Contract>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetPaidSupportError>;
};

/** An expected refusal of SetPriority. Nothing was changed. */
export type SetPriorityError = {
  /** The reason, from this mutation's own list. */
  code: SetPriorityErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetPriority was refused. */
export type SetPriorityErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** A reason must be given. */
  | 'REASON_REQUIRED'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** A priority set by hand. */
export type SetPriorityInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Code of one of the plan's priorities. */
  priority: Scalars['String']['input'];
  /** Why; required unless the plan's priorities are stated. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to SetPriority. */
export type SetPriorityPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetPriorityError>;
};

/** An expected refusal of SetRemoteAccess. Nothing was changed. */
export type SetRemoteAccessError = {
  /** The reason, from this mutation's own list. */
  code: SetRemoteAccessErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetRemoteAccess was refused. */
export type SetRemoteAccessErrorCode =
  /** The text is too long. */
  | 'INVALID'
  /** There is no such device. */
  | 'NOT_FOUND';

/** How the remote tool knows a machine. */
export type SetRemoteAccessInput = {
  /** Which device. */
  deviceId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What the tool calls it: a number, or an id such as MeshCentral's "node//…"; at most 200 characters. Null, or nothing but blanks: it goes by its name. */
  remoteAccessId?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to SetRemoteAccess. */
export type SetRemoteAccessPayload = {
  /** The device; null when it was refused. */
  device: Maybe<Device>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetRemoteAccessError>;
};

/** An expected refusal of SetSkills. Nothing was changed. */
export type SetSkillsError = {
  /** The reason, from this mutation's own list. */
  code: SetSkillsErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetSkills was refused. */
export type SetSkillsErrorCode =
  /** There is no such technician. */
  | 'NOT_FOUND';

/** What somebody is good at. What was said before is replaced. */
export type SetSkillsInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What they can do (each counts once); none: everything. */
  skills: Array<TechnologyKind>;
  /** The technician. */
  technicianId: Scalars['ID']['input'];
};

/** The answer to SetSkills. */
export type SetSkillsPayload = {
  /** The technician; null when it was refused. */
  technician: Maybe<Technician>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetSkillsError>;
};

/** An expected refusal of SetStaffAccess. Nothing was changed. */
export type SetStaffAccessError = {
  /** The reason, from this mutation's own list. */
  code: SetStaffAccessErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SetStaffAccess was refused. */
export type SetStaffAccessErrorCode =
  /** They are the last manager who can sign in. */
  | 'LAST_MANAGER'
  /** There is no such person, or they were not invited. */
  | 'NOT_FOUND';

/** What somebody may do from now on. */
export type SetStaffAccessInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What they may do. */
  role: StaffRole;
  /** Whether they may not sign in at all. */
  suspended?: Scalars['Boolean']['input'];
  /** The technician. */
  technicianId: Scalars['ID']['input'];
};

/** The answer to SetStaffAccess. */
export type SetStaffAccessPayload = {
  /** How they sign in; null when it was refused. */
  account: Maybe<StaffAccount>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SetStaffAccessError>;
};

/** A stretch in which a technician works. */
export type Shift = {
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** When it ends. */
  until: Scalars['DateTime']['output'];
};

/** A stretch in which a technician works. */
export type ShiftInput = {
  /** When it begins. */
  from: Scalars['DateTime']['input'];
  /** When it ends; at most a day later. */
  until: Scalars['DateTime']['input'];
};

/** After-hours service that is imagined, in force in `[from, until)`. */
export type SimulatedAfterHoursInput = {
  /** From this instant on. */
  from: Scalars['DateTime']['input'];
  /** Until this instant; null: no end. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A clock of an imagined ticket, if nobody answered until its due. */
export type SimulatedClock = {
  /** From when on it would be at risk. */
  atRiskAt: Maybe<Scalars['DateTime']['output']>;
  /** To whom; null without a promise. */
  commitment: Maybe<Commitment>;
  /** The last instant in time. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** What is promised. */
  metric: Metric;
  /** Why there is no due instant. */
  noDueReason: Maybe<NoDueReason>;
  /** Every stretch from the start to the due instant, with its cause. */
  segments: Array<ClockSegment>;
  /** The same as a sentence to read out. */
  sentence: Scalars['String']['output'];
  /** When it starts. */
  startedAt: Scalars['DateTime']['output'];
  /** The promise; null when there is none for this priority. */
  target: Maybe<Target>;
};

/** A wait that is imagined, `[from, until)`. */
export type SimulatedWaitInput = {
  /** From this instant, not before the creation. */
  from: Scalars['DateTime']['input'];
  /** On what; clocks whose target pauses on it stand still. */
  on: PauseReason;
  /** Until this instant, which is no longer included. */
  until: Scalars['DateTime']['input'];
};

/** One target on one ticket, per cycle, read at `asOf`. It explains every second of itself by `segments`. */
export type SlaClock = Node & {
  /** What came after the seal and would have changed the verdict; null where nothing did. */
  afterSeal: Maybe<AfterSeal>;
  /** The instant this reading speaks of. */
  asOf: Scalars['DateTime']['output'];
  /** From when on it is at risk. */
  atRiskAt: Maybe<Scalars['DateTime']['output']>;
  /** First second after due, once that has passed unsatisfied. */
  breachedAt: Maybe<Scalars['DateTime']['output']>;
  /** Version of the calendar. */
  calendarVersion: Scalars['Int']['output'];
  /** To whom. */
  commitment: Commitment;
  /** 1 for the first; reopening may start another. */
  cycle: Scalars['Int']['output'];
  /** Last instant in time: satisfied at this very second is met. While paused: if resumed now. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** Counted seconds so far. Wall time is never called elapsed. */
  elapsedSeconds: Scalars['Int']['output'];
  /** When it ended. */
  endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What is promised. */
  metric: Metric;
  /** Why there is no due instant. */
  noDueReason: Maybe<NoDueReason>;
  /** Stretches from `asOf` on in which it counts: what a countdown needs to stop and start by itself. Two weeks at most. */
  openPeriods: Array<Period>;
  /** Since when it is paused. */
  pausedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it is paused; null when it is not. */
  pausedReason: Maybe<PauseReason>;
  /** Version of the plan. */
  policyVersion: Scalars['Int']['output'];
  /** Counted seconds left; negative once breached; null without a due. */
  remainingSeconds: Maybe<Scalars['Int']['output']>;
  /** When it will go on by itself, if that is known. */
  resumesAt: Maybe<Scalars['DateTime']['output']>;
  /** What managers appended to the sealed verdict, oldest first. */
  revisions: Array<VerdictRevision>;
  /** When it was satisfied. */
  satisfiedAt: Maybe<Scalars['DateTime']['output']>;
  /** From when on the verdict is history; null before. */
  sealedAt: Maybe<Scalars['DateTime']['output']>;
  /** Every stretch from the start to `asOf` or the end, with its cause. */
  segments: Array<ClockSegment>;
  /** The clock in one sentence to read out: what was promised, what was counted and what not, by when, and how it stands. Read from its facts; wall times are those of its calendar. */
  sentence: Scalars['String']['output'];
  /** How it stands, also while paused. */
  standing: Standing;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** What it does now. */
  state: ClockState;
  /** The promise; null when there is none for this priority. */
  target: Maybe<Target>;
  /** IANA zone of the calendar it counts by. */
  timeZone: Scalars['String']['output'];
  /** Version of the time-zone data it was computed with; once sealed, that of the seal. */
  timeZoneData: Scalars['String']['output'];
  /** How it ended; null while it has not. */
  verdict: Maybe<Verdict>;
  /** When it would be due if one thing were otherwise. */
  wouldBeDue: Array<WouldBeDue>;
};


/** One target on one ticket, per cycle, read at `asOf`. It explains every second of itself by `segments`. */
export type SlaClockOpenPeriodsArgs = {
  first?: Scalars['Int']['input'];
};

/** How well one promise was kept, each figure followed by the tickets behind it. */
export type SlaReport = {
  /** Data up to this instant of desk time. */
  asOf: Scalars['DateTime']['output'];
  /** The clocks that were or are late, by due instant; cancelled and merged ones say so by their verdict. */
  breaches: BreachConnection;
  /** By client, by name. */
  byClient: Array<AttainmentRow>;
  /** By client, by name, then by month. */
  byClientAndMonth: Array<AttainmentRow>;
  /** By month of the ticket's creation, oldest first. */
  byMonth: Array<AttainmentRow>;
  /** By the clock's last priority, most urgent first. */
  byPriority: Array<AttainmentRow>;
  /** Every clock of the report as a file for a spreadsheet: UTF-8 with its mark, one line per clock, instants in UTC and in the report's zone. At most 100,000 lines; a longer one is refused. */
  csv: Scalars['String']['output'];
  /** What the figures mean, in sentences to print above them. */
  definition: Scalars['String']['output'];
  /** First day of creation. */
  from: Scalars['Date']['output'];
  /** Sealed verdicts that a manager sees differently, with a reason; the figures count what was sealed. */
  revised: Scalars['Int']['output'];
  /** IANA zone of its days and months. */
  timeZone: Scalars['String']['output'];
  /** All in one. */
  total: AttainmentRow;
  /** First day after. */
  until: Scalars['Date']['output'];
};


/** How well one promise was kept, each figure followed by the tickets behind it. */
export type SlaReportBreachesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Which promises to report on: those of tickets created in `[from, until)`. */
export type SlaReportInput = {
  /** The report as it would have read at this instant, as recorded by then; without it, now. */
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only this client's. */
  clientId?: InputMaybe<Scalars['ID']['input']>;
  /** Promised to whom, never mixed; without it, CONTRACTUAL for first responses and INTERNAL for the rest. */
  commitment?: InputMaybe<Commitment>;
  /** First day of creation, in the report's zone. */
  from: Scalars['Date']['input'];
  /** Which promise; without it, the first response. */
  metric?: InputMaybe<Metric>;
  /** Only clocks whose last priority has this code. */
  priority?: InputMaybe<Scalars['String']['input']>;
  /** IANA zone of days and months; without it, the provider's own. */
  timeZone?: InputMaybe<Scalars['String']['input']>;
  /** First day after, in the report's zone. */
  until: Scalars['Date']['input'];
};

/** A time that can be booked. */
export type Slot = {
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** When it ends. */
  until: Scalars['DateTime']['output'];
};

/** The slots that begin on one date. */
export type SlotDay = {
  /** The date, in the zone that was asked for. */
  date: Scalars['Date']['output'];
  /** Its slots, earliest first. */
  slots: Array<Slot>;
};

/** How somebody who works here signs in. */
export type StaffAccount = {
  /** The address they sign in with. */
  email: Scalars['String']['output'];
  /** Whether they have signed in by the OpenID provider. */
  hasOpenId: Scalars['Boolean']['output'];
  /** Whether they have set a password. */
  hasPassword: Scalars['Boolean']['output'];
  /** The last letter that brought them a link to set a password; null where there was none, or where it was not sent because its link worked no more. */
  letter: Maybe<MailDelivery>;
  /** What they may do. */
  role: StaffRole;
  /** Since when they may not sign in; null: they may. */
  suspendedAt: Maybe<Scalars['DateTime']['output']>;
  /** Who they are. */
  technician: Technician;
};

/** A page of a list of StaffAccount. */
export type StaffAccountConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<StaffAccountEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One StaffAccount in a list, with its cursor. */
export type StaffAccountEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: StaffAccount;
};

/** What somebody who works here may do. */
export type StaffRole =
  /** Works tickets, answers for the desk and administers it. */
  | 'MANAGER'
  /** Works tickets. */
  | 'TECHNICIAN';

/** How a clock stands, also while it is paused. */
export type Standing =
  /** No more counted time is left than the target's warning. */
  | 'AT_RISK'
  /** The due instant has passed. */
  | 'BREACHED'
  /** More counted time is left than the target's warning. */
  | 'ON_TRACK';

/** A condition on a Standing: exactly one of its fields. */
export type StandingFilter =
  /** Is this. */
  { eq: Standing; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Standing>; };

/** An expected refusal of StartExport. Nothing was changed. */
export type StartExportError = {
  /** The reason, from this mutation's own list. */
  code: StartExportErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why StartExport was refused. */
export type StartExportErrorCode =
  /** An export of yours is under way; `export` is it. */
  | 'ALREADY_RUNNING'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Your key may not read a part that was named. */
  | 'MISSING_SCOPE';

/** What to export. */
export type StartExportInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is to hold; without it, all that your key's scopes let you read. */
  parts?: InputMaybe<Array<ExportPart>>;
};

/** The answer to StartExport. */
export type StartExportPayload = {
  /** The export; null when it was refused. */
  export: Maybe<BulkExport>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<StartExportError>;
};

/** An expected refusal of StartSession. Nothing was changed. */
export type StartSessionError = {
  /** The reason, from this mutation's own list. */
  code: StartSessionErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why StartSession was refused. */
export type StartSessionErrorCode =
  /** It exists already; `current` is it. */
  | 'ALREADY_EXISTS'
  /** It is by appointment, and none is now: send a booking link. */
  | 'APPOINTMENT_NEEDED'
  /** Nobody at the client is known to have agreed: ask, and name who did. */
  | 'CONSENT_MISSING'
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** The ticket to connect for. */
export type StartSessionInput = {
  /** Who at the client agreed when they were asked. Not needed at an appointment that they confirmed themselves. */
  consentBy?: InputMaybe<Scalars['String']['input']>;
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to StartSession. */
export type StartSessionPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The session; null when it was refused. */
  session: Maybe<RemoteSession>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<StartSessionError>;
};

/** An expected refusal of StateFacts. Nothing was changed. */
export type StateFactsError = {
  /** The reason, from this mutation's own list. */
  code: StateFactsErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why StateFacts was refused. */
export type StateFactsErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** Facts to state, or to state anew. Whatever is left out stays. */
export type StateFactsInput = {
  /** How many users cannot work. */
  affected?: InputMaybe<Affected>;
  /** The client's device it is about; its technology is taken over. */
  deviceId?: InputMaybe<Scalars['ID']['input']>;
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Facts that coverage is decided by. */
  facts?: InputMaybe<RequestFactsInput>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** Whether there is a workaround. */
  workaround?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The answer to StateFacts. */
export type StateFactsPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<StateFactsError>;
};

/** The four documented steps. Their order is free. */
export type Step =
  /** What should the next person know? */
  | 'DOCUMENT'
  /** What was the cause? */
  | 'IDENTIFY_CAUSE'
  /** What was done? */
  | 'RESOLVE'
  /** How was it tested? */
  | 'TEST';

/** The note of one documented step. */
export type StepNoteInput = {
  /** What was done. */
  note: Scalars['String']['input'];
  /** Which step. */
  step: Step;
};

/** One of the four steps on one ticket, in its present cycle. */
export type StepRecord = {
  /** When. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** Who wrote it. */
  by: Maybe<Scalars['String']['output']>;
  /** Whether it has a note. */
  done: Scalars['Boolean']['output'];
  /** The note; null also for whoever may not read what is written within the desk. */
  note: Maybe<Scalars['String']['output']>;
  /** Whether the plan asks for it. */
  required: Scalars['Boolean']['output'];
  /** Which step. */
  step: Step;
};

/** A condition on a word or a name. All that is given holds at once. */
export type StringFilter = {
  /** Has this in it; capitals do not matter. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Is this, to the letter. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Is one of these, at most 100. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type Subscription = {
  /** The same as it happens, from any position on: what was missed comes first. A heartbeat every 5 s; one that is late says that your picture is old. */
  changes: ChangeMessage;
  /** The first rows of an order: a snapshot at once, or what was missed since `after`; then what changes (at most ten messages a second), and a heartbeat every 5 s. */
  queue: QueueMessage;
  /** One ticket: as it stands, and again after each of its events. */
  ticket: Ticket;
  /** The wall: a snapshot at once, or what was missed since `after`; then what changes (at most ten messages a second), and a heartbeat every 5 s. */
  wall: WallMessage;
};


export type SubscriptionChangesArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  excludeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  types?: InputMaybe<Array<ChangeType>>;
};


export type SubscriptionQueueArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  filter?: InputMaybe<QueueFilter>;
  first?: Scalars['Int']['input'];
  order?: QueueOrder;
};


export type SubscriptionTicketArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionWallArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  rows?: Scalars['Int']['input'];
};

/** An expected refusal of SummariseSession. Nothing was changed. */
export type SummariseSessionError = {
  /** The reason, from this mutation's own list. */
  code: SummariseSessionErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why SummariseSession was refused. */
export type SummariseSessionErrorCode =
  /** Nothing was written. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** It was another technician's session. */
  | 'NOT_YOURS';

/** What was done in a session. */
export type SummariseSessionInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The session. */
  sessionId: Scalars['ID']['input'];
  /** What was done, for the ticket's story; internal. */
  summary: Scalars['String']['input'];
};

/** The answer to SummariseSession. */
export type SummariseSessionPayload = {
  /** The session; null when it was refused. */
  session: Maybe<RemoteSession>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<SummariseSessionError>;
};

/** How what a device runs stands with its manufacturer, on the client's day of today. */
export type SupportStanding =
  /** No longer supported. */
  | 'ENDED'
  /** Supported, paid or not, and its last day is at most 30 days ahead. */
  | 'LEAVING'
  /** Supported only because the client's contract records paid support. */
  | 'PAID'
  /** Supported. */
  | 'SUPPORTED'
  /** Cannot be said until its product or version is recorded more exactly. */
  | 'UNCLEAR'
  /** Nothing can be said: the desk has no manufacturer data of it. */
  | 'UNKNOWN';

/** A condition on a SupportStanding: exactly one of its fields. */
export type SupportStandingFilter =
  /** Is this. */
  { eq: SupportStanding; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<SupportStanding>; };

/** An expected refusal of TakeNext. Nothing was changed. */
export type TakeNextError = {
  /** The reason, from this mutation's own list. */
  code: TakeNextErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why TakeNext was refused. */
export type TakeNextErrorCode =
  /** Nothing waits in the queue. */
  | 'QUEUE_EMPTY'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY';

/** Which queue to take from. */
export type TakeNextInput = {
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Only of this team; without it, of all. */
  teamId?: InputMaybe<Scalars['ID']['input']>;
};

/** The answer to TakeNext. */
export type TakeNextPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<TakeNextError>;
};

/** An expected refusal of TakeTicket. Nothing was changed. */
export type TakeTicketError = {
  /** The reason, from this mutation's own list. */
  code: TakeTicketErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why TakeTicket was refused. */
export type TakeTicketErrorCode =
  /** Somebody else holds the ticket; `current` says who. */
  | 'ALREADY_TAKEN'
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Only a technician or a manager may do this. */
  | 'STAFF_ONLY'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** The ticket to take. */
export type TakeTicketInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to TakeTicket. */
export type TakeTicketPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<TakeTicketError>;
};

/** One promise of a plan: a metric and an amount for one priority. */
export type Target = {
  /** Amount in operating days; null for the other kinds. */
  amountDays: Maybe<Scalars['Int']['output']>;
  /** Amount in seconds; null for OPERATING_DAYS. */
  amountSeconds: Maybe<Scalars['Int']['output']>;
  /** Counted seconds before due from which the clock is at risk. */
  atRiskBeforeSeconds: Scalars['Int']['output'];
  /** To whom. */
  commitment: Commitment;
  /** Whether, when a cycle goes on after reopening, the time between counts too. */
  countsWhileSatisfied: Scalars['Boolean']['output'];
  /** How the amount is counted. */
  kind: TargetKind;
  /** What is promised. */
  metric: Metric;
  /** How a raised priority moves the due instant. */
  onPriorityChange: PriorityChange;
  /** What reopening does. */
  onReopen: OnReopen;
  /** For which waiting its clock stands still; empty: never. */
  pausesOn: Array<PauseReason>;
  /** Code of the priority it is promised for. */
  priority: Scalars['String']['output'];
  /** What satisfies it. */
  satisfiedBy: SatisfiedBy;
};

/** One promise. */
export type TargetInput = {
  /** Amount in operating days, for OPERATING_DAYS. */
  amountDays?: InputMaybe<Scalars['Int']['input']>;
  /** Amount in seconds, for OPERATING_TIME and ELAPSED. */
  amountSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Counted seconds before due from which the clock is at risk. */
  atRiskBeforeSeconds: Scalars['Int']['input'];
  /** To whom. */
  commitment: Commitment;
  /** Whether, when a cycle goes on after reopening, the time between counts too. */
  countsWhileSatisfied?: Scalars['Boolean']['input'];
  /** How the amount is counted. */
  kind: TargetKind;
  /** What is promised. */
  metric: Metric;
  /** How a raised priority moves the due instant. */
  onPriorityChange: PriorityChange;
  /** What reopening does. */
  onReopen: OnReopen;
  /** For which waiting its clock stands still. */
  pausesOn: Array<PauseReason>;
  /** Code of one of the plan's priorities. */
  priority: Scalars['String']['input'];
  /** What satisfies it. */
  satisfiedBy: SatisfiedBy;
};

/** How a target's amount is counted. */
export type TargetKind =
  /** Every second; an end in closed hours waits for the next opening. */
  | 'ELAPSED'
  /** The same wall time on the n-th next operating day. */
  | 'OPERATING_DAYS'
  /** Seconds in which the desk is open. */
  | 'OPERATING_TIME';

/** Who works a kind of ticket. */
export type Team = Node & {
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Name, unique in the desk. */
  name: Scalars['String']['output'];
};

/** Who works tickets; a manager is one too. */
export type Technician = Node & {
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** Name as shown on the wall. */
  name: Scalars['String']['output'];
  /** Whether a shift covers this instant. */
  onShift: Scalars['Boolean']['output'];
  /** Their shifts within a stretch of time, earliest first (at most 1,000). Null for all but the desk's own people. */
  shifts: Maybe<Array<Shift>>;
  /** What they are good at, in the words in which tickets say what they are about (at most 8); none: everything. Null for all but the desk's own people. */
  skills: Maybe<Array<TechnologyKind>>;
  /** The teams they belong to. */
  teams: Array<Team>;
};


/** Who works tickets; a manager is one too. */
export type TechnicianShiftsArgs = {
  from: Scalars['DateTime']['input'];
  until: Scalars['DateTime']['input'];
};

/** A piece of technology: its kind, product and version as people say them. */
export type Technology = {
  /** What sort it is. */
  kind: TechnologyKind;
  /** Product name, for example "macOS"; null when not recorded. */
  product: Maybe<Scalars['String']['output']>;
  /** Version, for example "14.6"; null when not recorded. */
  version: Maybe<Scalars['String']['output']>;
};

/** A piece of technology as people say it. */
export type TechnologyInput = {
  /** What sort it is. */
  kind: TechnologyKind;
  /** Product, for example "macOS". */
  product?: InputMaybe<Scalars['String']['input']>;
  /** Version, for example "14.6", or "current". */
  version?: InputMaybe<Scalars['String']['input']>;
};

/** What sort of technology a request or a device is about. */
export type TechnologyKind =
  /** A program. */
  | 'APPLICATION'
  /** A web browser. */
  | 'BROWSER'
  /** Routers, switches, Wi-Fi, VPN. */
  | 'NETWORK'
  /** macOS, Windows, iOS, ChromeOS, a Linux. */
  | 'OPERATING_SYSTEM'
  /** Anything else. */
  | 'OTHER'
  /** Something attached: a scanner, a screen. */
  | 'PERIPHERAL'
  /** A printer. */
  | 'PRINTER'
  /** A server machine or its system. */
  | 'SERVER';

/** A condition on a TechnologyKind: exactly one of its fields. */
export type TechnologyKindFilter =
  /** Is this. */
  { eq: TechnologyKind; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<TechnologyKind>; };

/** A text, before and after. */
export type TextChange = {
  /** Before; null: nothing. */
  from: Maybe<Scalars['String']['output']>;
  /** After; null: nothing. */
  to: Maybe<Scalars['String']['output']>;
};

/** A request for support: something broke or something is wanted. */
export type Ticket = Node & {
  /** What you may do to it as it stands now. */
  accepts: Array<TicketVerb>;
  /** How many users are affected; null: not stated. */
  affected: Maybe<Affected>;
  /** Its appointments, earliest first (at most 100). */
  appointments: Array<Appointment>;
  /** Who holds it; null: nobody. */
  assignee: Maybe<Technician>;
  /** All its files, those of its earliest line first; at most 200. Requesters see those of the public lines. */
  attachments: Array<Attachment>;
  /** How it reached the desk. */
  channel: Channel;
  /** The client it is for; null only beside an error. */
  client: Maybe<Client>;
  /** Why it was closed or cancelled, where a reason was given. */
  closeReason: Maybe<Scalars['String']['output']>;
  /** When it ended. */
  closedAt: Maybe<Scalars['DateTime']['output']>;
  /** Whether a fact that is still open could make it urgent. */
  couldBeUrgent: Scalars['Boolean']['output'];
  /** The coverage decision in force: the rules', or a person's that stands over it. */
  coverage: CoverageDecision;
  /** What the rules say by the facts as they are now; the same as `coverage` unless an override stands. */
  coverageByRules: CoverageDecision;
  /** All coverage decisions, oldest first: the rules' and those made by hand. */
  coverageHistory: Array<CoverageDecision>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** What was said when it was opened. */
  description: Scalars['String']['output'];
  /** The device it is about; null when not recorded. */
  device: Maybe<Device>;
  /** Its names in other systems (at most 100). */
  externalRefs: Array<ExternalRef>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What is asked for; null: not stated. */
  kindOfWork: Maybe<KindOfWork>;
  /** The ticket it was merged into. */
  mergedInto: Maybe<Ticket>;
  /** Number people use. */
  number: Scalars['Int']['output'];
  /** Its priority, as its plan names it. */
  priority: Priority;
  /** The reason of a priority set by hand; null when it is derived. */
  priorityReason: Maybe<Scalars['String']['output']>;
  /** Its place among what to take next, with reasons. */
  queuePlace: QueuePlace;
  /** The person who asks; null when not recorded. */
  requester: Maybe<Contact>;
  /** When it was resolved; null unless RESOLVED or CLOSED. */
  resolvedAt: Maybe<Scalars['DateTime']['output']>;
  /** Its remote sessions, oldest first (at most 100). */
  sessions: Array<RemoteSession>;
  /** The newest clock of a metric; without one, the clock its row shows: open, earliest due. Null: none. */
  slaClock: Maybe<SlaClock>;
  /** All its clocks: every metric, every cycle. */
  slaClocks: Array<SlaClock>;
  /** Where it stands. */
  status: TicketStatus;
  /** The four steps in the ticket's present cycle. */
  steps: Array<StepRecord>;
  /** What it is about, in a few words. */
  subject: Scalars['String']['output'];
  /** The team it is with. */
  team: Maybe<Team>;
  /** Its story, oldest first. Requesters see the public lines. */
  timeline: TimelineConnection;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Grows with every change; pass it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** For whom it waits; null unless WAITING. */
  waitingOn: Maybe<WaitingOn>;
  /** Whether there is a workaround; null: not stated. */
  workaround: Maybe<Scalars['Boolean']['output']>;
};


/** A request for support: something broke or something is wanted. */
export type TicketSlaClockArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  metric?: InputMaybe<Metric>;
};


/** A request for support: something broke or something is wanted. */
export type TicketSlaClocksArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A request for support: something broke or something is wanted. */
export type TicketTimelineArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A page of a list of Ticket. */
export type TicketConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<TicketEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many match in all, on every page. */
  totalCount: Counted;
};

/** One Ticket in a list, with its cursor. */
export type TicketEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: Ticket;
};

/** Which tickets. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all. `not` is the complement: what is not set does not match the inside, and so matches `not`. */
export type TicketFilter = {
  /** How many users are affected; not set: not stated. */
  affected?: InputMaybe<AffectedFilter>;
  /** All of these hold. */
  and?: InputMaybe<Array<TicketFilter>>;
  /** Who holds it; not set: nobody. */
  assignee?: InputMaybe<IdFilter>;
  /** How it reached the desk. */
  channel?: InputMaybe<ChannelFilter>;
  /** The client it is for. */
  client?: InputMaybe<IdFilter>;
  /** A clock of it. */
  clock?: InputMaybe<ClockFilter>;
  /** When it ended. */
  closedAt?: InputMaybe<DateTimeFilter>;
  /** Whether it is covered. */
  coverage?: InputMaybe<OutcomeFilter>;
  /** The code of the clause that decided its coverage. */
  coverageClause?: InputMaybe<StringFilter>;
  /** Whether its coverage was decided by hand. */
  coverageOverridden?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it was created. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** The device it is about. */
  device?: InputMaybe<IdFilter>;
  /** A name of it in another system. */
  externalRef?: InputMaybe<ExternalRefFilter>;
  /** The ticket's id. */
  id?: InputMaybe<IdFilter>;
  /** This does not hold. */
  not?: InputMaybe<TicketFilter>;
  /** Number people use. */
  number?: InputMaybe<IntFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<TicketFilter>>;
  /** Its priority's code. */
  priority?: InputMaybe<StringFilter>;
  /** The person who asks. */
  requester?: InputMaybe<IdFilter>;
  /** When it was resolved. */
  resolvedAt?: InputMaybe<DateTimeFilter>;
  /** What people type to find one: part of the subject, or the number. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands. */
  status?: InputMaybe<TicketStatusFilter>;
  /** What it is about, in a few words. */
  subject?: InputMaybe<StringFilter>;
  /** The team it is with. */
  team?: InputMaybe<IdFilter>;
  /** When it last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** For whom it waits. */
  waitingOn?: InputMaybe<WaitingOnFilter>;
  /** Whether there is a workaround. */
  workaround?: InputMaybe<PresenceFilter>;
};

/** Order of a list of tickets. Each is total. */
export type TicketOrder =
  /** In the order in which they were created, which is that of their numbers. */
  | 'CREATED_ASC'
  /** The other way round: newest first. */
  | 'CREATED_DESC'
  /** Last changed last: whoever asks for more later is given what changed since. */
  | 'UPDATED_ASC'
  /** Last changed first. */
  | 'UPDATED_DESC';

/** What would be promised if the request were made now. */
export type TicketPreview = {
  /** Whether a fact that is still open could make it urgent. */
  couldBeUrgent: Scalars['Boolean']['output'];
  /** Whether it is covered. */
  coverage: CoverageDecision;
  /** By when the first response would be due; null: not promised, or given already. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** The priority its facts give. */
  priority: Priority;
  /** The promise as a sentence. */
  sentence: Scalars['String']['output'];
};

/** Where a ticket stands in its life. */
export type TicketStatus =
  /** No longer wanted. Final. */
  | 'CANCELLED'
  /** Done and documented. */
  | 'CLOSED'
  /** A duplicate of another ticket. Final. */
  | 'MERGED'
  /** Nobody has worked on it yet. */
  | 'NEW'
  /** In work. */
  | 'OPEN'
  /** Solved; the requester may reopen it. */
  | 'RESOLVED'
  /** Has an appointment. */
  | 'SCHEDULED'
  /** Waits for somebody else; `waitingOn` says for whom. */
  | 'WAITING';

/** A status, before and after. */
export type TicketStatusChange = {
  /** Before; null: nothing. */
  from: Maybe<TicketStatus>;
  /** After; null: nothing. */
  to: Maybe<TicketStatus>;
};

/** A condition on a TicketStatus: exactly one of its fields. */
export type TicketStatusFilter =
  /** Is this. */
  { eq: TicketStatus; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<TicketStatus>; };

/** What can be done to a ticket. */
export type TicketVerb =
  /** Give it to a team or a technician. */
  | 'ASSIGN'
  /** Cancel it. */
  | 'CANCEL'
  /** Close it. */
  | 'CLOSE'
  /** Document a step. */
  | 'COMPLETE_STEP'
  /** Merge it into another. */
  | 'MERGE'
  /** Write an internal note. */
  | 'NOTE'
  /** Decide coverage by hand. */
  | 'OVERRIDE_COVERAGE'
  /** Reopen it. */
  | 'REOPEN'
  /** Write a public message. */
  | 'REPLY'
  /** Resolve it. */
  | 'RESOLVE'
  /** Take it up (again). */
  | 'RESUME'
  /** Set a priority by hand. */
  | 'SET_PRIORITY'
  /** Start a remote session. */
  | 'START_SESSION'
  /** State facts. */
  | 'STATE_FACTS'
  /** Take it oneself. */
  | 'TAKE'
  /** Lay it aside until somebody else has acted. */
  | 'WAIT'
  /** Give way to the rules again. */
  | 'WITHDRAW_OVERRIDE';

/** A page of a list of Timeline. */
export type TimelineConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<TimelineEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One Timeline in a list, with its cursor. */
export type TimelineEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: TimelineEntry;
};

/** One line of a ticket's story. */
export type TimelineEntry = Node & {
  /** Who, by the name of the time. */
  actor: Scalars['String']['output'];
  /** When, in desk time. */
  at: Scalars['DateTime']['output'];
  /** The files that came with it, in the sender's order; at most 10. */
  attachments: Array<Attachment>;
  /** What was said. */
  body: Maybe<Scalars['String']['output']>;
  /** What changed, in words. */
  change: Maybe<Scalars['String']['output']>;
  /** The letter that carries it; null for what goes out by no mail, or is not in the outbox yet. */
  delivery: Maybe<MailDelivery>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: TimelineKind;
  /** Whether the requester sees it. */
  public: Scalars['Boolean']['output'];
  /** The step that was documented. */
  step: Maybe<Step>;
};

/** What a line of a ticket's story is about. */
export type TimelineKind =
  /** An appointment was agreed, moved, called off, kept or missed. */
  | 'APPOINTMENT'
  /** It was taken, assigned or laid down. */
  | 'ASSIGNMENT'
  /** A promise came at risk or was broken. */
  | 'CLOCK'
  /** Coverage was decided again. */
  | 'COVERAGE'
  /** The ticket was created; the body is its description. */
  | 'CREATED'
  /** Facts were stated. */
  | 'FACTS'
  /** A letter to the requester could not be delivered. */
  | 'MAIL'
  /** Tickets were merged. */
  | 'MERGE'
  /** An internal note. */
  | 'NOTE'
  /** The priority changed. */
  | 'PRIORITY'
  /** A public message of the desk. */
  | 'REPLY'
  /** A message of the requester. */
  | 'REQUESTER_MESSAGE'
  /** A remote session started or ended. */
  | 'SESSION'
  /** Its status changed. */
  | 'STATUS'
  /** A documented step. */
  | 'STEP';

/** A ticket that you no longer see: take it out of your own system. */
export type Tombstone = {
  /** The ticket's id. */
  ticketId: Scalars['ID']['output'];
};

/** An expected refusal of UpdateDevice. Nothing was changed. */
export type UpdateDeviceError = {
  /** The reason, from this mutation's own list. */
  code: UpdateDeviceErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why UpdateDevice was refused. */
export type UpdateDeviceErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Something that was named does not exist. */
  | 'NOT_FOUND';

/** What is to be otherwise about a device; what is left out stays. */
export type UpdateDeviceInput = {
  /** Which device. */
  deviceId: Scalars['ID']['input'];
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Another name; 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What it is from now on, all of it. */
  technology?: InputMaybe<DeviceTechnologyInput>;
};

/** The answer to UpdateDevice. */
export type UpdateDevicePayload = {
  /** The device; null when it was refused. */
  device: Maybe<Device>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<UpdateDeviceError>;
};

/** An expected refusal of UpdateWebhookEndpoint. Nothing was changed. */
export type UpdateWebhookEndpointError = {
  /** The reason, from this mutation's own list. */
  code: UpdateWebhookEndpointErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why UpdateWebhookEndpoint was refused. */
export type UpdateWebhookEndpointErrorCode =
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** Your key may not read what messages carry; the message names the scope. */
  | 'MISSING_SCOPE'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** Somebody changed the endpoint meanwhile; `current` is how it stands. */
  | 'STALE_VERSION'
  /** Webhooks are not sent to this address; the message says why. */
  | 'TARGET_REFUSED';

/** What to change of an endpoint. Whatever is left out stays. */
export type UpdateWebhookEndpointInput = {
  /** The endpoint. */
  endpointId: Scalars['ID']['input'];
  /** Leave out what your own keys did. */
  excludeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What you call it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What to send; null: everything. */
  types?: InputMaybe<Array<ChangeType>>;
  /** Where messages go. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** The answer to UpdateWebhookEndpoint. */
export type UpdateWebhookEndpointPayload = {
  /** When refused: the endpoint as it stands, if you may see it. */
  current: Maybe<WebhookEndpoint>;
  /** The endpoint; null when it was refused. */
  endpoint: Maybe<WebhookEndpoint>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<UpdateWebhookEndpointError>;
};

/** The minutes that a kind of work is presumed to take where nobody estimated them. */
export type UsualMinutes = {
  /** The kind of work. */
  kindOfWork: KindOfWork;
  /** Whole minutes, never above the plan's `minutesLimit`. */
  minutes: Scalars['Int']['output'];
};

/** The minutes that a kind of work is presumed to take. */
export type UsualMinutesInput = {
  /** The kind of work. */
  kindOfWork: KindOfWork;
  /** Whole minutes, from 1 to the plan's `minutesLimit`. */
  minutes: Scalars['Int']['input'];
};

/** How a clock ended. */
export type Verdict =
  /** The ticket was cancelled: neither met nor missed. */
  | 'CANCELLED'
  /** The ticket was merged: neither met nor missed. */
  | 'MERGED'
  /** Satisfied at or before its due instant. */
  | 'MET'
  /** Satisfied after its due instant. */
  | 'MISSED';

/** A verdict, before and after. */
export type VerdictChange = {
  /** Before; null: nothing. */
  from: Maybe<Verdict>;
  /** After; null: nothing. */
  to: Maybe<Verdict>;
};

/** A condition on a Verdict: exactly one of its fields. */
export type VerdictFilter =
  /** Is this. */
  { eq: Verdict; in?: never; isNull?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<Verdict>; isNull?: never; }
  |  /** Is not set (true), or is (false). */
  { eq?: never; in?: never; isNull: Scalars['Boolean']['input']; };

/** A manager's other view of a sealed verdict. The sealed one stays, and reports count it. */
export type VerdictRevision = {
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Who revised it, by the name of the time. */
  revisedBy: Scalars['String']['output'];
  /** The verdict as the manager sees it. */
  verdict: Verdict;
};

/** You, as this desk knows you. */
export type Viewer = {
  /** The client you belong to; null for staff, partners and walls. */
  client: Maybe<Client>;
  /** What kind of viewer you are. */
  kind: ViewerKind;
  /** The name your actions are signed with. */
  name: Scalars['String']['output'];
  /** The partner you are; null for everybody else. */
  partner: Maybe<Partner>;
  /** Your own remote sessions that run now, oldest first (at most 100): whoever holds them sends their heartbeats. Empty unless you are staff. */
  runningSessions: Array<RemoteSession>;
  /** What your key may be used for (see createApiKey); null for whoever is not restricted by scopes. */
  scopes: Maybe<Array<Scalars['String']['output']>>;
  /** You as a technician; null unless you are staff. */
  technician: Maybe<Technician>;
};

/** Who is asking, and so what may be seen and done. */
export type ViewerKind =
  /** Whoever follows a booking link: books, moves and cancels the appointment of one ticket. */
  | 'BOOKING'
  /** Answers for the desk and administers it: sees all and sets the rules. */
  | 'MANAGER'
  /** A monitoring product: opens tickets for its client. */
  | 'MONITORING'
  /** Another company's system (a PSA), through the API: sees its own clients. */
  | 'PARTNER'
  /** A person at a client: sees their own tickets; one marked lead sees the client's. */
  | 'REQUESTER'
  /** Works tickets: sees all of them. */
  | 'TECHNICIAN'
  /** A screen on a wall: reads only what the wall shows. */
  | 'WALL';

/** An expected refusal of WaitOn. Nothing was changed. */
export type WaitOnError = {
  /** The reason, from this mutation's own list. */
  code: WaitOnErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why WaitOn was refused. */
export type WaitOnErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** For whom to wait. */
export type WaitOnInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For whom. */
  on: WaitingOn;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
  /** Until when, if that is known; an instant to come. Then the desk takes the ticket up again by itself. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The answer to WaitOn. */
export type WaitOnPayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<WaitOnError>;
};

/** For whom a ticket waits. */
export type WaitingOn =
  /** Somebody in the house. */
  | 'INTERNAL'
  /** The manufacturer. */
  | 'MANUFACTURER'
  /** Parts. */
  | 'PARTS'
  /** The person who asked. */
  | 'REQUESTER';

/** For whom a ticket waits, before and after. */
export type WaitingOnChange = {
  /** Before; null: nothing. */
  from: Maybe<WaitingOn>;
  /** After; null: nothing. */
  to: Maybe<WaitingOn>;
};

/** A condition on a WaitingOn: exactly one of its fields. */
export type WaitingOnFilter =
  /** Is this. */
  { eq: WaitingOn; in?: never; isNull?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<WaitingOn>; isNull?: never; }
  |  /** Is not set (true), or is (false). */
  { eq?: never; in?: never; isNull: Scalars['Boolean']['input']; };

/** All that a wall shows, at one instant. */
export type Wall = {
  /** The instant it speaks of, in desk time. */
  asOf: Scalars['DateTime']['output'];
  /** The calendars that rows name. */
  calendars: Array<WallCalendar>;
  /** How desk time runs. */
  clock: DeskClock;
  /** All open tickets, counted. */
  counts: QueueCounts;
  /** Which tickets breach unless somebody takes them in time. */
  forecast: BreachForecast;
  /** When the desk closes; null when it is closed. */
  openUntil: Maybe<Scalars['DateTime']['output']>;
  /** When the desk opens; null when it is open. */
  opensAt: Maybe<Scalars['DateTime']['output']>;
  /** The desk's feed had come to here when it was read. */
  position: Scalars['Position']['output'];
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the picture is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** The first rows of the wall order; the last three are kept for what is not breached. */
  rows: Array<WallRow>;
  /** Of how many. */
  rowsOf: Scalars['Int']['output'];
  /** What falls due when. */
  runway: Array<RunwayBin>;
  /** Remote sessions that run now (at most 12). */
  sessions: Array<WallSession>;
  /** The desk's IANA zone. */
  timeZone: Scalars['String']['output'];
};

/** A calendar in use on a board: open periods for two weeks ahead, the one that holds `asOf` included. */
export type WallCalendar = {
  /** What rows name it by. */
  key: Scalars['String']['output'];
  /** Stretches in which time is counted. */
  periods: Array<Period>;
  /** Its IANA zone. */
  timeZone: Scalars['String']['output'];
};

/** What has changed. It applies only where `from` is the position you stand at; otherwise subscribe anew. Put `rows` in or over those with their `ticketId`, take out `gone`, add `calendars` to those you have; the rest replaces what was shown. */
export type WallDelta = {
  /** Desk time: what its times are of. */
  asOf: Scalars['DateTime']['output'];
  /** Calendars that `rows` name and that you may not have. */
  calendars: Array<WallCalendar>;
  /** How desk time runs. */
  clock: DeskClock;
  /** All that the board is of, counted. */
  counts: QueueCounts;
  /** Foreseen again: which tickets breach unless somebody takes them in time. */
  forecast: BreachForecast;
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** Tickets whose rows have left the board. */
  gone: Array<Scalars['ID']['output']>;
  /** When the desk closes; null when it is closed. */
  openUntil: Maybe<Scalars['DateTime']['output']>;
  /** When the desk opens; null when it is open. */
  opensAt: Maybe<Scalars['DateTime']['output']>;
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the board is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** Rows that are new or differ in more than what runs by itself, whole; at most as many as the board has. */
  rows: Array<WallRow>;
  /** Of how many rows it shows the first. */
  rowsOf: Scalars['Int']['output'];
  /** Binned again. */
  runway: Array<RunwayBin>;
  /** Remote sessions that run now (at most 12). */
  sessions: Array<WallSession>;
  /** Its own position. */
  to: Scalars['Position']['output'];
};

/** A wall screen that was let in. It reads what a wall shows, and nothing else. */
export type WallDevice = Node & {
  /** When it was let in. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** When it was last there, to the minute; null: not yet. */
  lastSeenAt: Maybe<Scalars['DateTime']['output']>;
  /** Where it hangs, as it was named. */
  name: Scalars['String']['output'];
  /** Who let it in. */
  pairedBy: Scalars['String']['output'];
  /** When it was shut out; null: it was not. */
  revokedAt: Maybe<Scalars['DateTime']['output']>;
};

/** A page of a list of WallDevice. */
export type WallDeviceConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<WallDeviceEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One WallDevice in a list, with its cursor. */
export type WallDeviceEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WallDevice;
};

/** A sign of life every 5 s, with whatever moves without any event. */
export type WallHeartbeat = {
  /** Desk time: what its times are of. */
  asOf: Scalars['DateTime']['output'];
  /** Names the build: a board that runs another one reloads itself. */
  build: Scalars['String']['output'];
  /** What your rows should come to: the sum, modulo 2³², of FNV-1a (32 bits) over `ticketId:version:orderKey:next` of each, as 8 hexadecimal digits. Where they come to something else, subscribe anew without `after`. */
  checksum: Scalars['String']['output'];
  /** How desk time runs. */
  clock: DeskClock;
  /** All that the board is of, counted. */
  counts: QueueCounts;
  /** Foreseen again: which tickets breach unless somebody takes them in time. */
  forecast: BreachForecast;
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** How old that pulse was when this was told, in seconds of machine time, rounded up: past 30 s the board is not to be worked from. */
  pulseAgeSeconds: Scalars['Int']['output'];
  /** Machine time of the sequencer's last pulse: the board is as fresh as this. */
  pulseAt: Scalars['DateTime']['output'];
  /** Binned again. */
  runway: Array<RunwayBin>;
  /** Sessions, with their seconds. */
  sessions: Array<WallSession>;
  /** Its own position. */
  to: Scalars['Position']['output'];
};

/** What a wall is sent. */
export type WallMessage = WallDelta | WallHeartbeat | WallSnapshot;

/** One ticket as a row of a board, with the clock it shows: the open one with the earliest due. */
export type WallRow = {
  /** How many users are affected. */
  affected: Maybe<Affected>;
  /** Who holds it; null: nobody. */
  assignee: Maybe<Scalars['String']['output']>;
  /** From when on it is at risk. */
  atRiskAt: Maybe<Scalars['DateTime']['output']>;
  /** Counted seconds left at `atRiskAt`: below this it is at risk. */
  atRiskRemainingSeconds: Maybe<Scalars['Int']['output']>;
  /** Key of the calendar it counts by, among the message's. */
  calendar: Maybe<Scalars['String']['output']>;
  /** Name of the client. */
  client: Scalars['String']['output'];
  /** Code of the client, for walls that face windows. */
  clientCode: Scalars['String']['output'];
  /** To whom. */
  commitment: Maybe<Commitment>;
  /** Whether an open fact could make it urgent. */
  couldBeUrgent: Scalars['Boolean']['output'];
  /** Whether it is covered. */
  coverage: Outcome;
  /** By which clause. */
  coverageClause: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Last instant in time. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** What the shown clock promises; null when none is open. */
  metric: Maybe<Metric>;
  /** Whether it is the one that *take next* takes. */
  next: Scalars['Boolean']['output'];
  /** Its number. */
  number: Scalars['Int']['output'];
  /** Opaque; rows are placed by comparing these as text. */
  orderKey: Scalars['String']['output'];
  /** Since when it is paused. */
  pausedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it is paused. */
  pausedReason: Maybe<PauseReason>;
  /** Its priority. */
  priority: Priority;
  /** Counted seconds left at `asOf`; negative once breached; null without a due instant. */
  remainingSeconds: Maybe<Scalars['Int']['output']>;
  /** How it stands at `asOf`, also while paused. */
  standing: Standing;
  /** What the clock does at `asOf`. */
  state: ClockState;
  /** Its status. */
  status: TicketStatus;
  /** What it is about. */
  subject: Scalars['String']['output'];
  /** Its team. */
  team: Maybe<Scalars['String']['output']>;
  /** The ticket. */
  ticketId: Scalars['ID']['output'];
  /** Its version. */
  version: Scalars['Int']['output'];
};

/** A remote session that runs now; its bar is the client's day. */
export type WallSession = {
  /** What the client's plan grants a day. */
  allowanceSeconds: Scalars['Int']['output'];
  /** To which client. */
  client: Scalars['String']['output'];
  /** Sessions of this client that run now. */
  runningSessions: Scalars['Int']['output'];
  /** Its length at `asOf`. */
  sessionSeconds: Scalars['Int']['output'];
  /** Since when. */
  startedAt: Scalars['DateTime']['output'];
  /** Who is connected. */
  technician: Scalars['String']['output'];
  /** The ticket. */
  ticketId: Scalars['ID']['output'];
  /** What the client has used today, this session included. */
  usedTodaySeconds: Scalars['Int']['output'];
};

/** The whole wall. It replaces whatever was shown. */
export type WallSnapshot = {
  /** The position it follows; null: it stands by itself. */
  from: Maybe<Scalars['Position']['output']>;
  /** Its own position. */
  to: Scalars['Position']['output'];
  /** The picture. */
  wall: Wall;
};

/** A message that was not delivered at its first try, or was sent again. One that went at once has no record. */
export type WebhookDelivery = Node & {
  /** The change it tells of; null for a test. */
  changeId: Maybe<Scalars['String']['output']>;
  /** When its record was made: after its first try, or when it was asked for. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was delivered or given up. */
  finishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** When it is tried again; null unless WAITING. */
  nextTryAt: Maybe<Scalars['DateTime']['output']>;
  /** The change's place in your feed; null for a test. */
  position: Maybe<Scalars['Position']['output']>;
  /** How far it is. */
  state: WebhookDeliveryState;
  /** Its tries, the oldest first; the last 100 of them. */
  tries: Array<WebhookTry>;
  /** What happened, a word of ChangeType; TEST for a test. */
  type: Scalars['String']['output'];
  /** The header `webhook-id`: the same at each try. */
  webhookId: Scalars['String']['output'];
};

/** A page of a list of WebhookDelivery. */
export type WebhookDeliveryConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<WebhookDeliveryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One WebhookDelivery in a list, with its cursor. */
export type WebhookDeliveryEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WebhookDelivery;
};

/** Which deliveries. All conditions hold at once; `and`, `or` and `not` nest at most 3 deep, with at most 50 conditions in all. */
export type WebhookDeliveryFilter = {
  /** All of these hold. */
  and?: InputMaybe<Array<WebhookDeliveryFilter>>;
  /** When its record was made. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** When it was delivered or given up. */
  finishedAt?: InputMaybe<DateTimeFilter>;
  /** This does not hold. */
  not?: InputMaybe<WebhookDeliveryFilter>;
  /** At least one of these holds. */
  or?: InputMaybe<Array<WebhookDeliveryFilter>>;
  /** How far it is. */
  state?: InputMaybe<WebhookDeliveryStateFilter>;
  /** What happened, a word of ChangeType; TEST for a test. */
  type?: InputMaybe<StringFilter>;
};

/** How far a delivery is. */
export type WebhookDeliveryState =
  /** It was answered with 2xx. */
  | 'DELIVERED'
  /** It was given up. It can be replayed. */
  | 'FAILED'
  /** It is sent as soon as its endpoint can be. */
  | 'READY'
  /** It failed, and is tried again at `nextTryAt`. */
  | 'WAITING';

/** A condition on a WebhookDeliveryState: exactly one of its fields. */
export type WebhookDeliveryStateFilter =
  /** Is this. */
  { eq: WebhookDeliveryState; in?: never; }
  |  /** Is one of these. */
  { eq?: never; in: Array<WebhookDeliveryState>; };

/** An address of yours that is sent your changes, signed by Standard Webhooks. */
export type WebhookEndpoint = Node & {
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What did not go at the first try, and what was sent again; the newest first. */
  deliveries: WebhookDeliveryConnection;
  /** Since when it is disabled. */
  disabledAt: Maybe<Scalars['DateTime']['output']>;
  /** Why it is disabled; null while it is not. */
  disabledReason: Maybe<Scalars['String']['output']>;
  /** Whether what your own keys did is left out. */
  excludeOwn: Scalars['Boolean']['output'];
  /** Opaque, and unique over all types. */
  id: Scalars['ID']['output'];
  /** What you call it. */
  name: Scalars['String']['output'];
  /** Everything up to here was tried there once, or is not sent to it. */
  position: Scalars['Position']['output'];
  /** It asked by `Retry-After` to be left alone until then. */
  quietUntil: Maybe<Scalars['DateTime']['output']>;
  /** Whether messages are sent. */
  status: WebhookStatus;
  /** What it is sent; null: everything. */
  types: Maybe<Array<ChangeType>>;
  /** Where messages go. */
  url: Scalars['String']['output'];
  /** Counts changes of it, not of its position; pass it as `expectedVersion`. */
  version: Scalars['Int']['output'];
  /** Whether messages carry requesters' addresses and phones: the key that made it had `contacts:read`. */
  withContacts: Scalars['Boolean']['output'];
};


/** An address of yours that is sent your changes, signed by Standard Webhooks. */
export type WebhookEndpointDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WebhookDeliveryFilter>;
  first: Scalars['Int']['input'];
};

/** A page of a list of WebhookEndpoint. */
export type WebhookEndpointConnection = {
  /** The items of this page, in the list's order. */
  edges: Array<WebhookEndpointEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** One WebhookEndpoint in a list, with its cursor. */
export type WebhookEndpointEdge = {
  /** Opaque place in the list: pass it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The item. */
  node: WebhookEndpoint;
};

/** Whether messages are sent to an endpoint. */
export type WebhookStatus =
  /** They are not, until it is enabled again; `disabledReason` says why. What it misses is kept for it. */
  | 'DISABLED'
  /** They are. */
  | 'ENABLED';

/** One try of a delivery, and how it was answered. */
export type WebhookTry = {
  /** When it was answered, or given up. */
  at: Scalars['DateTime']['output'];
  /** What was wrong; null for a success. */
  error: Maybe<Scalars['String']['output']>;
  /** The beginning of the answer, at most 1,024 bytes. */
  excerpt: Maybe<Scalars['String']['output']>;
  /** How long it took, in milliseconds. */
  ms: Scalars['Int']['output'];
  /** Counted from 1. */
  n: Scalars['Int']['output'];
  /** The HTTP status; null when there was no answer. */
  status: Maybe<Scalars['Int']['output']>;
};

/** An expected refusal of WithdrawOverride. Nothing was changed. */
export type WithdrawOverrideError = {
  /** The reason, from this mutation's own list. */
  code: WithdrawOverrideErrorCode;
  /** The input field it is about; null when it is about the whole. */
  field: Maybe<Scalars['String']['output']>;
  /** A sentence that says what to do. */
  message: Scalars['String']['output'];
};

/** Why WithdrawOverride was refused. */
export type WithdrawOverrideErrorCode =
  /** The ticket is cancelled or merged, and stays so. */
  | 'FINAL_STATUS'
  /** A field holds something that cannot be used. */
  | 'INVALID'
  /** There is no such thing, or you may not see it. */
  | 'NOT_FOUND'
  /** The ticket's status does not allow this; `accepts` says what it does allow. */
  | 'NOT_IN_THIS_STATUS'
  /** Somebody changed the ticket meanwhile; `current` is how it stands. */
  | 'STALE_VERSION';

/** An override to withdraw. */
export type WithdrawOverrideInput = {
  /** The version you saw; another one is refused with STALE_VERSION. Without it: whatever stands. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Makes it safe to send this again: within 24 hours, the same key with the same request answers what the first one was answered, and does nothing. The header `Idempotency-Key` does the same for a whole request. Queries ignore it. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, in at most 500 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The ticket. */
  ticketId: Scalars['ID']['input'];
};

/** The answer to WithdrawOverride. */
export type WithdrawOverridePayload = {
  /** When refused: what you may do to the ticket instead. */
  accepts: Array<TicketVerb>;
  /** When refused: the ticket as it stands, if you may see it. */
  current: Maybe<Ticket>;
  /** When refused with STEPS_MISSING: the steps that need a note. */
  missingSteps: Array<Step>;
  /** The ticket after the change; null when it was refused. */
  ticket: Maybe<Ticket>;
  /** Empty when it was done; otherwise nothing was changed. */
  userErrors: Array<WithdrawOverrideError>;
};

/** When a clock would be due if one thing were otherwise. */
export type WouldBeDue = {
  /** Its due instant then; null where it would have none. */
  dueAt: Maybe<Scalars['DateTime']['output']>;
  /** What would be otherwise. */
  when: Alternative;
};

