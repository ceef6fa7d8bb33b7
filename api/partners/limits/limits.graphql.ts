import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "A budget in points: full at first, refilled by the second. Machine time." })
export class ApiBudget {
  @Field(() => Int, { description: "Points that it holds when full." })
  maximum!: number;
  @Field(() => Float, { description: "Points that flow in each second." })
  restorePerSecond!: number;
}

@ObjectType({ description: "What you may spend in this process: your own reserve and what you share, together." })
export class ApiThrottle extends ApiBudget {
  @Field(() => Int, { description: "Points that you could spend now. This question has been paid already." })
  available!: number;
}

@ObjectType({ description: "One limit, by its name in the `limit` of the error that tells of it." })
export class ApiLimit {
  @Field(() => String, { description: "Its name, such as `depth`." })
  name!: string;
  @Field(() => Int, { description: "The most that is taken." })
  maximum!: number;
}

@ObjectType({ description: "What one field costs where that is not plain from the schema." })
export class ApiPrice {
  @Field(() => String, {
    description: "`Type.field`; or `Type.field(argument)`, which it costs more when that argument is given.",
  })
  field!: string;
  @Field(() => Int, { nullable: true, description: "Points for each parent; null: as any other of its kind." })
  points!: number | null;
  @Field(() => Int, { nullable: true, description: "For how many items its list is counted; null: it is none." })
  items!: number | null;
}

@ObjectType({ description: "How costs are reckoned. A request costs `request`, and what it asks for, of these." })
export class ApiPrices {
  @Field(() => Int, { description: "Every request." })
  request!: number;
  @Field(() => Int, { description: "Each root field of a query or a subscription." })
  question!: number;
  @Field(() => Int, { description: "Each root field of a mutation." })
  verb!: number;
  @Field(() => Int, { description: "Each thing with an id, wherever it stands." })
  thing!: number;
  @Field(() => Int, {
    description: "Each page, besides its items: they cost what is asked of them, `first` or `last` times.",
  })
  page!: number;
  @Field(() => Int, { description: "Each plain list of objects, for each parent; of things, for each thing." })
  list!: number;
  @Field(() => Int, {
    description:
      "A document that the desk does not know must be read: a point for so many of its characters. It is known for a while then, so that sending the same text with other variables costs nothing.",
  })
  charactersReadPerPoint!: number;
  @Field(() => Int, {
    description: "For how many items a plain list of things is counted, unless `exceptions` says otherwise.",
  })
  usualItems!: number;
  @Field(() => Int, { description: "An upload costs a verb, and a point for so many of its bytes." })
  uploadBytesPerPoint!: number;
  @Field(() => [ApiPrice], { description: "The fields that cost otherwise; at most 500." })
  exceptions!: ApiPrice[];
}

@ObjectType({ description: "The limits in force: the very constants by which requests are judged." })
export class ApiLimits {
  @Field(() => Int, { description: "The most points that one operation may request; more is COST_EXCEEDED." })
  operationCost!: number;
  @Field(() => ApiThrottle, {
    description: "Your own budget as it stands now; over it is RATE_LIMITED, with when to come back.",
  })
  throttle!: ApiThrottle;
  @Field(() => ApiBudget, { description: "The reserve of each key of a partner: no other key can spend it." })
  keyReserve!: ApiBudget;
  @Field(() => ApiBudget, { description: "What all keys of one partner share, beyond their reserves." })
  partnerPool!: ApiBudget;
  @Field(() => ApiBudget, { description: "The budget of each monitoring source." })
  sourceBudget!: ApiBudget;
  @Field(() => ApiBudget, { description: "The budget of each person and each wall screen." })
  personBudget!: ApiBudget;
  @Field(() => Int, { description: "Operations of one key that run at once; more wait for their turn." })
  atOncePerKey!: number;
  @Field(() => Int, { description: "Operations of one key that may wait; more are RATE_LIMITED." })
  waitingPerKey!: number;
  @Field(() => Float, {
    description:
      "How much of the process's time the answers to one key take at most while others ask too: long ones are made in slices. A page of a hundred takes tens of milliseconds then, where it took a few.",
  })
  shareWhileOthersAsk!: number;
  @Field(() => Int, {
    description: "Refusals (429) a second of one key: whoever asks on without waiting is answered no faster than this.",
  })
  refusalsPerSecond!: number;
  @Field(() => ApiPrices, { description: "How costs are reckoned." })
  prices!: ApiPrices;
  @Field(() => [ApiLimit], { description: "What a request may look like, whoever sends it; at most 100." })
  shape!: ApiLimit[];
  @Field(() => [ApiLimit], { description: "What sockets may hold and how long they may take; at most 100." })
  sockets!: ApiLimit[];
  @Field(() => [ApiLimit], {
    description: "What may be uploaded and attached, in bytes, files and seconds; at most 100.",
  })
  attachments!: ApiLimit[];
}
