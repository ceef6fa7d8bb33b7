import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import type { Instant } from "../core/time.ts";
import { connectionOf } from "../platform/connection.ts";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";
import { payloadOf } from "../platform/payload.ts";
import { DateTime, Position } from "../platform/scalars.ts";

export const ExportPartEnum = enumOf("ExportPart", "What an export holds: one file each.", {
  TICKETS: "Tickets, with the clocks that were promised and their names elsewhere.",
  CLIENTS: "Clients.",
  CONTACTS: "Contacts.",
});
const ExportStateEnum = enumOf("ExportState", "How far an export is.", {
  QUEUED: "It begins as soon as a worker is free.",
  RUNNING: "It is being written.",
  DONE: "Its files can be downloaded.",
  FAILED: "It could not be written; start another.",
  EXPIRED: "Its files are gone.",
});

@ObjectType("ExportFile", { description: "One file of an export: JSON lines, gzipped." })
export class ExportFileType {
  @Field(() => String, { description: "Its name." })
  name!: string;
  @Field(() => ExportPartEnum, { description: "What it holds." })
  part!: string;
  @Field(() => String, { description: "Where to GET it, with the credential that started it or another of yours." })
  path!: string;
  @Field(() => Int, { description: "Its lines: one document each." })
  lines!: number;
  @Field(() => Float, { description: "Its bytes, unpacked." })
  bytes!: number;
  @Field(() => Float, { description: "Its bytes, as they are downloaded." })
  gzipBytes!: number;
  @Field(() => String, { description: "SHA-256 of the file as it is downloaded, in hexadecimal." })
  sha256!: string;
}

@ObjectType("BulkExport", {
  implements: Node,
  description: "Everything of yours at one instant, as files. Go on in `changes` after its `position`.",
})
export class BulkExportType extends Node {
  @Field(() => ExportStateEnum, { description: "How far it is." })
  state!: string;
  @Field(() => [ExportPartEnum], { description: "What it holds." })
  parts!: string[];
  @Field(() => Int, { description: "Lines written so far." })
  linesDone!: number;
  @Field(() => Int, { nullable: true, description: "Lines in all; null until they were counted." })
  linesTotal!: number | null;
  @Field(() => Position, {
    nullable: true,
    description:
      "Where to go on in your feed: what follows it, applied onto the files, is what the desk has. Null until it is known.",
  })
  position!: string | null;
  @Field(() => [ExportFileType], { description: "Its files, at most three; none unless DONE." })
  files!: ExportFileType[];
  @Field(() => String, { nullable: true, description: "Where to GET the manifest; null unless DONE." })
  manifestPath!: string | null;
  @Field(() => String, { nullable: true, description: "Why it failed." })
  error!: string | null;
  @Field(() => DateTime, { description: "When it was asked for." })
  createdAt!: Instant;
  @Field(() => DateTime, { nullable: true, description: "When it was done, or had failed." })
  finishedAt!: Instant | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When its files go: seven days after it was done, or when five newer ones are there.",
  })
  expiresAt!: Instant | null;
}
export const BulkExportConnection = connectionOf(BulkExportType, "BulkExport");

@InputType({ description: "What to export." })
export class StartExportInput {
  @Field(() => [ExportPartEnum], {
    nullable: true,
    description: "What it is to hold; without it, all that your key's scopes let you read.",
  })
  parts?: string[] | null;
}

@ObjectType({ description: "The answer to StartExport." })
export class StartExportPayload extends payloadOf("StartExport", {
  INVALID: "A field holds something that cannot be used.",
  MISSING_SCOPE: "Your key may not read a part that was named.",
  ALREADY_RUNNING: "An export of yours is under way; `export` is it.",
}) {
  @Field(() => BulkExportType, { nullable: true, description: "The export; null when it was refused." })
  export!: object | null;
}
