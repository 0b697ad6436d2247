import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import type { AccessAction } from "./audit/access.ts";
import { ERRORS, type ErrorCode } from "./errors.ts";
import type { Permission } from "./permissions.ts";
import { opensToTokens } from "./tokens/rules.ts";

/** What a route asks of its caller: a key, any member of the organization, or nobody in particular. */
export type Access = Permission | "member" | "public";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Schema = z.ZodType;
type ContentType =
  | "application/json"
  | "text/csv"
  | "application/x-ndjson"
  | "text/event-stream"
  | "application/zip"
  | "application/octet-stream";

/** A route before it is defined. `params`, `query` and `body` are strict objects: unknown keys are refused. */
export interface RouteInput<
  M extends Method,
  P extends string,
  Params extends Schema | undefined,
  Query extends Schema | undefined,
  Body extends Schema | undefined,
  Output extends Schema,
> {
  method: M;
  /** Without the `/api/v1` prefix, such as `/clients/{id}`. */
  path: P;
  permission: Access;
  /** One line, verb first: it heads the route in the API reference. */
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  output: Output;
  /** 200 unless told. */
  status?: 200 | 201 | 204;
  /** Content type of the answer; JSON unless told. */
  produces?: ContentType;
  /** Codes that this route adds to the common ones. */
  errors?: readonly ErrorCode[];
  /** What the access log calls a reading of this, where the answer is sensitive. */
  discloses?: AccessAction;
  /** Asks for a proof, within the last ten minutes, that it is still the person who signed in: `auth.fresh_required`. */
  fresh?: true;
  /** Works for whoever lacks the second factor that the organization demands: what adds one, and what leaves. */
  beforeFactor?: true;
  /** Whether API tokens reach it; what `opensToTokens` says unless told. */
  tokens?: boolean;
  /** False for mutations that are safe to repeat by nature, such as refresh and sign-out. */
  idempotencyKey?: boolean;
}

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    params: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });

/** Codes that a route of this access and method can always answer. */
function commonErrors(
  access: Access,
  mutates: boolean,
  repeatable: boolean,
  fresh: boolean,
  tokens: boolean,
): ErrorCode[] {
  const codes: ErrorCode[] = ["request.invalid", "request.rate_limited"];
  if (mutates) codes.push("request.malformed", "request.too_large", "request.unsupported_type");
  if (mutates) codes.push("request.cross_site");
  if (repeatable) codes.push("request.idempotency_key", "request.idempotency_reuse");
  if (access !== "public") codes.push("auth.required", "auth.expired", "permission.denied");
  if (access !== "public") codes.push("auth.factor_demanded");
  if (fresh) codes.push("auth.fresh_required");
  if (access !== "public" && tokens) codes.push("auth.token_invalid");
  if (!tokens) codes.push("auth.token_refused");
  return codes;
}

/**
 * Defines a route once: from it come validation, the permission check, OpenAPI, the web's typed client
 * and the contract suite.
 */
export function defineRoute<
  const M extends Method,
  const P extends string,
  Output extends Schema,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(input: RouteInput<M, P, Params, Query, Body, Output>) {
  const mutates = input.method !== "get";
  const repeatable = mutates && (input.idempotencyKey ?? true);
  const fresh = input.fresh ?? false;
  const tokens = input.tokens ?? opensToTokens(input);
  const common = commonErrors(input.permission, mutates, repeatable, fresh, tokens);
  const codes = [...common, ...(input.errors ?? [])];
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code]);
  const status = input.status ?? 200;
  const problems = [...byStatus].map(([code, names]) => [
    code,
    {
      description: [...new Set(names)].toSorted().join(", "),
      content: { "application/problem+json": { schema: Problem } },
    },
  ]);
  const definition = createRoute({
    method: input.method,
    path: input.path,
    summary: input.summary,
    tags: [input.path.split("/")[1] ?? ""],
    operationId: operationId(input.method, input.path),
    ...(input.permission === "public" ? {} : { security: [{ bearer: [] }] }),
    "x-permission": input.permission,
    "x-api-tokens": tokens,
    request: {
      ...(input.params ? { params: input.params as z.ZodObject } : {}),
      ...(input.query ? { query: input.query as z.ZodObject } : {}),
      ...(input.body
        ? { body: { required: true, content: { "application/json": { schema: input.body } } } }
        : {}),
    },
    responses: {
      [status]:
        status === 204
          ? { description: "Done" }
          : {
              description: "Done",
              content: { [input.produces ?? "application/json"]: { schema: input.output } },
            },
      ...Object.fromEntries(problems),
    },
  });
  return {
    ...input,
    params: input.params as Params,
    query: input.query as Query,
    body: input.body as Body,
    status,
    produces: input.produces ?? "application/json",
    idempotencyKey: repeatable,
    tokens,
    openapi: definition,
  };
}

/** `patch /clients/{id}` → `patchClientsById`: stable, so that generated clients keep their names. */
function operationId(method: string, path: string): string {
  const words = path.split("/").filter(Boolean);
  const name = words.map((word) =>
    word.startsWith("{")
      ? `By${word.charAt(1).toUpperCase()}${word.slice(2, -1)}`
      : word.replaceAll(/(^|[-_.])(\w)/g, (_match, _dash, letter: string) => letter.toUpperCase()),
  );
  return method + name.join("");
}

/** Any defined route. */
export interface AnyRoute {
  method: Method;
  path: string;
  permission: Access;
  summary: string;
  params?: Schema | undefined;
  query?: Schema | undefined;
  body?: Schema | undefined;
  output: Schema;
  status: 200 | 201 | 204;
  produces: ContentType;
  errors?: readonly ErrorCode[];
  discloses?: AccessAction;
  fresh?: true;
  beforeFactor?: true;
  tokens: boolean;
  idempotencyKey: boolean;
  openapi: ReturnType<typeof createRoute>;
}

type InputOf<S> = S extends Schema ? z.output<S> : undefined;

/** What a verb's adapter receives: validated and typed by the definition. */
export interface RequestOf<R extends Pick<AnyRoute, "params" | "query" | "body">> {
  params: InputOf<R["params"]>;
  query: InputOf<R["query"]>;
  body: InputOf<R["body"]>;
}

/** What a route answers. */
export type AnswerOf<R extends { output: Schema }> = z.output<R["output"]>;
