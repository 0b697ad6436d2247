import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { ERRORS, Fault, type ErrorCode } from "#domain/errors.ts";
import { log } from "#worker/platform/log.ts";
import type { AppEnv } from "./vars.ts";

/** One unmet rule of the input: where, and which rule. Values are never repeated. */
export interface InputIssue {
  path: string;
  rule: string;
  message: string;
}

/** The issues of a zod error, without the values that broke the rules. */
export function issuesOf(error: { issues: readonly ZodIssue[] }): InputIssue[] {
  return error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join("."), rule: issue.code, message: issue.message }));
}

interface ZodIssue {
  path: PropertyKey[];
  code: string;
  message: string;
}

function codeOf(error: unknown): { code: ErrorCode; fault: Fault | null } {
  if (error instanceof Fault) return { code: error.code, fault: error };
  if (error instanceof ZodError) {
    return {
      code: "request.invalid",
      fault: new Fault("request.invalid", { issues: issuesOf(error) }),
    };
  }
  if (error instanceof HTTPException && error.status === 400) {
    return { code: "request.malformed", fault: null };
  }
  const text = String(error);
  if (/D1_ERROR.*(overloaded|timeout|Network connection lost|reset)/i.test(text)) {
    return { code: "server.unavailable", fault: null };
  }
  return { code: "server.error", fault: null };
}

/** Turns anything thrown into problem+json (RFC 9457). Unknown errors are logged once and told as a bare 500. */
export function problemOf(error: unknown, c: Context<AppEnv>): Response {
  const { code, fault } = codeOf(error);
  const status = ERRORS[code];
  const requestId = c.get("requestId");
  c.set("problem", code);
  if (status >= 500) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : null;
    log("error", "request.failed", { requestId, code, error: String(error), cause });
  }
  const headers = new Headers(fault?.headers);
  headers.set("content-type", "application/problem+json");
  headers.set("cache-control", "no-store");
  headers.set("x-request-id", requestId);
  if (status === 401) headers.set("www-authenticate", "Bearer");
  if (code === "server.unavailable") headers.set("retry-after", "2");
  const body = {
    type: `urn:aetheria:error:${code}`,
    title: code,
    status,
    code,
    params: fault?.params ?? {},
    requestId,
  };
  return new Response(JSON.stringify(body), { status, headers });
}
