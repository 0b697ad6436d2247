import { beforeAll, describe, expect, it } from "vitest";
import type { SourceView } from "#domain/sources/model.ts";
import { SHARE_LIMITS } from "#domain/sources/model.ts";
import { sourceOf } from "#worker/features/workspaces/testing.ts";
import { expectCommitted } from "#worker/platform/testing-commit.ts";
import { mintOrganization, testEnv, type TestOrganization } from "#worker/platform/testing.ts";

let organization: TestOrganization;
let workspaceId: string;
let tables = 0;

const call = (request: string, body?: object) => organization.owner.call(request, body);
const codeOf = async (answer: Response) => [
  answer.status,
  (await answer.json<{ code: string }>()).code,
];
const READING = JSON.stringify({ encoding: "utf-8", delimiter: ";" });

beforeAll(async () => {
  organization = await mintOrganization();
  const made = await call("post /workspaces", { title: "Ventes" });
  workspaceId = (await made.json<{ id: string }>()).id;
});

async function device(): Promise<SourceView> {
  tables += 1;
  return (await call("post /data-sources", sourceOf(workspaceId, `t_${tables}`))).json();
}

/** Sends a text in parts and shares it. */
async function share(
  source: SourceView,
  text: string,
  { bytes = text.length, ...told }: { bytes?: number } & object = {},
): Promise<Response> {
  for (let at = 0, number = 0; at < text.length; at += SHARE_LIMITS.partBytes, number += 1) {
    const data = btoa(text.slice(at, at + SHARE_LIMITS.partBytes));
    const sent = await call(`put /data-sources/${source.id}/parts/${number}`, { data });
    expect(sent.status).toBe(204);
  }
  const body = { version: source.version, bytes, format: "text", reading: READING, ...told };
  return call(`post /data-sources/${source.id}/share`, body);
}

async function kept(folder = ""): Promise<string[]> {
  const prefix = `${organization.tenant.organizationId}/${folder}`;
  return (await testEnv.FILES.list({ prefix })).objects.map(({ key }) => key.slice(prefix.length));
}

