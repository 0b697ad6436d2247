import { beforeEach, describe, expect, it } from "vitest";
import type { verifyAudit as route } from "#domain/audit/api.ts";
import { genesis, sealOf, type Place } from "#domain/audit/chain.ts";
import type { AnswerOf } from "#domain/route.ts";
import { addClient } from "#worker/features/clients/testing.ts";
import { rowsAfter, writeSeals } from "#worker/platform/audit/chain-rows.ts";
import { sha256 } from "#worker/platform/bytes.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { addRows, dropTriggers } from "./testing.ts";

type Answer = AnswerOf<typeof route>;

let organization: TestOrganization;
const run = (sql: string) => organization.db.prepare(sql).run();

/** The whole walk, as the page makes it. */
async function verify(): Promise<Answer & { calls: number }> {
  let from: Answer["next"] = null;
  const findings: Answer["findings"] = [];
  let checked = 0;
  for (let calls = 1; ; calls += 1) {
    const answer = await organization.owner.call("post /audit/verify", from ? { from } : {});
    const part = await answer.json<Answer>();
    findings.push(...part.findings);
    checked += part.checked;
    from = part.next;
    if (!from) return { ...part, findings, checked, calls };
  }
}

beforeEach(async () => {
  organization = await mintOrganization();
  await addRows(organization, 20, "2026-01-01T00:00:00.000Z");
  await addClient(organization.owner, { company: "Mairie de Lyon" });
});

describe("verification of the audit log", () => {
  it("seals what was just committed and finds it intact", async () => {
    const answer = await verify();
    expect(answer).toMatchObject({ checked: 21, unsealed: 0, findings: [] });
    expect(answer.sealedUpTo).toMatchObject({ id: 21 });
    const seals = organization.db.prepare("SELECT count(*) AS n FROM audit_seals");
    expect(await seals.first("n")).toBe(21);
  });

  it.each([
    [
      "changed",
      ["UPDATE audit SET actor_id = 'usr_scapegoat' WHERE id = 13"],
      { kind: "changed", id: 13, upTo: 13 },
    ],
    ["deleted", ["DELETE FROM audit WHERE id = 13"], { kind: "missing", id: 13, upTo: 13 }],
    [
      "deleted with its seal",
      ["DELETE FROM audit WHERE id = 13", "DELETE FROM audit_seals WHERE id = 13"],
      { kind: "missing", id: 13, upTo: 13 },
    ],
    [
      "cut off at the end, with its seal",
      ["DELETE FROM audit WHERE id > 18", "DELETE FROM audit_seals WHERE id > 18"],
      { kind: "missing", id: 19, upTo: 21 },
    ],
    [
      "cut off at the beginning, as retention would",
      [
        "INSERT INTO audit_retention SELECT id, hash, 5, '' FROM audit_seals WHERE id = 5",
        "DELETE FROM audit WHERE id <= 5",
        "DELETE FROM audit_seals WHERE id <= 5",
      ],
      { kind: "missing", id: 1, upTo: 5 },
    ],
    [
      "inserted",
      [
        "DELETE FROM audit WHERE id = 13",
        "DELETE FROM audit_seals WHERE id = 13",
        `INSERT INTO audit (id, at, actor_id, action, entity, entity_id, changes, request_id)
         VALUES (13, '', 'usr_x', 'client.created', 'client', 'cli_x', '[]', '')`,
      ],
      { kind: "inserted", id: 13, upTo: 13 },
    ],
    [
      "put in another's place",
      [
        "UPDATE audit SET label = 'Client 15' WHERE id = 12",
        "UPDATE audit SET label = 'Client 12' WHERE id = 15",
      ],
      { kind: "reordered", id: 12, upTo: 15 },
    ],
  ])("says which row was %s", async (_name, harm, finding) => {
    await verify();
    await dropTriggers(organization);
    for (const sql of harm) await run(sql);
    expect((await verify()).findings).toContainEqual(finding);
  });

  it("notices a log that was rewritten with all its seals", async () => {
    await verify();
    await dropTriggers(organization);
    await run("UPDATE audit SET actor_id = 'usr_scapegoat' WHERE id = 13");
    await run("DELETE FROM audit_seals");
    // Whoever rewrites the chain knows how it is made; the object's own memory is out of reach.
    let place = await genesis(sha256, organization.tenant.organizationId);
    const seals: Place[] = [];
    for (const row of await rowsAfter(testEnv, organization.tenant, 0, 100)) {
      place = { id: row.id, hash: await sealOf(sha256, place.hash, row) };
      seals.push(place);
    }
    await writeSeals(testEnv, organization.tenant, seals);
    expect((await verify()).findings).toEqual([{ kind: "rewritten", id: 1, upTo: 21 }]);
  });

  it("goes on in stretches when the log is long", async () => {
    await addRows(organization, 12_000, "2026-01-02T00:00:00.000Z");
    const answer = await verify();
    expect(answer).toMatchObject({ checked: 12_021, findings: [] });
    expect(answer.calls).toBe(2);
  });
});
