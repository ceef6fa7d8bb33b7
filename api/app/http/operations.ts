import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import { isIntegration } from "../../partners/limits/constants.ts";
import type { Context } from "../../platform/context.ts";
import { showError } from "../../platform/failures.ts";
import { FairQueue, TooManyWaiting } from "../../platform/fair-queue.ts";
import type { Logger } from "../../platform/log.ts";
import type { Budgets } from "../../platform/throttle.ts";
import type { Viewer } from "../../platform/viewer.ts";
import type { Result } from "../agree-on-answers.ts";
import type { Admitted } from "./admission.ts";
import type { Documents } from "./documents.ts";

/** Runs what was admitted: integrations in turns, people at once. Apollo executes what comes by HTTP. */
export class Operations {
  readonly queue: FairQueue;
  readonly #apollo: ApolloServer<Context>;

  constructor(schema: GraphQLSchema, documents: Documents, budgets: Budgets, log: Logger) {
    this.queue = new FairQueue(budgets);
    /** Whose request an error belongs to: the one thing that a formatter of errors is not told. */
    const requests = new WeakMap<object, string>();
    this.#apollo = new ApolloServer<Context>({
      schema,
      introspection: true,
      stopOnTerminationSignals: false,
      includeStacktraceInErrorResponses: false,
      // what was read and judged for the admission is not read again
      documentStore: {
        get: async (key) => documents.get(key.slice(-64))?.document,
        set: async () => {},
        delete: async () => false,
      },
      formatError: (formatted, error) => showError(formatted, error, log, requests.get(error as object)),
      plugins: [
        {
          requestDidStart: async () => ({
            didEncounterErrors: async ({ errors, contextValue }) => {
              for (const error of errors) requests.set(error, contextValue.requestId);
            },
          }),
        },
        ApolloServerPluginLandingPageDisabled(),
        ApolloServerPluginCacheControlDisabled(),
      ],
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  /** Lets it run when its turn has come; null: too many of this key wait already. */
  async inTurn<T>(viewer: Viewer, act: () => Promise<T>): Promise<T | null> {
    if (!isIntegration(viewer.kind)) return act();
    try {
      return await this.queue.run(viewer.id, act);
    } catch (error) {
      if (error instanceof TooManyWaiting) return null;
      throw error;
    }
  }

  async execute({ read, operation, variables }: Admitted, context: Context): Promise<Result> {
    const { body } = await this.#apollo.executeOperation(
      { query: read.text, variables: { ...variables }, ...(operation.name && { operationName: operation.name.value }) },
      { contextValue: context },
    );
    if (body.kind !== "single") throw new Error("answers come whole: the schema has no @defer");
    return body.singleResult;
  }
}
