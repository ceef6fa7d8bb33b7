import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { CalendarDate, DateTime } from "../platform/scalars.ts";

export const TechnologyKindEnum = enumOf("TechnologyKind", "What sort of technology a request or a device is about.", {
  OPERATING_SYSTEM: "macOS, Windows, iOS, ChromeOS, a Linux.",
  APPLICATION: "A program.",
  BROWSER: "A web browser.",
  SERVER: "A server machine or its system.",
  PERIPHERAL: "Something attached: a scanner, a screen.",
  PRINTER: "A printer.",
  NETWORK: "Routers, switches, Wi-Fi, VPN.",
  OTHER: "Anything else.",
});

@ObjectType({ description: "A piece of technology: its kind, product and version as people say them." })
export class Technology {
  @Field(() => TechnologyKindEnum, { description: "What sort it is." })
  kind!: string;
  @Field(() => String, { nullable: true, description: 'Product name, for example "macOS"; null when not recorded.' })
  product!: string | null;
  @Field(() => String, { nullable: true, description: 'Version, for example "14.6"; null when not recorded.' })
  version!: string | null;
}

@ObjectType({ implements: Node, description: "A company whose system integrates with the desk." })
export class Partner extends Node {
  @Field(() => String, { description: "Name." })
  name!: string;
}

@ObjectType({ implements: Node, description: "A person at a client." })
export class Contact extends Node {
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => String, { nullable: true, description: "E-mail address; null when not recorded." })
  email!: string | null;
  @Field(() => String, { nullable: true, description: "Telephone number; null when not recorded." })
  phone!: string | null;
  @Field(() => Boolean, { description: "Whether this person sees all tickets of the client." })
  lead!: boolean;
}

@ObjectType({ implements: Node, description: "A machine of a client." })
export class Device extends Node {
  @Field(() => String, { description: "Name the client knows it by." })
  name!: string;
  @Field(() => Technology, { description: "What it is." })
  technology!: Technology;
}

export const AddOnKindEnum = enumOf("AddOnKind", "A dated extra of a contract.", {
  AFTER_HOURS: "Operating hours are 24×7, holidays included, while it is in force.",
  IMMEDIATE: "Immediate remote support without an appointment.",
});

@ObjectType({ description: "An extra that a client bought, in force in `[from, until)`." })
export class AddOn {
  @Field(() => AddOnKindEnum, { description: "Which extra." })
  kind!: string;
  @Field(() => DateTime, { description: "From this instant on." })
  from!: Instant;
  @Field(() => DateTime, {
    nullable: true,
    description: "Until this instant, which is no longer included; null: no end.",
  })
  until!: Instant | null;
}

@ObjectType({ description: "A half-open stretch of time, `[from, until)`." })
export class Period {
  @Field(() => DateTime, { description: "First instant inside." })
  from!: Instant;
  @Field(() => DateTime, { description: "First instant after." })
  until!: Instant;
}

@ObjectType({ description: "Wall-clock hours." })
export class HoursWindow {
  @Field(() => String, { description: 'Opening wall time, "08:30".' })
  from!: string;
  @Field(() => String, { description: 'Closing wall time, "17:30"; "24:00" is midnight at the end of the day.' })
  until!: string;
  @Field(() => Boolean, { description: "Whether it runs past midnight." })
  overnight!: boolean;
}

@ObjectType({ description: "The hours of one day of the week." })
export class DayHours {
  @Field(() => Int, { description: "1 Monday to 7 Sunday." })
  day!: number;
  @Field(() => [HoursWindow], { description: "Open windows in order; empty: closed." })
  windows!: HoursWindow[];
}

@ObjectType({ description: "A date on which the desk is closed." })
export class Holiday {
  @Field(() => CalendarDate, { description: "The date in the calendar's zone." })
  date!: string;
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => String, {
    description: "Where it comes from: the source it was generated from, or `published` by hand.",
  })
  origin!: string;
}

@ObjectType({ description: "A date with other hours: a half day, an emergency closure." })
export class CalendarException {
  @Field(() => CalendarDate, { description: "The date in the calendar's zone." })
  date!: string;
  @Field(() => String, { description: "Why." })
  name!: string;
  @Field(() => [HoursWindow], { description: "Its open windows; empty: closed." })
  windows!: HoursWindow[];
}

@ObjectType({ implements: Node, description: "One published version of the hours in which promises are counted." })
export class Calendar extends Node {
  @Field(() => String, { description: "Code that contracts name." })
  code!: string;
  @Field(() => Int, { description: "Version, counted from 1." })
  version!: number;
  @Field(() => String, { description: "IANA time zone of its wall times." })
  timeZone!: string;
  @Field(() => [DayHours], { description: "All seven days, Monday first." })
  week!: DayHours[];
  @Field(() => [Holiday], { description: "Closed dates, in order." })
  holidays!: Holiday[];
  @Field(() => [CalendarException], {
    description: "Dates with other hours, in order; they replace weekday and holiday.",
  })
  exceptions!: CalendarException[];
  @Field(() => DateTime, {
    nullable: true,
    description: "From when on it holds, where it was published ahead; until then the version before it holds.",
  })
  effectiveFrom!: Instant | null;
}

@ObjectType({ implements: Node, description: "What a client bought: a plan and a calendar, dated, with extras." })
export class Contract extends Node {
  @Field(() => CalendarDate, { description: "First day in force, in the client's zone." })
  from!: string;
  @Field(() => CalendarDate, { nullable: true, description: "Last day in force; null: no end." })
  until!: string | null;
}

@ObjectType({ implements: Node, description: "A company that is served." })
export class Client extends Node {
  @Field(() => String, { description: "Name." })
  name!: string;
  @Field(() => String, { description: "Short code, shown where names must not be." })
  code!: string;
  @Field(() => String, { description: "IANA time zone; fair use is counted on its calendar days." })
  timeZone!: string;
}
export const ClientConnection = connectionOf(Client, "Client");
