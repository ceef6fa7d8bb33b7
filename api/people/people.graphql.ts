import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../platform/enums.ts";
import { Node } from "../platform/node.ts";

@ObjectType({ implements: Node, description: "Who works a kind of ticket." })
export class Team extends Node {
  @Field(() => String, { description: "Name, unique in the desk." })
  name!: string;
}

@ObjectType({ implements: Node, description: "Who works tickets; a manager is one too." })
export class Technician extends Node {
  @Field(() => String, { description: "Name as shown on the wall." })
  name!: string;
}

export const ViewerKind = enumOf("ViewerKind", "Who is asking, and so what may be seen and done.", {
  PARTNER: "Another company's system (a PSA), through the API: sees its own clients.",
  TECHNICIAN: "Works tickets: sees all of them.",
  MANAGER: "Answers for the desk and administers it: sees all and sets the rules.",
  REQUESTER: "A person at a client: sees their own tickets; one marked lead sees the client's.",
  WALL: "A screen on a wall: reads only what the wall shows.",
  MONITORING: "A monitoring product: opens tickets for its client.",
  BOOKING: "Whoever follows a booking link: books, moves and cancels the appointment of one ticket.",
});

@ObjectType({ description: "You, as this desk knows you." })
export class Viewer {
  @Field(() => ViewerKind, { description: "What kind of viewer you are." })
  kind!: string;
  @Field(() => String, { description: "The name your actions are signed with." })
  name!: string;
  @Field(() => [String], {
    nullable: true,
    description: "What your key may be used for (see createApiKey); null for whoever is not restricted by scopes.",
  })
  scopes!: readonly string[] | null;
}
