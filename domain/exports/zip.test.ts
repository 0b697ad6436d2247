import { deflateRawSync, crc32 } from "node:zlib";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { contentOf, readDirectory, ZipFault } from "./unzip.ts";
import { directory, joined, localHeader, type ZipEntry } from "./zip.ts";

const AT = Date.UTC(2026, 10, 21, 9, 30, 12);
const text = new TextEncoder();

/** An archive of these files, made as an export makes it. */
function archive(files: Record<string, Uint8Array>, method: 0 | 8 = 8): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = method === 8 ? new Uint8Array(deflateRawSync(bytes)) : bytes;
    const entry = { name, method, crc: crc32(bytes), size: bytes.length, packed: packed.length };
    const head = localHeader(entry, AT);
    entries.push({ ...entry, offset });
    parts.push(head, packed);
    offset += head.length + packed.length;
  }
  return joined([...parts, directory(entries, offset, AT)]);
}

const readerOf = (bytes: Uint8Array) => async (offset: number, length: number) =>
  bytes.subarray(offset, offset + length);
const entriesOf = (bytes: Uint8Array) => readDirectory(readerOf(bytes), bytes.length);

/** Why an archive is refused. */
async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    const entries = await entriesOf(bytes);
    for (const entry of entries) await contentOf(readerOf(bytes), entry);
    return "taken";
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return `${error.kind}: ${error.message}`;
  }
}

/** The same archive with bytes changed where `find` first stands. */
function patched(bytes: Uint8Array, at: number, values: number[]): Uint8Array {
  const out = bytes.slice();
  out.set(values, at);
  return out;
}

const TWO = { "a.txt": text.encode("premier"), "b/c.txt": text.encode("second") };

describe("an archive", () => {
  it("is opened by another library, whatever it holds", () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,12}(\/[a-z0-9.-]{1,12})?$/);
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.uint8Array({ maxLength: 4000 }), { maxKeys: 8 }),
        fc.constantFrom(0, 8),
        (files, method) => {
          const opened = unzipSync(archive(files, method));
          expect(Object.fromEntries(Object.entries(opened))).toEqual(files);
        },
      ),
    );
  });

  it("is read back entry by entry", async () => {
    const bytes = archive(TWO, 0);
    const [first, second] = await entriesOf(bytes);
    expect([first?.name, second?.name]).toEqual(["a.txt", "b/c.txt"]);
    if (!second) throw new Error("no entry");
    const at = await contentOf(readerOf(bytes), second);
    expect(new TextDecoder().decode(bytes.subarray(at, at + second.packed))).toBe("second");
  });

  it("carries figures beyond 32 bits", async () => {
    const entry = { name: "files/grand", method: 0 as const, crc: 7, size: 5e9, packed: 5e9 };
    const head = localHeader(entry, AT);
    const offset = 6e9;
    const first = {
      ...entry,
      name: "files/premier",
      size: offset - 63,
      packed: offset - 63,
      offset: 0,
    };
    expect(localHeader(first, AT).length).toBe(63);
    const end = offset + head.length + entry.packed;
    const tail = directory([first, { ...entry, offset }], end, AT);
    const read = async (at: number, length: number) => tail.subarray(at - end, at - end + length);
    const entries = await readDirectory(read, end + tail.length);
    expect(entries).toEqual([first, { ...entry, offset }]);
  });
});

describe("a hostile archive is refused", () => {
  const plain = archive(TWO);
  const end = plain.length - 22;
  const central = new DataView(plain.buffer).getUint32(end + 16, true);

  it.each([
    ["no archive", text.encode("PK, mais pas plus"), "not_zip"],
    ["another file", new Uint8Array(400).fill(65), "not_zip"],
    ["cut short", plain.subarray(0, plain.length - 9), "not_zip"],
    ["its beginning is missing", plain.subarray(5), "damaged"],
    ["a comment", joined([patched(plain, end + 20, [2, 0]), text.encode("hi")]), "not_zip"],
    [
      "a name twice",
      archive({ "a.txt": TWO["a.txt"], "A.txt": TWO["a.txt"] }),
      "unsafe: name twice",
    ],
    ["encrypted", patched(plain, central + 8, [1, 0]), "unsafe: flags"],
    ["an unknown method", patched(plain, central + 10, [12, 0]), "unsafe: method"],
    ["entries that overlap", patched(plain, central + 42, [3, 0, 0, 0]), "unsafe: entries overlap"],
    ["a local name that differs", patched(plain, 30, [0x62]), "damaged"],
    ["a symbolic link", patched(plain, central + 38, [0, 0, 0xff, 0xa1]), "unsafe: attributes"],
  ])("%s", async (_what, bytes, reason) => {
    expect(await refusal(bytes)).toContain(reason);
  });

  it.each([
    "../a",
    "/etc/passwd",
    "a/../b",
    "C:\\x",
    "a\\b",
    ".env",
    "a/.b",
    "a//b",
    "é",
    "a\0b",
    "",
  ])("the name %j", async (name) => {
    expect(await refusal(archive({ [name]: TWO["a.txt"] }))).toBe("unsafe: name");
  });

  it("made by another program: what it adds is none of ours", async () => {
    expect(await refusal(archive(TWO))).toBe("taken");
    const other = zipSync({ "a.txt": TWO["a.txt"] }, { comment: "bonjour" });
    expect(await refusal(other)).toMatch(/not_zip|unsafe/);
  });

  it("changed in any one byte of its directory: refused, or the same names within the same bytes", async () => {
    for (let at = central; at < plain.length; at += 1) {
      const changed = patched(plain, at, [(plain[at] ?? 0) ^ 0x11]);
      const reason = await refusal(changed);
      if (reason !== "taken") continue;
      const entries = await entriesOf(changed);
      expect(entries.every(({ offset, packed }) => offset + packed <= plain.length)).toBe(true);
    }
  });
});
