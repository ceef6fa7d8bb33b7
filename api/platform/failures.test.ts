import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { CODES, forbidden, showError, unauthenticated } from "./failures.ts";
import { createLog } from "./log.ts";

const log = createLog("silent");
const formatted = (code: string | undefined, extensions = {}) => ({
  message: 'relation "ticket" does not exist',
  path: ["ticket"],
  locations: [{ line: 1, column: 3 }],
  extensions: { ...(code && { code }), ...extensions },
});

describe("what a client reads of an error", () => {
  test.each(CODES.filter((code) => code !== "INTERNAL_SERVER_ERROR"))(
    "%s is told as it is, without a stack, with its request's name",
    (code) => {
      const shown = showError(formatted(code, { stacktrace: ["at x.ts"], retryAfter: 3 }), new Error(), log, "r1");
      expect(shown).toEqual({ ...formatted(code), extensions: { code, retryAfter: 3, requestId: "r1" } });
    },
  );

  test.each([undefined, "INTERNAL_SERVER_ERROR", "23505", "ECONNREFUSED"])(
    "a bug (%s) is told without its insides, with the number it was recorded under",
    (code) => {
      const given = formatted(code, { stacktrace: ["at x.ts"], query: "select hash from access_token" });
      const shown = showError(given, new GraphQLError("x", { originalError: new Error("secret") }), log, "r1");
      expect(shown).toEqual({
        message: "Something went wrong on our side. It was recorded; nothing was half done.",
        path: ["ticket"],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r1" },
      });
    },
  );

  test("refusals say what to do, and who may not do what", () => {
    expect(unauthenticated().extensions).toEqual({ code: "UNAUTHENTICATED" });
    expect(unauthenticated().message).toContain("Authorization: Bearer");
    expect(forbidden("WALL", "cancel")).toMatchObject({
      message: "A WALL may not use cancel.",
      extensions: { code: "FORBIDDEN" },
    });
  });
});
