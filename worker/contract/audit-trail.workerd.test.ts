import { beforeAll, describe, expect, it } from "vitest";
import { audit as en } from "#domain/i18n/en/audit.ts";
import { audit as fr } from "#domain/i18n/fr/audit.ts";
import { ROUTES } from "#worker/app.ts";
import { openFirm } from "#worker/features/members/testing.ts";
import { databaseOf, delivered } from "#worker/platform/testing-databases.ts";
import { EXCEPTIONS } from "./audit-exceptions.ts";
import { TRAIL } from "./audit-trail.ts";
import { nameOf } from "./samples.ts";

// Every route that changes something leaves a row of the audit log; a new one must say how, or why not.
const mutating = ROUTES.map(({ route }) => route).filter((route) => route.method !== "get");
const names = mutating.map(nameOf);

interface Row {
  actor_id: string;
  actor_name: string;
  action: string;
  entity: string;
  entity_id: string;
  changes: string;
  request_id: string;
  address: string | null;
}

interface Answer {
  id?: string;
  person?: { id: string };
  organization?: { id: string };
}

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

/** The audit rows of one request, once what the control database told has arrived. */
async function rowsOf(organizationId: string, requestId: string): Promise<Row[]> {
  await delivered();
  const db = await databaseOf(organizationId);
  return db.rows<Row>(`SELECT * FROM audit WHERE request_id = '${requestId}' ORDER BY id`);
}

describe("every route that changes something", () => {
  it("is known here, as a change or as an exception with its reason", () => {
    const unknown = names.filter((name) => !(name in TRAIL) && !(name in EXCEPTIONS));
    expect(unknown, "add a sample to TRAIL, or a reason to EXCEPTIONS").toEqual([]);
    const known = [...Object.keys(TRAIL), ...Object.keys(EXCEPTIONS)];
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(known).size).toBe(known.length);
  });

  it.each(Object.keys(TRAIL))(
    "%s tells who, what, which record, the difference, the request and the address",
    async (name) => {
      const change = await TRAIL[name]?.(firm);
      const method = name.split(" ")[0] ?? "";
      const response = await (change?.by ?? firm.owner).call(
        `${method} ${change?.path}`,
        change?.body,
      );
      const text = await response.text();
      if (!response.ok) throw new Error(`${response.status} ${text}`);
      const answer = (text === "" ? {} : JSON.parse(text)) as Answer;
      const organizationId =
        answer.organization?.id ?? change?.organizationId ?? firm.organizationId;
      const requestId = response.headers.get("x-request-id") ?? "";
      const rows = await rowsOf(organizationId, requestId);
      const record = change?.record ?? answer.id ?? answer.person?.id;
      const row = rows.find((item) => item.entity_id === record);
      if (!row) throw new Error(`No row of ${record} among ${JSON.stringify(rows)}`);
      expect(row.actor_id).toMatch(/^usr_/);
      expect(row.actor_name).not.toBe("");
      expect(row.address).toMatch(/^2001:db8:/);
      expect(row.action.startsWith(`${row.entity}.`)).toBe(true);
      const fields = (JSON.parse(row.changes) as { field: string }[]).map(({ field }) => field);
      expect(fields).not.toEqual([]);
      for (const words of [fr, en]) {
        expect(Object.keys(words.actions)).toContain(row.action);
        expect(Object.keys(words.entities)).toContain(row.entity);
        expect(Object.keys(words.fields)).toEqual(expect.arrayContaining(fields));
      }
    },
  );
});
