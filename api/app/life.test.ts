import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Life } from "./life.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aLife = () => {
  const said: string[] = [];
  const life = new Life(
    (line) => said.push(line),
    () => said.push("exit"),
  );
  return { life, said };
};

test("ends what was begun, the last first, each after the one before has ended", async () => {
  const { life, said } = aLife();
  life.with("the database", () => said.push("database"));
  life.with("the server", async () => {
    await Promise.resolve();
    said.push("server");
  });
  await Promise.all([life.end(), life.end()]);
  expect(said).toEqual(["server", "database", "exit"]);
  expect(life.over).toBe(true);
});

test("a part that fails keeps none of the others running", async () => {
  const { life, said } = aLife();
  life.with("the database", () => said.push("database"));
  life.with("the pools", () => {
    throw new Error("already ended");
  });
  life.with("the server", () => Promise.reject(new Error("not listening")));
  await life.end();
  expect(said).toEqual(["database", "exit"]);
});

test("a part that hangs is named and left when its time is over", async () => {
  const { life, said } = aLife();
  life.with("the database", () => said.push("database"));
  life.with("the pools", () => new Promise(() => {}));
  const ended = life.end();
  await vi.advanceTimersByTimeAsync(4_999);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  await ended;
  expect(said).toEqual(["the pools did not stop within 5 s: left to the exit.", "database", "exit"]);
});
