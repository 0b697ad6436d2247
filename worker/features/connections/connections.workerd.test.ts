import { connect as open } from "cloudflare:sockets";
import { createConnection } from "mysql2/promise";
import postgres from "postgres";
import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { Catalogue } from "#domain/connections/catalogue.ts";
import type { ConnectionInput, ConnectionTest } from "#domain/connections/model.ts";
import { accessOf } from "#worker/features/audit/testing.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { wireOf } from "./driver/wire.ts";
import { answerOf, connect } from "./testing.ts";

const ports = inject("databases");
const password = "mot-de-passe-2026";
/** The two servers of scripts/vitest/databases.ts, as their reader. */
const SERVERS = {
  postgres: { kind: "postgres", port: ports.postgres, database: "postgres", schema: "public" },
  mysql: { kind: "mysql", port: ports.mysql, database: "gestion", schema: "gestion" },
} as const;
const KINDS = ["postgres", "mysql"] as const;
type Kind = (typeof KINDS)[number];

const placeOf = (kind: Kind): Partial<ConnectionInput> => {
  const { port, database } = SERVERS[kind];
  return { kind, port, database, user: "lecteur", password };
};

let organization: TestOrganization;
const made: string[] = [];
beforeAll(async () => {
  organization = await mintOrganization();
});
afterEach(async () => {
  for (const id of made.splice(0)) await organization.owner.call(`delete /connections/${id}`);
});

/** A wire for a client whose own socket throws into the void when it is closed. */
function socket() {
  const wire = wireOf(open({ hostname: "127.0.0.1", port: ports.postgres }));
  wire.read();
  return wire;
}

/** How many questions of the reader a server works on, as its superuser sees them. */
const running: Record<Kind, () => Promise<number>> = {
  postgres: async () => {
    const place = { database: "postgres", user: "bench", max: 1, fetch_types: false };
    const sql = postgres({ ...place, socket } as never);
    const rows =
      await sql`SELECT 1 FROM pg_stat_activity WHERE usename = 'lecteur' AND state = 'active'`;
    await sql.end();
    return rows.length;
  },
  mysql: async () => {
    const place = { host: "127.0.0.1", port: ports.mysql, user: "root", disableEval: true };
    const connection = await createConnection(place);
    const [rows] = await connection.query("SHOW PROCESSLIST");
    await connection.end();
    const all = rows as { User: string; Command: string }[];
    return all.filter(({ User, Command }) => User === "lecteur" && Command === "Execute").length;
  },
};

const outcomes = async () =>
  (await accessOf(organization.owner)).items.map(({ detail }) => detail["outcome"]);

const problem = async (answer: Response) => {
  const { code, params } = await answer.json<{ code: string; params: Record<string, unknown> }>();
  return { status: answer.status, code, params };
};
const json = async <T>(request: string, body?: unknown): Promise<T> => {
  const answer = await organization.owner.call(request, body);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
};
const opened = async (kind: Kind, over: Partial<ConnectionInput> = {}) => {
  const { id } = await connect(organization.owner, { ...placeOf(kind), ...over });
  made.push(id);
  const ask = (sql: string, maxRows?: number) =>
    organization.owner.call(
      `post /connections/${id}/query`,
      maxRows === undefined ? { sql } : { sql, maxRows },
    );
  return { id, ask, rows: async (sql: string) => (await answerOf(await ask(sql))).rows };
};