describe("a file that is shared", () => {
  it("is kept byte for byte with its reading, and says so; parts on their way are gone", async () => {
    const source = await device();
    const text = `région;montant\n${"Nord;12\n".repeat(120_000)}`.replace("é", "e");
    const shared = await (await share(source, text)).json<SourceView>();
    expect(shared).toMatchObject({
      kind: "shared",
      version: 2,
      details: { fileName: "Ventes 2026.csv", bytes: text.length, format: "text" },
    });
    await expectCommitted(organization, {
      type: "source.shared",
      entityId: source.id,
      table: "data_sources",
      row: { kind: "shared", version: 2 },
      search: "Ventes 2026",
    });
    const viewer = await organization.join("viewer");
    const file = await viewer.call(`get /data-sources/${source.id}/file`);
    expect(await file.text()).toBe(text);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(file.headers.get("cache-control")).toContain("no-store");
    const reading = await viewer.call(`get /data-sources/${source.id}/reading`);
    expect(await reading.json()).toEqual({ reading: READING });
    expect(await kept("uploads/")).toEqual([]);
  });

  it("goes when it is taken back, and can be shared anew", async () => {
    const source = await device();
    await share(source, "a;b\n1;2\n");
    const path = `/data-sources/${source.id}`;
    const back = await call(`post ${path}/unshare`, { version: 2 });
    expect(await back.json()).toMatchObject({
      kind: "device",
      details: { fileName: "Ventes 2026.csv" },
      version: 3,
    });
    expect(await kept(`sources/${source.id}/`)).toEqual([]);
    expect(await codeOf(await call(`get ${path}/file`))).toEqual([409, "source.not_shared"]);
    expect(await codeOf(await call(`post ${path}/unshare`, { version: 3 }))).toEqual([
      409,
      "source.not_shared",
    ]);
    expect((await share({ ...source, version: 3 }, "a;b\n3;4\n")).status).toBe(200);
    expect(await (await call(`get ${path}/file`)).text()).toBe("a;b\n3;4\n");
  });

  it("takes newer content in the place of the old one: source and name stay, the old bytes go", async () => {
    const source = await device();
    const shared = await (await share(source, "a;b\n1;2\n")).json<SourceView>();
    const columns = [
      { name: "a", kind: "integer" },
      { name: "c", kind: "text" },
    ];
    const told = { columns, rows: 2, original: "ds_abcdefghjkmn.1 ds_abcdefghjkmn.2" };
    const newer = await share(shared, "a;c\n1;x\n2;y\n", told);
    expect(await newer.json()).toMatchObject({
      id: source.id,
      table: source.table,
      kind: "shared",
      version: 3,
      columns,
      rows: 2,
      details: { fileName: "Ventes 2026.csv", bytes: 12, original: told.original },
    });
    const viewer = await organization.join("viewer");
    const file = await viewer.call(`get /data-sources/${source.id}/file`);
    expect(await file.text()).toBe("a;c\n1;x\n2;y\n");
    expect(await kept(`sources/${source.id}/`)).toHaveLength(2);
    await expectCommitted(organization, {
      type: "source.shared",
      entityId: source.id,
      table: "data_sources",
      row: { kind: "shared", version: 3, rows: 2 },
      search: "Ventes 2026",
    });
    // Whoever saw an older version overtakes nobody, and what holds stays readable.
    expect(await codeOf(await share(shared, "late"))).toEqual([409, "conflict.version"]);
    const still = await viewer.call(`get /data-sources/${source.id}/file`);
    expect(await still.text()).toBe("a;c\n1;x\n2;y\n");
    const member = await organization.join("member");
    const path = `put /data-sources/${source.id}/parts/0`;
    expect((await member.call(path, { data: "AAAA" })).status).toBe(403);
  });

  it("needs all its bytes, and leaves nothing behind when the version is stale", async () => {
    const source = await device();
    expect(await codeOf(await share(source, "abc", { bytes: 5 }))).toEqual([
      409,
      "file.incomplete",
    ]);
    const stale = await share({ ...source, version: 9 }, "abc");
    expect(await codeOf(stale)).toEqual([409, "conflict.version"]);
    expect(await kept(`sources/${source.id}/`)).toEqual([]);
    const read = await (await call(`get /data-sources/${source.id}`)).json<SourceView>();
    expect(read.kind).toBe("device");
  });

  it("is shared by those alone who hold the key, and is a file of a device", async () => {
    const source = await device();
    const member = await organization.join("member");
    const path = `/data-sources/${source.id}`;
    const part = await member.call(`put ${path}/parts/0`, { data: "AAAA" });
    expect(part.status).toBe(403);
    const own = await call("post /data-sources", {
      ...sourceOf(workspaceId, "clients"),
      kind: "organization",
      details: { name: "clients" },
    });
    const { id } = await own.json<SourceView>();
    const refused = await call(`put /data-sources/${id}/parts/0`, { data: "AAAA" });
    expect(await codeOf(refused)).toEqual([409, "source.not_a_file"]);
  });

  it("is read otherwise by whoever may write: its bytes stay, and one of two who change it is told", async () => {
    const source = await device();
    const shared = await (await share(source, "a;b\n1;2\n")).json<SourceView>();
    const path = `/data-sources/${source.id}`;
    const columns = [{ name: "a", kind: "text" }];
    const revision = (steps: unknown[], version = shared.version) => ({
      version,
      reading: JSON.stringify({ steps }),
      columns,
      rows: 1,
    });
    const viewer = await organization.join("viewer");
    expect((await viewer.call(`put ${path}/reading`, revision([]))).status).toBe(403);
    const answers = await Promise.all([
      call(`put ${path}/reading`, revision(["one"])),
      call(`put ${path}/reading`, revision(["two"])),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const won = answers[0]?.status === 200 ? "one" : "two";
    const read = async () => (await viewer.call(`get ${path}/reading`)).json();
    expect(await read()).toEqual({ reading: JSON.stringify({ steps: [won] }) });
    await expectCommitted(organization, {
      type: "source.updated",
      entityId: source.id,
      table: "data_sources",
      row: { kind: "shared", version: 3, rows: 1 },
      search: "Ventes 2026",
    });
    expect(await (await call(`get ${path}/file`)).text()).toBe("a;b\n1;2\n");
    // The bytes, and one reading: the one before and the one that lost are gone.
    expect(await kept(`sources/${source.id}/`)).toHaveLength(2);
    const stale = await call(`put ${path}/reading`, revision(["late"]));
    expect(await codeOf(stale)).toEqual([409, "conflict.version"]);
    await call(`post ${path}/unshare`, { version: 3 });
    expect(await kept(`sources/${source.id}/`)).toEqual([]);
    const none = await call(`put ${path}/reading`, revision([], 4));
    expect(await codeOf(none)).toEqual([409, "source.not_shared"]);
  });
});
