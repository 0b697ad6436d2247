import type { Context } from "hono";
import { Fault, fail } from "#domain/errors.ts";
import type { AnswerOf, AnyRoute, RequestOf } from "#domain/route.ts";
import { checkAnswer } from "./answer-check.ts";
import { noteAccess } from "./audit/note-access.ts";
import { noteSupport } from "./audit/note-support.ts";
import { controlAnswer } from "./auth/control-commit.ts";
import { readCredential, refuseApiToken, type Credential } from "./auth/credential.ts";
import { Moved } from "./auth/token-authority.ts";
import type { Clock } from "./clock.ts";
import type { Ctx, Idempotency } from "./context.ts";
import { meterD1, newMeter, type D1Like } from "./d1-meter.ts";
import type { Env } from "./env.ts";
import { addressOf } from "./http/address.ts";
import { issuesOf } from "./http/problem.ts";
import type { AppEnv } from "./http/vars.ts";
import { readIdempotency, storedAnswer } from "./idempotency.ts";
import { admit } from "./limit/admit.ts";
import { mailOrigin } from "./mail/sender.ts";
import { Reply } from "./reply.ts";
import { openTenant, type Opened } from "./tenant.ts";

/** What a verb receives where nobody is signed in yet. */
export interface PublicCtx {
  env: Env;
  clock: Clock;
  requestId: string;
  address: string | null;
  request: Request;
  control: D1Like;
  /** Where links of mails lead: see `mailOrigin`. */
  origin: string;
  defer(work: Promise<unknown>): void;
}

/** What a verb's adapter gives back: the answer, the answer with headers, or a response of its own making. */
type Given<R extends AnyRoute> = AnswerOf<R> | Reply<AnswerOf<R>> | Response;

/** A route definition with the verb that answers it. */
export interface Bound {
  route: AnyRoute;
  answer(c: Context<AppEnv>): Promise<Response>;
}

/** Reads and validates what the definition describes. Errors: `request.malformed`, `request.invalid`. */
async function parse<R extends AnyRoute>(route: R, c: Context<AppEnv>): Promise<RequestOf<R>> {
  const body = route.body ? await readJson(c) : undefined;
  const parts = {
    params: route.params ? { schema: route.params, value: c.req.param() } : null,
    query: route.query ? { schema: route.query, value: c.req.query() } : null,
    body: route.body ? { schema: route.body, value: body } : null,
  };
  // Of a parameter that is named twice, one would be read here and the other perhaps elsewhere.
  for (const [name, values] of Object.entries(c.req.queries()))
    if (values.length > 1)
      fail("request.invalid", {
        in: "query",
        issues: [{ path: name, rule: "repeated", message: "is named more than once" }],
      });
  const out: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (!part) continue;
    const result = part.schema.safeParse(part.value);
    if (!result.success) fail("request.invalid", { in: name, issues: issuesOf(result.error) });
    out[name] = result.data;
  }
  return out as unknown as RequestOf<R>;
}

async function readJson(c: Context<AppEnv>): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return fail("request.malformed");
  }
}

function send(route: AnyRoute, c: Context<AppEnv>, answer: unknown): Response {
  if (answer instanceof Response) return answer;
  if (answer instanceof Reply) {
    const response = send(route, c, answer.answer);
    for (const [name, value] of Object.entries(answer.headers)) response.headers.set(name, value);
    for (const cookie of answer.cookies) response.headers.append("set-cookie", cookie);
    return response;
  }
  if (route.status === 204) return new Response(null, { status: 204 });
  checkAnswer(c.env, route, c.get("requestId"), answer);
  return c.json(answer as object, route.status);
}

/** What a verb is given where nobody is signed in. */
export function publicCtx(c: Context<AppEnv>): PublicCtx {
  const meter = newMeter();
  c.set("meter", meter);
  return {
    env: c.env,
    clock: c.get("clock"),
    requestId: c.get("requestId"),
    address: addressOf(c.req.raw),
    request: c.req.raw,
    control: meterD1(c.env.CONTROL_DB, meter),
    origin: mailOrigin(c.env, c.req.raw),
    defer: (work) => c.executionCtx.waitUntil(work),
  };
}