describe.each(KINDS)("a trial of %s", (kind) => {
  const attempt = (over: Partial<ConnectionInput>) =>
    json<ConnectionTest>("post /connections/test", {
      name: "Essai",
      host: "127.0.0.1",
      tls: "off",
      ...placeOf(kind),
      ...over,
    });

  it("tells the server of one that works, and that its role only reads", async () => {
    const server = kind === "postgres" ? /^PostgreSQL \d/ : /^MariaDB \d/;
    const found = await attempt({});
    expect(found).toMatchObject({ failure: null, writes: [] });
    expect(found.server).toMatch(server);
  });

  it.each([
    ["password", { password: "faux" }],
    ["password", { user: "personne" }],
    ["database", { database: "ailleurs" }],
    ["refused", { port: 9 }],
    [kind === "postgres" ? "tls_untrusted" : "tls_missing", { tls: "verified" }],
    ["host_unknown", { host: "base.exemple.fr" }],
    ["host_refused", { host: "10.0.0.8" }],
    ["host_refused", { host: "169.254.169.254" }],
    ["host_refused", { host: "::ffff:127.0.0.1" }],
    ["host_refused", { host: "intranet" }],
  ] as const)("says %s of %o", async (failure, over) => {
    expect(await attempt(over)).toMatchObject({ failure });
  });

  it("accepts no certificate that a public authority didn't sign: not a firm's own authority's, not one signed by itself", async () => {
    const port = { postgres: ports.postgres, mysql: ports.mysqlTls }[kind];
    expect(await attempt({ port, tls: "verified" })).toMatchObject({ failure: "tls_untrusted" });
  });

  it("says that another kind of server answers", async () => {
    const other = kind === "postgres" ? "mysql" : "postgres";
    const over = { port: SERVERS[other].port, tls: "verified" } as const;
    expect(await attempt(over)).toMatchObject({ failure: "not_this_kind" });
  });

  it("names what a role could write", async () => {
    const { writes } = await attempt({ user: "ecrivain" });
    expect(writes.join()).toContain("INSERT");
    expect(writes.join()).toContain("factures");
  });
});

describe.each(KINDS)("the tables of %s", (kind) => {
  it("are what the role may read, with kinds and estimates, kept until they are asked anew", async () => {
    const { id } = await opened(kind);
    const before = await json<Catalogue>(`get /connections/${id}/schema`);
    expect(before).toEqual({ readAt: null, path: [], tables: [], cut: false });
    const found = await json<Catalogue>(`post /connections/${id}/schema`);
    const { schema } = SERVERS[kind];
    expect(found.path).toContain(schema);
    expect(new Set(found.tables.map((table) => table.schema))).toEqual(new Set([schema]));
    const invoices = found.tables.find(({ name }) => name === "factures");
    expect(invoices?.rows).toBe(40);
    expect(invoices?.columns.slice(0, 5)).toMatchObject([
      { name: "id", kind: "integer", nullable: false },
      { name: "numero", kind: "text", nullable: false },
      { name: "client_id", kind: "integer" },
      { name: "chantier_id", kind: "integer", nullable: true },
      { name: "emise_le", kind: "date", type: "date" },
    ]);
    expect(await json(`get /connections/${id}/schema`)).toEqual(found);
  });
});

