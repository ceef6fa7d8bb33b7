import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const project = (name: string, include: string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include, ...extra },
});
const server = { globalSetup: ["test/support/postgres.ts"], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  // Vite would pick graphql's "module" build for our sources while Node gives libraries its "main": one realm only
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    // a flow waits for its desk and its database most of the time: none of the processors is kept free for that
    maxWorkers: availableParallelism(),
    reporters: ["default", "./test/support/tally.ts"],
    projects: [
      project("unit", ["{api,board/src,schema}/**/*.test.ts", "test/conformance/pure/**/*.test.ts"]),
      project("flows", ["test/{flows,conformance}/*.test.ts"], server),
      project("browser", ["test/browser/**/*.test.ts"], { ...server, testTimeout: 90_000, fileParallelism: false }),
      project("long", ["test/long/**/*.test.ts"], { ...server, testTimeout: 30 * 60_000, fileParallelism: false }),
      project("meshcentral", ["test/meshcentral/*.test.ts"], { ...server, testTimeout: 5 * 60_000 }),
    ],
  },
});
