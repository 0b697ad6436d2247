import { env as workerEnv, exports } from "cloudflare:workers";
import { newId } from "#domain/ids.ts";
import type { DEFAULT_ROLES } from "#domain/permissions.ts";
import type { Access } from "#domain/route.ts";
import identity from "#migrations/control/0001_identity.sql";
import knownPermissions from "#migrations/control/0002_known_permissions.sql";
import mail from "#migrations/control/0003_mail.sql";
import divisions from "#migrations/control/0004_divisions.sql";
import factors from "#migrations/control/0005_factors.sql";
import deletion from "#migrations/control/0007_deletion.sql";
import support from "#migrations/control/0011_support.sql";
import tokens from "#migrations/control/0006_tokens.sql";
import restores from "#migrations/control/0010_restores.sql";
import places from "#migrations/control/0008_places.sql";
import registration from "#migrations/control/0009_registration.sql";
import { builtInRoles } from "./auth/built-in-roles.ts";
import { signAccess } from "./auth/tokens.ts";
import { isoNow, systemClock } from "./clock.ts";
import type { Ctx, Idempotency } from "./context.ts";
import type { Env } from "./env.ts";
import { applyMigrations, claimDatabase } from "./migrate.ts";
import { openTenant } from "./tenant.ts";
import type { TenantRef } from "./tenant-ref.ts";

/** The Worker's bindings, as tests see them. */
export const testEnv = workerEnv as unknown as Env;

const main = (exports as unknown as { default: Fetcher }).default;

/** Where the tests' requests come from. */
export const ORIGIN = "https://aetheria.test";

type RoleSlug = keyof typeof DEFAULT_ROLES;

