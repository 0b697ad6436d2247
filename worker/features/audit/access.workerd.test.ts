import { beforeEach, describe, expect, it, vi } from "vitest";
import { ROUTES } from "#worker/app.ts";
import { nameOf } from "#worker/contract/samples.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";
import { accessOf } from "./testing.ts";

let organization: TestOrganization;
let owner: TestPerson;

beforeEach(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
});

/** The access log once so many rows have arrived: they are written beside the answer. */
async function afterRows(count: number, query = "") {
  await vi.waitUntil(async () => (await accessOf(owner, query)).items.length >= count);
  return (await accessOf(owner, query)).items;
}

describe("the access log", () => {
  it("tells who exported what, from where", async () => {
    const admin = await organization.join("admin", "Hugo Perrin");
    const from = { "cf-connecting-ip": "203.0.113.7" };
    const answer = await admin.call(
      "get /clients/export.csv?language=fr&stage=signed",
      undefined,
      from,
    );
    await answer.text();
    expect(await afterRows(1)).toMatchObject([
      {
        actor: { id: admin.userId, name: "Hugo Perrin", kind: "person" },
        action: "clients.exported",
        detail: { language: "fr", stage: "signed" },
        address: "203.0.113.7",
        requestId: answer.headers.get("x-request-id"),
      },
    ]);
  });

  it("notes each export, and a list that pages read again and again once an hour", async () => {
    for (let i = 0; i < 3; i += 1) {
      await (await owner.call("get /audit/export.json")).text();
      await owner.call("get /members");
    }
    await afterRows(4);
    const rows = await afterRows(3, "action=audit.exported");
    expect(rows).toHaveLength(3);
    expect(await afterRows(1, "action=members.listed")).toHaveLength(1);
    expect((await accessOf(owner, "actorId=usr_other")).items).toEqual([]);
  });

  it("says nothing of a reading that was refused", async () => {
    const viewer = await organization.join("viewer");
    await viewer.call("get /clients/export.csv");
    await owner.call("get /members");
    expect(await afterRows(1)).toMatchObject([{ action: "members.listed" }]);
  });

  it("is asked for by every route whose answer leaves the house", () => {
    // An archive of everything is noted when its download is asked for: the cookie that opens it is good for that alone.
    const downloads = ROUTES.map(({ route }) => route).filter(
      (route) =>
        route.produces === "text/csv" || /\/export\.|\/exports\/.*\/link$/.test(route.path),
    );
    expect(downloads.length).toBeGreaterThan(2);
    const silent = downloads.filter((route) => route.discloses === undefined);
    expect(silent.map(nameOf)).toEqual([]);
  });
});
