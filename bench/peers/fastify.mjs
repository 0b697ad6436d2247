// The peer of our list: Fastify with compiled answer schema and pino's log, PostgreSQL with prepared statements.
// It checks what we check: a signed token, then in SQL that the session lives and the member may read.
import { readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import Fastify from "fastify";
import { createSigner, createVerifier } from "fast-jwt";
import pg from "pg";

const [databasePort, webFolder] = process.argv.slice(2);
const key = "a key of the bench alone, 48 bytes long, no secret";
const pool = new pg.Pool({ host: "127.0.0.1", port: Number(databasePort), user: "bench", database: "postgres", max: 10 });
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

await pool.query(`
CREATE TABLE users (id text PRIMARY KEY, email text NOT NULL UNIQUE, name text NOT NULL);
CREATE TABLE organizations (id text PRIMARY KEY, name text NOT NULL);
CREATE TABLE roles (id text PRIMARY KEY, organization_id text NOT NULL REFERENCES organizations, slug text NOT NULL);
CREATE TABLE role_permissions (role_id text NOT NULL REFERENCES roles, permission text NOT NULL, PRIMARY KEY (role_id, permission));
CREATE TABLE memberships (organization_id text NOT NULL REFERENCES organizations, user_id text NOT NULL REFERENCES users, role_id text NOT NULL REFERENCES roles, PRIMARY KEY (organization_id, user_id));
CREATE TABLE sessions (id text PRIMARY KEY, user_id text NOT NULL REFERENCES users, expires_at timestamptz NOT NULL, revoked_at timestamptz);
CREATE TABLE clients (
  organization_id text NOT NULL REFERENCES organizations, id text PRIMARY KEY, version int NOT NULL,
  company text NOT NULL, company_key text COLLATE "C", contact text NOT NULL, status text NOT NULL, stage text NOT NULL,
  stage_since text NOT NULL, priority text NOT NULL, sector text NOT NULL, size text, phone text NOT NULL, email text NOT NULL,
  next_action text NOT NULL, next_action_on text, notes text NOT NULL, owner_id text, estimated_minor bigint,
  created_at text NOT NULL, updated_at text NOT NULL, deleted_at text);
CREATE INDEX clients_by_company ON clients (organization_id, company_key, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_updated ON clients (organization_id, updated_at) WHERE deleted_at IS NULL;
`);

const AUTHORITY = {
  name: "authority",
  text: `SELECT u.name, r.slug AS role, (SELECT array_agg(permission) FROM role_permissions WHERE role_id = m.role_id) AS permissions
    FROM sessions s JOIN users u ON u.id = s.user_id
    JOIN memberships m ON m.user_id = u.id AND m.organization_id = $3
    JOIN roles r ON r.id = m.role_id
    WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now()`,
};
const LIST = {
  name: "list",
  text: `SELECT id, version, company, contact, status, stage, stage_since AS "stageSince", priority, sector, size, phone, email,
      next_action AS "nextAction", next_action_on AS "nextActionOn", notes, owner_id AS "ownerId",
      estimated_minor AS "estimatedMinor", created_at AS "createdAt", updated_at AS "updatedAt",
      (SELECT json_build_object('count', count(*), 'all', count(*), 'stages', count(DISTINCT stage),
        'late', count(*) FILTER (WHERE next_action_on < $2), 'estimatedMinor', coalesce(sum(estimated_minor), 0))
       FROM clients WHERE organization_id = $1 AND deleted_at IS NULL) AS totals
    FROM clients WHERE organization_id = $1 AND deleted_at IS NULL ORDER BY company_key, id LIMIT $3`,
};

const text = { type: "string" };
const maybe = { type: ["string", "null"] };
const whole = { type: "integer" };
const client = {
  type: "object",
  properties: {
    id: text, version: whole, company: text, contact: text, status: text, stage: text, stageSince: text, priority: text,
    sector: text, size: maybe, phone: text, email: text, nextAction: text, nextActionOn: maybe, notes: text, ownerId: maybe,
    estimatedMinor: { type: ["integer", "null"] }, createdAt: text, updatedAt: text,
    can: { type: "object", properties: { write: { type: "boolean" }, delete: { type: "boolean" } } },
  },
};
const totals = { type: "object", properties: { count: whole, all: whole, stages: whole, late: whole, estimatedMinor: whole } };

const app = Fastify({ logger: { level: "info" } });
const verify = createVerifier({ key, algorithms: ["HS256"], allowedIss: "peer" });

async function authorize(request) {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  if (scheme !== "Bearer" || !token) throw Object.assign(new Error("auth"), { statusCode: 401 });
  let claims;
  try {
    claims = verify(token);
  } catch {
    throw Object.assign(new Error("auth"), { statusCode: 401 });
  }
  const { rows } = await pool.query({ ...AUTHORITY, values: [claims.sid, claims.sub, claims.org] });
  if (!rows[0]) throw Object.assign(new Error("auth"), { statusCode: 401 });
  if (!rows[0].permissions.includes("clients.read")) throw Object.assign(new Error("denied"), { statusCode: 403 });
  request.actor = { ...rows[0], organization: claims.org };
}

app.decorateRequest("actor", null);
app.get("/api/v1/clients", {
  preHandler: authorize,
  schema: {
    querystring: { type: "object", properties: { limit: { type: "integer", minimum: 1, maximum: 500, default: 50 } } },
    response: { 200: { type: "object", properties: { items: { type: "array", items: client }, nextCursor: maybe, totals } } },
  },
}, async (request) => {
  const { limit } = request.query;
  const { organization, permissions } = request.actor;
  const today = new Date().toISOString().slice(0, 10);
  const { rows } = await pool.query({ ...LIST, values: [organization, today, limit + 1] });
  const can = { write: permissions.includes("clients.write"), delete: permissions.includes("clients.delete") };
  const items = rows.slice(0, limit).map(({ totals: _, ...row }) => ({ ...row, can }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit ? Buffer.from(JSON.stringify([last.company, last.id])).toString("base64url") : null,
    totals: rows[0]?.totals ?? { count: 0, all: 0, stages: 0, late: 0, estimatedMinor: 0 },
  };
});

// The page for the walk over distances: the same files as ours, gzipped once and kept in memory.
const files = new Map();
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", woff2: "font/woff2", svg: "image/svg+xml" };
app.get("/*", (request, reply) => {
  const path = request.url === "/" ? "/index.html" : request.url.split("?")[0];
  if (path.includes("..")) return reply.code(404).send();
  if (!files.has(path)) {
    try {
      files.set(path, gzipSync(readFileSync(webFolder + path)));
    } catch {
      return reply.code(404).send();
    }
  }
  const type = TYPES[path.split(".").at(-1)] ?? "application/octet-stream";
  return reply.header("content-encoding", "gzip").type(type).send(files.get(path));
});

async function seed({ clients, permissions }) {
  const ids = { org: randomUUID(), user: randomUUID(), role: randomUUID(), session: randomUUID() };
  await pool.query("INSERT INTO users VALUES ($1, 'claire@peer.test', 'Claire')", [ids.user]);
  await pool.query("INSERT INTO organizations VALUES ($1, 'Peer')", [ids.org]);
  await pool.query("INSERT INTO roles VALUES ($1, $2, 'owner')", [ids.role, ids.org]);
  await pool.query("INSERT INTO role_permissions SELECT $1, unnest($2::text[])", [ids.role, permissions]);
  await pool.query("INSERT INTO memberships VALUES ($1, $2, $3)", [ids.org, ids.user, ids.role]);
  await pool.query("INSERT INTO sessions VALUES ($1, $2, now() + interval '7 days')", [ids.session, ids.user]);
  for (const row of clients) {
    const names = Object.keys(row);
    const marks = names.map((_, i) => `$${i + 2}`).join(", ");
    await pool.query(`INSERT INTO clients (organization_id, ${names.join(", ")}) VALUES ($1, ${marks})`, [ids.org, ...Object.values(row)]);
  }
  await pool.query("VACUUM ANALYZE");
  const sign = createSigner({ key, algorithm: "HS256", iss: "peer", expiresIn: "2h" });
  return sign({ sub: ids.user, sid: ids.session, org: ids.org });
}

process.on("message", async (message) => process.send({ token: await seed(message) }));
const stop = async () => {
  await app.close();
  await pool.end();
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("disconnect", stop);
await app.listen({ host: "127.0.0.1", port: 0 });
process.send({ url: `http://127.0.0.1:${app.server.address().port}` });
