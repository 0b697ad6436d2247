import { describe, expect, it } from "vitest";
import { isUtf8, notText, sniffEncoding } from "./encoding.ts";

const latin = Uint8Array.from("Société;café\n", (char) => char.charCodeAt(0));
const utf8 = new TextEncoder().encode("Société;café\n");
const utf16 = new Uint8Array(
  new Uint16Array(Array.from("Société;café\n", (c) => c.charCodeAt(0))).buffer,
);

describe("encoding", () => {
  it("knows marks, UTF-8, plain ASCII, UTF-16 and the old Windows one", () => {
    expect(sniffEncoding([Uint8Array.of(0xef, 0xbb, 0xbf, 65)])).toMatchObject({
      encoding: "utf-8",
      evidence: { code: "encoding.bom" },
    });
    expect(sniffEncoding([Uint8Array.of(0xfe, 0xff, 0, 65)])).toMatchObject({
      encoding: "utf-16be",
    });
    expect(sniffEncoding([utf8])).toMatchObject({
      encoding: "utf-8",
      evidence: { code: "encoding.valid" },
    });
    expect(sniffEncoding([new TextEncoder().encode("abc")])).toMatchObject({
      evidence: { code: "encoding.ascii" },
    });
    expect(sniffEncoding([utf16])).toMatchObject({ encoding: "utf-16le" });
    expect(sniffEncoding([latin])).toMatchObject({
      encoding: "windows-1252",
      evidence: { sure: false },
    });
  });

  it("looks at every sample, since the first may be plain", () => {
    expect(sniffEncoding([new TextEncoder().encode("abc"), latin]).encoding).toBe("windows-1252");
  });

  it("forgives a character cut at the edge of a sample", () => {
    expect(isUtf8(utf8.subarray(0, 5))).toBe(true);
    expect(isUtf8(new TextEncoder().encode("é;a").subarray(1))).toBe(true);
  });
});

describe("files that are no text", () => {
  it("knows workbooks, pictures and other bytes", () => {
    expect(notText(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toBe("spreadsheet");
    expect(notText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBe("binary");
    expect(notText(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toBe("binary");
    expect(notText(utf8)).toBeNull();
    expect(notText(utf16)).toBeNull();
  });
});
