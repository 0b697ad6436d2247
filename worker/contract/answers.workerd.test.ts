import { describe, expect, it } from "vitest";
import { faultsOf } from "./testing-answers.ts";
import type { OpenApi, Operation } from "./testing-requests.ts";

const problem = { schema: { type: "object", required: ["code"] } };
const operation: Operation = {
  method: "get",
  path: "/things",
  responses: {
    200: { content: { "application/json": { schema: { type: "array" } } } },
    204: {},
    422: { content: { "application/problem+json": problem } },
  },
};
const document: OpenApi = { paths: {}, components: { schemas: {} } };

function judge(status: number, text: string, type = "application/json"): string[] {
  const code = type === "application/problem+json" ? "request.invalid" : null;
  return faultsOf(operation, document, { status, type, text, code });
}

describe("the judge of answers to hostile input", () => {
  it("finds nothing wrong with documented answers", () => {
    expect(judge(200, "[]")).toEqual([]);
    expect(judge(204, "", "")).toEqual([]);
    expect(judge(422, '{"code":"request.invalid"}', "application/problem+json")).toEqual([]);
  });

  it.each([
    ["500", 500, "{}", "application/json"],
    ["503", 503, "{}", "application/json"],
    ["a status that is not documented", 418, "[]", "application/json"],
    ["another type", 200, "[]", "text/html"],
    ["another shape", 200, "{}", "application/json"],
    ["a problem without its code", 422, "{}", "application/problem+json"],
    ["a body where there is none", 204, "x", ""],
  ])("finds %s", (_name, status, text, type) => {
    expect(judge(status, text, type)).toHaveLength(1);
  });

  it.each([
    'D1_ERROR: near \\"FROM\\": syntax error',
    "UNIQUE constraint failed: users.email: SQLITE_CONSTRAINT",
    "no such column: x",
    "TypeError: Cannot read properties of undefined",
    "Error\\n    at commit (worker)",
    "/srv/node_modules/hono/index.js",
    "fts5: syntax error",
  ])("finds words of the machinery: %s", (words) => {
    expect(judge(200, `["${words}"]`).join()).toContain("in it");
  });
});