describe.each(KINDS)("a query to %s", (kind) => {
  it("streams columns by kind, rows as they are written, and the sum", async () => {
    const { ask } = await opened(kind);
    const { columns, rows, end } = await answerOf(
      await ask(
        "SELECT id, nom, cree_le, actif, (SELECT max(debut_a) FROM heures) AS d, 12.50 AS n, NULL AS rien FROM clients ORDER BY id LIMIT 2",
      ),
    );
    expect(columns.map((column) => column.kind)).toEqual([
      "integer",
      "text",
      "date",
      kind === "postgres" ? "boolean" : "integer",
      "timestamp",
      "number",
      "text",
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.[1]).toBe("payee 1");
    expect(rows[0]?.[2]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(rows[0]?.[4]).toMatch(/^2026-01-\d\d 08:30:00$/);
    expect(Number(rows[0]?.[5])).toBe(12.5);
    expect(rows[0]?.[6]).toBeNull();
    expect(end).toMatchObject({ done: { rows: 2, cut: false } });
  });

  it("names each column once, and tells columns of an answer without rows", async () => {
    const { ask } = await opened(kind);
    const { columns, rows } = await answerOf(
      await ask("SELECT 1 AS a, 2 AS a FROM clients WHERE 1 = 0"),
    );
    expect(columns.map(({ name }) => name)).toEqual(["a", "a_2"]);
    expect(rows).toEqual([]);
  });

  it("hands over no more rows than asked, of many batches", async () => {
    const { ask } = await opened(kind);
    const many = "SELECT a.id, b.id FROM heures a CROSS JOIN heures b CROSS JOIN heures c";
    const cut = await answerOf(await ask(many, 5_001));
    expect(cut.rows).toHaveLength(5_001);
    expect(cut.end).toMatchObject({ done: { rows: 5_001, cut: true } });
    const limited = await answerOf(await ask(`${many} LIMIT 9000`, 50_000));
    expect(limited.end).toMatchObject({ done: { rows: 9_000, cut: false } });
  });

  it.each([
    ["not_a_read", "DELETE FROM factures"],
    ["several", "SELECT 1; DELETE FROM factures"],
    ["table", "SELECT * FROM paie.salaires"],
    ["syntax", "SELECT FROM WHERE"],
  ])("is refused as %s: %s", async (reason, sql) => {
    const { ask } = await opened(kind);
    expect(await problem(await ask(sql))).toMatchObject({
      status: 422,
      code: "connection.sql_refused",
      params: { reason },
    });
  });

  it("that the server can't plan is told in its words", async () => {
    const { ask } = await opened(kind);
    const { code, params } = await problem(await ask("SELECT ville_inconnue FROM clients"));
    expect(code).toBe("connection.query_failed");
    expect(String(params["detail"])).toContain("ville_inconnue");
  });

  it("that would take the server for ever is not begun", async () => {
    const { ask } = await opened(kind);
    const tables = Array.from({ length: 8 }, (_, i) => `heures h${i}`).join(", ");
    expect(await problem(await ask(`SELECT count(*) FROM ${tables}`))).toMatchObject({
      code: "connection.too_costly",
    });
  });

  it("by a role that could write is asked only once somebody accepted that, and then writes nothing", async () => {
    const { id, ask } = await opened(kind, { user: "ecrivain" });
    expect(await problem(await ask("SELECT count(*) FROM clients"))).toMatchObject({
      status: 409,
      code: "connection.writer",
    });
    await json(`patch /connections/${id}`, { version: 1, changes: { writerAccepted: true } });
    expect((await answerOf(await ask("SELECT count(*) FROM clients"))).rows).toHaveLength(1);
  });

  it("stands in the access log with who, where, what, how many rows and how it ended", async () => {
    const { id, ask } = await opened(kind);
    await answerOf(await ask("SELECT nom FROM clients LIMIT 3"));
    await ask("DROP TABLE clients");
    const noted = async () =>
      (await accessOf(organization.owner)).items.filter(
        ({ detail }) => detail["connectionId"] === id,
      );
    await expect.poll(async () => (await noted()).length).toBe(2);
    const details = (await noted()).map(({ detail }) => detail);
    expect(details).toContainEqual(
      expect.objectContaining({
        connectionId: id,
        sql: "SELECT nom FROM clients LIMIT 3",
        rows: 3,
        outcome: "answered",
      }),
    );
    expect(details).toContainEqual(
      expect.objectContaining({ sql: "DROP TABLE clients", outcome: "refused" }),
    );
  });

  it("ends at the server when the reader goes away", async () => {
    const { ask } = await opened(kind);
    const tables = Array.from({ length: 5 }, (_, i) => `heures h${i}`).join(", ");
    const answer = await ask(`SELECT count(*) FROM ${tables}`);
    const reader = answer.body?.getReader();
    await reader?.read();
    await expect.poll(() => running[kind](), { timeout: 5_000 }).toBe(1);
    await reader?.cancel();
    await expect.poll(() => running[kind](), { timeout: 4_000 }).toBe(0);
    await expect.poll(outcomes).toContain("cancelled");
  });
});
