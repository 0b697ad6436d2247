import { expect, it } from "vitest";
import { ApiProblem, isMissing } from "./api-problem.ts";

it.each([
  ["an id of no record", new ApiProblem("client.not_found", 404), true],
  ["an id that no record can have", new ApiProblem("request.invalid", 422), true],
  ["a refusal", new ApiProblem("permission.denied", 403), false],
  ["no connection", new ApiProblem("network.offline", 0), false],
  ["anything else", new Error("x"), false],
])("%s is missing: %#", (_what, error, missing) => {
  expect(isMissing(error)).toBe(missing);
});