/** A person of a test organization: signed in, with a request function and contexts of their own. */
export interface TestPerson {
  userId: string;
  sessionId: string;
  token: string;
  /** Calls the running Worker: `person.call("patch /clients/cli_…", body)`. Path without `/api/v1`. */
  call(request: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The same with a body that is sent as it stands. */
  raw(request: string, text: string): Promise<Response>;
  /** A context as a route of this access would get it. */
  ctx(access?: Access, idempotency?: Idempotency): Ctx;
}

/** An organization of its own for one suite. */
export interface TestOrganization {
  tenant: TenantRef;
  db: D1Database;
  owner: TestPerson;
  join(role: RoleSlug, name?: string): Promise<TestPerson>;
  /** Ends a membership behind the platform's back, as the removal verb's own batch does. */
  remove(person: TestPerson): Promise<void>;
  /** Puts a person into a role of their own with exactly these keys. */
  restrict(person: TestPerson, permissions: readonly string[]): Promise<void>;
}

/** Brings the control database to its last migration. Every suite calls it before anything else. */
export async function migrateControl(): Promise<void> {
  await applyMigrations(testEnv.CONTROL_DB, [
    { name: "0001_identity.sql", sql: identity },
    { name: "0002_known_permissions.sql", sql: knownPermissions },
    { name: "0003_mail.sql", sql: mail },
    { name: "0004_divisions.sql", sql: divisions },
    { name: "0005_factors.sql", sql: factors },
    { name: "0006_tokens.sql", sql: tokens },
    { name: "0007_deletion.sql", sql: deletion },
    { name: "0011_support.sql", sql: support },
    { name: "0008_places.sql", sql: places },
    { name: "0010_restores.sql", sql: restores },
    { name: "0009_registration.sql", sql: registration },
  ]);
}

/** Whether no database of the pool holds a table. */
export async function isPoolEmpty(): Promise<boolean> {
  const names = Object.keys(testEnv).filter((key) => key.startsWith("TENANT_DB_"));
  const counts = await Promise.all(
    names.map(async (name) =>
      testEnv[name as TenantRef["binding"]]
        ?.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = '_meta'")
        .first<number>("n"),
    ),
  );
  return counts.every((count) => count === 0);
}

/** Creates an organization on a free slot with the default roles and an owner, straight in the databases. */
export async function mintOrganization(name = "Atelier Test"): Promise<TestOrganization> {
  await migrateControl();
  const control = testEnv.CONTROL_DB;
  const organizationId = newId("org");
  const now = isoNow(systemClock);
  const taken = await control.prepare("SELECT binding FROM slots").all<{ binding: string }>();
  const used = new Set(taken.results.map((row) => row.binding));
  const binding = Object.keys(testEnv)
    .filter((key) => key.startsWith("TENANT_DB_"))
    .find((key) => !used.has(key)) as TenantRef["binding"] | undefined;
  const db = binding && testEnv[binding];
  if (!binding || !db)
    throw new Error("The test pool is used up: mint fewer organizations a suite");
  const { roles, writes } = builtInRoles(organizationId, systemClock.now());
  await control.batch([
    control
      .prepare("INSERT INTO organizations (id, name, created_at) VALUES (?, ?, ?)")
      .bind(organizationId, name, now),
    control
      .prepare(
        "INSERT INTO slots (binding, organization_id, claimed_at, ready_at) VALUES (?, ?, ?, ?)",
      )
      .bind(binding, organizationId, now, now),
    ...writes.map(({ sql, params }) => control.prepare(sql).bind(...params)),
  ]);
  const tenant: TenantRef = { organizationId, binding };
  await applyMigrations(db);
  await claimDatabase(db, tenant, systemClock);
  const join = (slug: RoleSlug, person = `Personne ${slug}`) => {
    const role = roles.find((item) => item.slug === slug);
    return mintPerson(tenant, role?.id ?? "", person);
  };
  const remove = async (person: TestPerson) => {
    await control.prepare("DELETE FROM memberships WHERE user_id = ?").bind(person.userId).run();
  };
  const restrict = async (person: TestPerson, permissions: readonly string[]) => {
    const roleId = newId("rol");
    const role = "INSERT INTO roles (id, organization_id, slug) VALUES (?1, ?2, ?1)";
    const grants = permissions.map((key) =>
      control.prepare("INSERT INTO role_permissions VALUES (?, ?)").bind(roleId, key),
    );
    const member = "UPDATE memberships SET role_id = ? WHERE user_id = ?";
    await control.batch([
      control.prepare(role).bind(roleId, organizationId),
      ...grants,
      control.prepare(member).bind(roleId, person.userId),
    ]);
  };
  return { tenant, db, owner: await join("owner", "Claire Morvan"), join, remove, restrict };
}

async function mintPerson(tenant: TenantRef, roleId: string, name: string): Promise<TestPerson> {
  const userId = newId("usr");
  const sessionId = newId("ses");
  const now = isoNow(systemClock);
  const end = new Date(systemClock.now() + 7 * 86_400_000).toISOString();
  const control = testEnv.CONTROL_DB;
  await control.batch([
    control
      .prepare("INSERT INTO users (id, email, name, created_at) VALUES (?, ?, ?, ?)")
      .bind(userId, `${userId.toLowerCase()}@atelier.test`, name, now),
    control
      .prepare(
        "INSERT INTO memberships (organization_id, user_id, role_id, created_at) VALUES (?, ?, ?, ?)",
      )
      .bind(tenant.organizationId, userId, roleId, now),
    control
      .prepare(
        "INSERT INTO sessions (id, user_id, device, created_at, seen_at, proven_at, expires_at) VALUES (?, ?, 'test', ?3, ?3, ?3, ?)",
      )
      .bind(sessionId, userId, now, end),
  ]);
  const claims = { userId, sessionId, tenant };
  const { token } = await signAccess(testEnv, systemClock, claims);
  return {
    userId,
    sessionId,
    token,
    call: (request, body, headers) =>
      callWorker(request, body, { authorization: `Bearer ${token}`, ...headers }),
    raw: (request, text) => sendToWorker(request, text, { authorization: `Bearer ${token}` }),
    ctx: (access = "member", idempotency) =>
      openTenant({
        env: testEnv,
        clock: systemClock,
        claims,
        access,
        requestId: newId("req"),
        address: null,
        idempotency: idempotency ?? null,
        bookmark: null,
        request: new Request(`${ORIGIN}/api/v1/`),
        defer: () => undefined,
      }).ctx,
  };
}

/** Calls the running Worker as a browser of our own origin would: `callWorker("get /health")`. */
export function callWorker(
  request: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return sendToWorker(request, body === undefined ? undefined : JSON.stringify(body), headers);
}

function sendToWorker(
  request: string,
  text: string | undefined,
  headers: Record<string, string>,
): Promise<Response> {
  const [method = "get", path = "/"] = request.split(" ");
  return main.fetch(`${ORIGIN}/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: {
      origin: ORIGIN,
      ...(text === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  });
}
