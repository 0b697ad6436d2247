import { beforeAll, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { sourceOf } from "#worker/features/workspaces/testing.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { forgetShared } from "./forget-shared.ts";

const DAY = 24 * 60 * 60 * 1000;

let firm: TestOrganization;
let workspaceId: string;
let tables = 0;

const night = (day: number) => {
  const at = Date.now() + day * DAY;
  return forgetShared(testEnv, { now: () => at }, firm.tenant);
};
const call = (request: string, body?: object) => firm.owner.call(request, body);
const workspace = async (title: string) =>
  (await (await call("post /workspaces", { title })).json<{ id: string }>()).id;

/** A source of a workspace whose file of seven bytes was shared. */
async function shared(inside = workspaceId): Promise<SourceView> {
  tables += 1;
  const made = await call("post /data-sources", sourceOf(inside, `t_${tables}`));
  const { id, version } = await made.json<SourceView>();
  await call(`put /data-sources/${id}/parts/0`, { data: btoa("a;b\n1;2") });
  const body = { version, bytes: 7, format: "text", reading: "{}" };
  return (await call(`post /data-sources/${id}/share`, body)).json();
}
const stored = async (source: SourceView): Promise<number> => {
  const prefix = `${firm.tenant.organizationId}/sources/${source.id}/`;
  return (await testEnv.FILES.list({ prefix })).objects.length;
};

beforeAll(async () => {
  firm = await mintOrganization();
  workspaceId = await workspace("Ventes");
});

it("keeps what a workspace shows, however old, and what was taken out for 35 days", async () => {
  const [kept, taken] = [await shared(), await shared()];
  await call(`delete /data-sources/${taken.id}`);
  await night(34);
  expect([await stored(kept), await stored(taken)]).toEqual([2, 2]);
  const back = await call(`post /data-sources/${taken.id}/restore`);
  expect(back.status).toBe(200);
  expect(await (await call(`get /data-sources/${taken.id}/file`)).text()).toBe("a;b\n1;2");
  await night(40);
  expect([await stored(kept), await stored(taken)]).toEqual([2, 2]);
});

it("forgets bytes and reading of what was taken out longer ago; the source says that it is shared no more", async () => {
  const taken = await shared();
  await call(`delete /data-sources/${taken.id}`);
  await night(36);
  expect(await stored(taken)).toBe(0);
  await call(`post /data-sources/${taken.id}/restore`);
  const file = await call(`get /data-sources/${taken.id}/file`);
  expect(await file.json()).toMatchObject({ code: "source.not_shared" });
  const { version } = await (await call(`get /data-sources/${taken.id}`)).json<SourceView>();
  const own = await call(`post /data-sources/${taken.id}/unshare`, { version });
  expect(await own.json()).toMatchObject({ kind: "device" });
});

it("forgets those of a workspace that was deleted, and bytes that nobody names", async () => {
  const inside = await workspace("Ancien");
  const gone = await shared(inside);
  await call(`delete /workspaces/${inside}`);
  const kept = await shared();
  const loose = `${firm.tenant.organizationId}/sources/${kept.id}/${newId("fil")}`;
  await testEnv.FILES.put(loose, "reste");
  await night(34);
  expect([await stored(gone), await stored(kept)]).toEqual([2, 3]);
  await night(36);
  expect([await stored(gone), await stored(kept)]).toEqual([0, 2]);
});

it("leaves other organizations alone", async () => {
  const other = await mintOrganization();
  const taken = await shared();
  await call(`delete /data-sources/${taken.id}`);
  const at = Date.now() + 40 * DAY;
  await forgetShared(testEnv, { now: () => at }, other.tenant);
  expect(await stored(taken)).toBe(2);
});
