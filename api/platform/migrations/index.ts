import { Migration0001Platform } from "./0001_platform.ts";
import { Migration0002Desk } from "./0002_desk.ts";
import { Migration0003LeastRights } from "./0003_least_rights.ts";
import { Migration0004Waits } from "./0004_waits.ts";
import { Migration0005Proof } from "./0005_proof.ts";
import { Migration0006Engine } from "./0006_engine.ts";
import { Migration0007Seal } from "./0007_seal.ts";
import { Migration0008Identity } from "./0008_identity.ts";
import { Migration0009Sync } from "./0009_sync.ts";
import { Migration0010Contract } from "./0010_contract.ts";
import { Migration0011Standing } from "./0011_standing.ts";
import { Migration0012Coverage } from "./0012_coverage.ts";
import { Migration0013Support } from "./0013_support.ts";
import { Migration0014Booking } from "./0014_booking.ts";
import { Migration0015Mail } from "./0015_mail.ts";
import { Migration0017Skills } from "./0017_skills.ts";
import { Migration0018Attachments } from "./0018_attachments.ts";
import { Migration0019RemoteTool } from "./0019_remote_tool.ts";
import { Migration0020OwnTime } from "./0020_own_time.ts";
import { Migration0021EachDay } from "./0021_each_day.ts";

/** All migrations in their order. A published one is never edited: the next one mends it. */
export const migrations = [
  { name: "0001_platform", class: Migration0001Platform },
  { name: "0002_desk", class: Migration0002Desk },
  { name: "0003_least_rights", class: Migration0003LeastRights },
  { name: "0004_waits", class: Migration0004Waits },
  { name: "0005_proof", class: Migration0005Proof },
  { name: "0006_engine", class: Migration0006Engine },
  { name: "0007_seal", class: Migration0007Seal },
  { name: "0008_identity", class: Migration0008Identity },
  { name: "0009_sync", class: Migration0009Sync },
  { name: "0010_contract", class: Migration0010Contract },
  { name: "0011_standing", class: Migration0011Standing },
  { name: "0012_coverage", class: Migration0012Coverage },
  { name: "0013_support", class: Migration0013Support },
  { name: "0014_booking", class: Migration0014Booking },
  { name: "0015_mail", class: Migration0015Mail },
  { name: "0017_skills", class: Migration0017Skills },
  { name: "0018_attachments", class: Migration0018Attachments },
  { name: "0019_remote_tool", class: Migration0019RemoteTool },
  { name: "0020_own_time", class: Migration0020OwnTime },
  { name: "0021_each_day", class: Migration0021EachDay },
];
