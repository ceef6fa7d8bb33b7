import { Field, Int, ObjectType } from "type-graphql";
import type { Instant } from "../../core/time.ts";
import { Node } from "../../platform/node.ts";
import { DateTime } from "../../platform/scalars.ts";

@ObjectType({ implements: Node, description: "A file that came with a request, a message or a note." })
export class Attachment extends Node {
  @Field(() => String, { description: "Its name, as it was uploaded; without folders, in at most 200 characters." })
  name!: string;
  @Field(() => Int, { description: "Its bytes." })
  size!: number;
  @Field(() => String, {
    description:
      "What it is by its content, as a media type, whatever its name says. What reads as text (HTML and SVG too) is `text/plain`, what is not known `application/octet-stream`.",
  })
  contentType!: string;
  @Field(() => DateTime, { description: "When it was uploaded." })
  createdAt!: Instant;
  @Field(() => String, { description: "Who uploaded it, by the name of the time." })
  by!: string;
}
