import { zipSync, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { RestoreFault } from "#domain/exports/restore-model.ts";
import { directory, joined, localHeader, type ZipEntry } from "#domain/exports/zip.ts";
import { pack, sha256Of } from "#objects/exports/archive-writer.ts";
import { refusal } from "#worker/features/identity/testing.ts";
import { openArchive } from "#worker/platform/exports/open-archive.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { rows as controlRows } from "#worker/platform/testing-databases.ts";
import {
  isPoolEmpty,
  mintOrganization,
  testEnv,
  type TestOrganization,
} from "#worker/platform/testing.ts";
import { exported, json, opened, restored, sent, type Opened } from "./testing.ts";

let firm: TestOrganization;
let good: Opened;
type Files = Record<string, Uint8Array>;
const key = () => ({ "idempotency-key": crypto.randomUUID() });
const text = new TextEncoder();

beforeAll(async () => {
  quiet();
  firm = await mintOrganization("Atelier Morvan");
  await json(firm.owner, "post /clients", { company: "Mairie" });
  await json(firm.owner, "post /boards", { title: "Chantier" });
  await testEnv.FILES.put(`${firm.tenant.organizationId}/plans/a.txt`, "un plan");
  good = await opened(firm.owner, (await exported(firm.owner)).id);
});
afterAll(() => void vi.restoreAllMocks());

/** The good archive's files with some changed, written as an export writes them. */
async function archive(change: (files: Files) => Files | Promise<Files>): Promise<Uint8Array> {
  const files = await change({ ...unzipSync(good.bytes) });
  const parts: Uint8Array[] = [];
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const { entry, bytes: packed } = await pack(name, bytes, Date.now());
    entries.push({ ...entry, offset });
    for (const part of packed) offset += part.length;
    parts.push(...packed);
  }
  return joined([...parts, directory(entries, offset, Date.now())]);
}

interface Section {
  rows: number;
  parts: { entry: string; rows: number; bytes: number; sha256: string }[];
}
interface Loose {
  schema: string[];
  tables: Section[];
  boards: Section[];
  files: Section;
}

/** The manifest with something changed. */
const manifest = (change: (manifest: Loose) => void) => (files: Files) => {
  const parsed = JSON.parse(good.text("manifest.json")) as Loose;
  change(parsed);
  return { ...files, "manifest.json": text.encode(JSON.stringify(parsed)) };
};

/** The lines of a section's first part changed, with hash, size and count made to fit. */
const lines = (section: string, change: (lines: string[]) => string[]) => async (files: Files) => {
  const name = `${section}/0001.ndjson`;
  const changed = change(new TextDecoder().decode(files[name]).split("\n").slice(0, -1));
  const bytes = text.encode(changed.map((line) => `${line}\n`).join(""));
  const parsed = JSON.parse(good.text("manifest.json")) as Loose;
  for (const one of [...parsed.tables, ...parsed.boards, parsed.files]) {
    const part = one.parts.find(({ entry }) => entry === name);
    if (!part) continue;
    part.sha256 = await sha256Of(bytes);
    part.bytes = bytes.length;
    part.rows = changed.length;
    one.rows = changed.length;
  }
  return { ...files, [name]: bytes, "manifest.json": text.encode(JSON.stringify(parsed)) };
};
const edit = (from: string | RegExp, to: string) => (all: string[]) =>
  all.map((line) => line.replace(from, to));

/** Why an archive is not even opened. */
async function opening(bytes: Uint8Array): Promise<string> {
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  try {
    await openArchive(read, bytes.length);
    return "opened";
  } catch (error) {
    if (!(error instanceof RestoreFault)) throw error;
    return error.kind;
  }
}

describe("an archive", () => {
  it("is opened as it was made", async () => {
    expect(await opening(good.bytes)).toBe("opened");
    expect(await opening(await archive((files) => files))).toBe("opened");
  });

  it.each<[string, string, (files: Files) => Files | Promise<Files>]>([
    ["without a manifest", "damaged", ({ "manifest.json": _manifest, ...files }) => files],
    [
      "with a manifest that is no JSON",
      "damaged",
      (files) => ({ ...files, "manifest.json": text.encode("{") }),
    ],
    [
      "of another format",
      "format",
      manifest((one) => Object.assign(one, { format: "aetheria.export.9" })),
    ],
    ["of a newer schema", "newer", manifest((one) => one.schema.push("9999_later.sql"))],
    ["of a schema with a hole", "newer", manifest((one) => one.schema.splice(1, 1))],
    [
      "with a key that the manifest doesn't know",
      "damaged",
      manifest((one) => Object.assign(one, { role: "owner" })),
    ],
    [
      "with an entry that the manifest doesn't name",
      "unsafe",
      (files) => ({ ...files, "tables/x/0001.ndjson": text.encode("{}\n") }),
    ],
    [
      "that lacks an entry",
      "damaged",
      ({ "tables/clients/0001.ndjson": _gone, ...files }) => files,
    ],
    [
      "whose counts don't add up",
      "damaged",
      manifest((one) => (one.tables[0] as { rows: number }).rows++),
    ],
    [
      "with a path that leaves its folder",
      "unsafe",
      (files) => ({ ...files, "files/../../x": text.encode("x") }),
    ],
    [
      "that unpacks to a thousand times its size",
      "unsafe",
      (files) => ({ ...files, "files/000002-bombe": new Uint8Array(40_000_000) }),
    ],
  ])("%s is refused as %s", async (_what, kind, change) => {
    expect(await opening(await archive(change))).toBe(kind);
  });

  it("that says less of its size than it holds is refused while it is unpacked", async () => {
    const bytes = text.encode("x".repeat(100_000));
    const { entry, bytes: packed } = await pack("manifest.json", bytes, 0);
    const lying = { ...entry, size: 1000 };
    const body = [localHeader(lying, 0), ...packed.slice(1)];
    const length = body.reduce((sum, part) => sum + part.length, 0);
    const zip = joined([...body, directory([{ ...lying, offset: 0 }], length, 0)]);
    expect(await opening(zip)).toBe("unsafe");
  });

  it("of another program is refused", async () => {
    expect(await opening(zipSync({ "a.txt": text.encode("a") }))).toMatch(/unsafe|damaged|not_zip/);
  });
});