/** Binds a public definition to its verb. */
export function bindPublic<R extends AnyRoute>(
  route: R,
  verb: (ctx: PublicCtx, request: RequestOf<R>) => Promise<Given<R>>,
): Bound {
  return {
    route,
    async answer(c) {
      refuseApiToken(c.req.raw, route);
      const request = await parse(route, c);
      return send(route, c, await verb(publicCtx(c), request));
    },
  };
}

/**
 * Binds a definition to its verb. The verb starts at once; session, membership, permission, the database's identity and
 * the person's rate are checked beside it, and nothing leaves or is committed before they hold.
 */
export function bind<R extends AnyRoute>(
  route: R,
  verb: (ctx: Ctx, request: RequestOf<R>) => Promise<Given<R>>,
): Bound {
  return {
    route,
    async answer(c) {
      const clock = c.get("clock");
      const credential = await readCredential(c.env, clock, c.req.raw, route);
      const idempotency = route.idempotencyKey ? await readIdempotency(c.req.raw) : null;
      const as = { credential, idempotency: idempotency && ofItsOwn(idempotency, credential) };
      try {
        return await answerAs(as, route, c, verb);
      } catch (error) {
        if (!(error instanceof Moved)) throw error;
        const moved = { ...credential, tenant: error.tenant };
        return answerAs({ ...as, credential: moved }, route, c, verb);
      }
    },
  };
}

/** Stored answers are each token's own, as they are each person's. */
function ofItsOwn(idempotency: Idempotency, { tokenHash }: Credential): Idempotency {
  if (tokenHash === undefined) return idempotency;
  return { ...idempotency, key: `${tokenHash.slice(0, 16)} ${idempotency.key}` };
}

async function answerAs<R extends AnyRoute>(
  { credential, idempotency }: { credential: Credential; idempotency: Idempotency | null },
  route: R,
  c: Context<AppEnv>,
  verb: (ctx: Ctx, request: RequestOf<R>) => Promise<Given<R>>,
): Promise<Response> {
  const opened = openTenant({
    env: c.env,
    clock: c.get("clock"),
    claims: credential,
    access: route.permission,
    fresh: route.fresh ?? false,
    beforeFactor: route.beforeFactor ?? false,
    requestId: c.get("requestId"),
    address: addressOf(c.req.raw),
    idempotency,
    bookmark: c.req.header("x-d1-bookmark") ?? null,
    request: c.req.raw,
    gate: (actor) => admit(c, credential, actor),
    defer: (work) => c.executionCtx.waitUntil(work),
  });
  c.set("meter", opened.meter);
  noteSupport(opened.ctx, `${route.method} ${route.path}`, c.req.path.replace("/api/v1", ""));
  const answer = await settle(opened, route, c, verb);
  if (route.discloses) noteAccess(opened.ctx, route.discloses, c.req.query());
  const response = send(route, c, answer);
  const bookmark = opened.bookmark();
  if (bookmark) response.headers.set("x-d1-bookmark", bookmark);
  return response;
}

async function settle<R extends AnyRoute>(
  opened: Opened,
  route: R,
  c: Context<AppEnv>,
  verb: (ctx: Ctx, request: RequestOf<R>) => Promise<Given<R>>,
): Promise<unknown> {
  const { ctx } = opened;
  const work = async (): Promise<unknown> => {
    const request = await parse(route, c);
    return verb(ctx, request);
  };
  const outcome = work().then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  await ctx.actor();
  let settled = await outcome;
  // The check applied migrations meanwhile: what the verb could not read then, it can now.
  if ("error" in settled && opened.migrated() && !(settled.error instanceof Fault)) {
    settled = { answer: await work() };
  }
  if (!("error" in settled)) return settled.answer;
  // A repeated request may fail because it succeeded before, as a second delete does: it gets its first answer.
  const stored = (await storedAnswer(ctx)) ?? (await controlAnswer(ctx));
  if (stored) return stored.answer;
  throw settled.error;
}
