import { afterEach, describe, expect, it, vi } from "vitest";
import { getHealth } from "#domain/health/api.ts";
import { newId } from "#domain/ids.ts";
import { checkAnswer } from "./answer-check.ts";

const leaky = { ok: true, passwordHash: "x" };
const production = (share?: string) => ({
  ENVIRONMENT: "production" as const,
  ...(share === undefined ? {} : { ANSWER_CHECKS: share }),
});

afterEach(() => vi.restoreAllMocks());

function logged(share: string | undefined, ids: readonly string[]): number {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const id of ids) checkAnswer(production(share), getHealth, id, leaky);
  return error.mock.calls.length;
}

describe("answers outside their schema", () => {
  it.each(["test", "development"] as const)("are an error in %s, whatever the share", (place) => {
    const env = { ENVIRONMENT: place, ANSWER_CHECKS: "0" };
    expect(() => checkAnswer(env, getHealth, newId("req"), leaky)).toThrow(/outside its schema/);
  });

  it("are a log line in production, for the share that is asked for", () => {
    const ids = Array.from({ length: 2000 }, () => newId("req"));
    expect(logged("1", ids)).toBe(ids.length);
    vi.restoreAllMocks();
    expect(logged("0", ids)).toBe(0);
    vi.restoreAllMocks();
    const some = logged("0.1", ids);
    expect(some).toBeGreaterThan(120);
    expect(some).toBeLessThan(290);
  });

  it("are always looked for where the share is missing or no number", () => {
    const ids = Array.from({ length: 20 }, () => newId("req"));
    expect(logged(undefined, ids)).toBe(20);
    vi.restoreAllMocks();
    expect(logged("often", ids)).toBe(20);
  });

  it("are found or not by the request's id alone", () => {
    const id = newId("req");
    const first = logged("0.5", [id]);
    vi.restoreAllMocks();
    expect(
      logged(
        "0.5",
        Array.from({ length: 5 }, () => id),
      ),
    ).toBe(first * 5);
  });
});