const where = "SELECT count(*) AS n FROM slots WHERE organization_id IS NOT NULL";
const claimed = async () => (await controlRows<{ n: number }>(where))[0]?.n;

describe("a restoration that finds", () => {
  it.each<[string, string, string, (files: Files) => Files | Promise<Files>]>([
    [
      "a part with another hash",
      "checksum",
      "tables/clients/0001.ndjson",
      (files) => {
        const name = "tables/clients/0001.ndjson";
        const other = new TextDecoder().decode(files[name]).replace("Mairie", "Mairia");
        return { ...files, [name]: text.encode(other) };
      },
    ],
    [
      "a row with a column too many",
      "rows",
      "clients",
      lines("tables/clients", edit(/}$/, ',"role":"owner"}')),
    ],
    [
      "a row with an object for a value",
      "rows",
      "clients",
      lines("tables/clients", edit('"Mairie"', '{"a":1}')),
    ],
    [
      "a row that breaks a CHECK",
      "rows",
      "clients",
      lines("tables/clients", edit(/"status":"\w+"/, '"status":"roi"')),
    ],
    [
      "a row with a text for a number",
      "rows",
      "clients",
      lines("tables/clients", edit(/"version":1/, '"version":"un"')),
    ],
    [
      "a key that comes twice",
      "rows",
      "clients",
      lines("tables/clients", (all) => [...all, ...all]),
    ],
    [
      "a board's line that is none",
      "board",
      "brd_",
      lines("boards/BOARD", edit('"kind":"column"', '"kind":"colonne"')),
    ],
    [
      "a file outside of the organization's folder",
      "file",
      "index",
      lines("index", edit("plans/a.txt", "../plans/a.txt")),
    ],
    [
      "a file in a folder of ours",
      "file",
      "index",
      lines("index", edit("plans/a.txt", "exports/a.zip")),
    ],
    [
      "a file with another hash",
      "checksum",
      "plans/a.txt",
      (files) => ({ ...files, "files/000001-a.txt": text.encode("un autr") }),
    ],
  ])("%s says %s and takes everything back", async (_what, kind, place, change) => {
    const board = good.manifest.boards[0]?.id ?? "";
    const named =
      place === "brd_"
        ? lines(`boards/${board}`, edit('"kind":"column"', '"kind":"colonne"'))
        : change;
    const before = await claimed();
    const view = await restored(firm.owner, await archive(named));
    expect([view.state, view.fault]).toEqual(["failed", kind]);
    expect(view.place).toContain(place);
    const organizations = await controlRows(
      "SELECT 1 FROM organizations WHERE id = ?",
      view.organizationId,
    );
    expect([organizations, await claimed()]).toEqual([[], before]);
    const { objects } = await testEnv.FILES.list({ prefix: `${view.organizationId}/` });
    expect(objects).toEqual([]);
  });

  it("leaves its slot as new: the next restoration takes it and succeeds", async () => {
    const view = await restored(firm.owner, good.bytes);
    expect(view.state).toBe("done");
    expect(await isPoolEmpty()).toBe(false);
  });
});

describe("sending an archive", () => {
  it("is one's own: somebody else finds no such restoration", async () => {
    const other = await firm.join("member", "Lucas");
    const { id } = await sent(firm.owner, good.bytes);
    for (const request of [
      `get /restores/${id}`,
      `post /restores/${id}/start`,
      `delete /restores/${id}`,
    ]) {
      const answer = await other.call(request, undefined, {
        "idempotency-key": crypto.randomUUID(),
      });
      expect([request, ...(await refusal(answer))]).toEqual([request, 404, "restore.not_found"]);
    }
    const second = await firm.owner.call("post /restores", { name: null, size: 100 }, key());
    expect(await refusal(second)).toEqual([409, "restore.running"]);
    await json(firm.owner, `delete /restores/${id}`);
  });

  it("takes parts of their length alone, and starts when all are there", async () => {
    const { id } = await json<{ id: string }>(firm.owner, "post /restores", {
      name: null,
      size: 800_000,
    });
    const put = (n: number, length: number) =>
      firm.owner.call(`put /restores/${id}/chunks/${n}`, { data: btoa("x".repeat(length)) });
    expect(await refusal(await put(0, 10))).toEqual([422, "restore.chunk_invalid"]);
    expect(await refusal(await put(2, 10))).toEqual([422, "restore.chunk_invalid"]);
    expect((await put(1, 800_000 - 737_280)).status).toBe(204);
    const early = await firm.owner.call(`post /restores/${id}/start`, undefined, {
      "idempotency-key": crypto.randomUUID(),
    });
    expect(await refusal(early)).toEqual([409, "restore.incomplete"]);
    await json(firm.owner, `delete /restores/${id}`);
    expect(await refusal(await put(1, 800_000 - 737_280))).toEqual([409, "restore.not_receiving"]);
  });
});
