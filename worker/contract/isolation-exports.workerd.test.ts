import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { refusal } from "#worker/features/identity/testing.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import { downloading, exported, json, sent } from "#worker/features/exports/testing.ts";
import { exportRoomOf } from "#worker/platform/exports/export-room.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { roomName } from "#worker/platform/tenant.ts";
import {
  callWorker,
  mintOrganization,
  testEnv,
  type TestOrganization,
} from "#worker/platform/testing.ts";

// What an export or a restoration of one organization could give to another one.
let home: TestOrganization;
let away: TestOrganization;
let ours: string;
let theirs: string;
const key = () => ({ "idempotency-key": crypto.randomUUID() });

beforeAll(async () => {
  quiet();
  [home, away] = [await mintOrganization("Chez nous"), await mintOrganization("Chez eux")];
  await json(away.owner, "post /boards", { title: "Tableau" });
  ours = (await exported(home.owner)).id;
  theirs = (await exported(away.owner)).id;
});
afterAll(() => void vi.restoreAllMocks());

describe("another organization's archive", () => {
  it.each(["post /exports/{id}/link", "post /exports/{id}/cancel", "delete /exports/{id}"])(
    "is not there for %s",
    async (request) => {
      const answer = await home.owner.call(request.replace("{id}", theirs), undefined, key());
      expect(await refusal(answer)).toEqual([404, "export.not_found"]);
    },
  );

  it("stands in no list", async () => {
    const { items } = await json<{ items: { id: string }[] }>(home.owner, "get /exports");
    expect(items.map(({ id }) => id)).toEqual([ours]);
  });

  it("opens to no cookie of ours", async () => {
    expect((await downloading(home.owner, ours)).status).toBe(200);
    const link = await home.owner.call(`post /exports/${ours}/link`, undefined, key());
    const cookie = (link.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
    const path = `/exports/${theirs}/archive`;
    const answer = await callWorker(`get ${path}`, undefined, { cookie });
    expect(await refusal(answer)).toEqual([410, "export.link_invalid"]);
  });

  it("opens to no access token in place of the ticket", async () => {
    const cookie = `__Secure-aetheria_download=${away.owner.token}`;
    const answer = await callWorker(`get /exports/${theirs}/archive`, undefined, { cookie });
    expect(await refusal(answer)).toEqual([410, "export.link_invalid"]);
  });

  it("is read from under its own organization alone, whatever its id", async () => {
    // The same id here: only the prefix tells whose archive it is.
    const sql = `INSERT INTO exports (id, state, started_by, started_by_name, started_at)
      VALUES (?, 'ready', 'x', 'x', '2026-11-24T09:00:00.000Z')`;
    await home.db.prepare(sql).bind(theirs).run();
    expect(await refusal(await downloading(home.owner, theirs))).toEqual([
      410,
      "export.no_archive",
    ]);
    await json(home.owner, `delete /exports/${theirs}`);
    expect((await downloading(away.owner, theirs)).status).toBe(200);
  });
});

describe("the objects", () => {
  it("of exports refuse another organization than the one that they work for", async () => {
    await runInDurableObject(exportRoomOf(testEnv, away.tenant), async (room) => {
      const order = { id: ours, startedBy: { id: "x", name: "x" } };
      const calls = [
        () => room.begin(home.tenant, order),
        () => room.cancel(home.tenant, theirs),
        () => room.progress(home.tenant, theirs),
        () => room.erase(home.tenant),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/another organization/);
    });
  });

  it("of boards give no copy to another organization", async () => {
    const boards = await json<{ items: { id: string }[] }>(away.owner, "get /boards");
    const name = roomName(away.tenant, `boards/${boards.items[0]?.id}`);
    await runInDurableObject(testEnv.BOARD_ROOM.getByName(name), async (one) => {
      const room = one as unknown as BoardRpc;
      expect(await room.copyForExport(away.tenant)).not.toBeNull();
      const calls = [
        () => room.copyForExport(home.tenant),
        () => room.readExportCopy(home.tenant, 0, 1000),
        () => room.dropExportCopy(home.tenant),
      ];
      for (const call of calls) await expect(call()).rejects.toThrow(/another organization/);
      await expect(room.importLines(home.tenant, "[]")).rejects.toThrow("a board already");
    });
  });
});

it("a restoration is its person's: nobody else reads, feeds, starts or cancels it", async () => {
  const { id } = await sent(away.owner, new Uint8Array(22));
  const asked = [`get /restores/${id}`, `post /restores/${id}/start`, `delete /restores/${id}`];
  for (const request of asked) {
    const answer = await home.owner.call(request, undefined, key());
    expect([request, ...(await refusal(answer))]).toEqual([request, 404, "restore.not_found"]);
  }
  const chunk = await home.owner.call(`put /restores/${id}/chunks/0`, {
    data: btoa("x".repeat(22)),
  });
  expect(await refusal(chunk)).toEqual([404, "restore.not_found"]);
});
