import { describe, expect, it } from "vitest";
import { ERRORS } from "#domain/errors.ts";
import { en } from "#domain/i18n/en/index.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import { ApiProblem, type ProblemCode } from "./api-problem.ts";
import { brokenRules, problemText } from "./problem-text.ts";

const CODES = [
  ...(Object.keys(ERRORS) as ProblemCode[]),
  "network.offline",
  "network.timeout",
  "network.unreachable",
  "passkey.exists",
  "passkey.address",
  "passkey.unable",
] as const;

/** What servers tell with their codes. */
const PARAMS = {
  seconds: 12,
  most: 3,
  table: "ventes",
  renews: "2026-12-01",
  detail: "column « mois » does not exist.",
};

describe.each([
  ["French", fr.errors],
  ["English", en.errors],
])("errors in %s", (_language, errors) => {
  it("has words for every code and for no other", () => {
    expect(Object.keys(errors).toSorted()).toEqual([...CODES].toSorted());
  });

  it.each(CODES)("says a whole sentence for %s", (code) => {
    const text = problemText(errors, new ApiProblem(code, 400, PARAMS));
    expect(text).toMatch(/^[\p{Lu}].+\.$/u);
    expect(text).not.toMatch(/undefined|NaN|!/);
  });

  it("says the words of an unknown error for what is no problem", () => {
    expect(problemText(errors, new Error("bug"))).toBe(errors["server.error"]);
    const strange = new ApiProblem("some.code" as ProblemCode, 500);
    expect(problemText(errors, strange)).toBe(errors["server.error"]);
  });

  it("tells how long to wait", () => {
    const [short, long] = [12, 600].map((seconds) =>
      problemText(errors, new ApiProblem("request.rate_limited", 429, { seconds })),
    );
    expect(short).toContain("12");
    expect(long).toContain("10");
  });
});

describe("brokenRules", () => {
  it("names the rule of each field that was refused", () => {
    const issues = [
      { path: "email", rule: "invalid_format", message: "" },
      { path: "name", rule: "too_small", message: "" },
    ];
    expect(brokenRules(new ApiProblem("request.invalid", 422, { issues }))).toEqual({
      email: "invalid_format",
      name: "too_small",
    });
  });

  it("tells the first of several: an empty name is missing, not of the wrong form", () => {
    const issues = [
      { path: "name", rule: "too_small", message: "" },
      { path: "name", rule: "invalid_format", message: "" },
    ];
    const refused = new ApiProblem("request.invalid", 422, { issues });
    expect(brokenRules(refused)).toEqual({ name: "too_small" });
  });

  it("is empty for any other problem", () => {
    expect(brokenRules(new ApiProblem("auth.email_taken", 409))).toEqual({});
    expect(brokenRules(undefined)).toEqual({});
  });
});
