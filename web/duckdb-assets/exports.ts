/** What a module begins with: "\0asm" and the version. */
const PREAMBLE = 8;
/** Number of the section that lists exports. */
const EXPORTS = 7;

/** Unsigned LEB128, as WebAssembly writes every number. Answers the number and where it ends. */
function readNumber(bytes: Uint8Array, from: number): [value: number, end: number] {
  let value = 0;
  for (let at = from, scale = 1; ; at++, scale *= 128) {
    const byte = bytes[at];
    if (byte === undefined) throw new Error("The module ends within a number.");
    value += (byte % 128) * scale;
    if (byte < 128) return [value, at + 1];
  }
}

function writeNumber(value: number): number[] {
  const rest = Math.floor(value / 128);
  return rest === 0 ? [value] : [128 + (value % 128), ...writeNumber(rest)];
}

/**
 * A WebAssembly module (binary format, version 1) that exports what `keep` names and nothing else.
 * @throws when the module is cut off.
 */
export function withExportsOf(module: Uint8Array, keep: ReadonlySet<string>): Uint8Array {
  const parts: Uint8Array[] = [module.subarray(0, PREAMBLE)];
  for (let at = PREAMBLE; at < module.length;) {
    const [size, start] = readNumber(module, at + 1);
    const end = start + size;
    if (end > module.length) throw new Error("The module ends within a section.");
    if (module[at] === EXPORTS) {
      const kept = keptEntries(module, start, keep);
      const count = writeNumber(kept.length);
      const length = kept.reduce((all, entry) => all + entry.length, count.length);
      parts.push(Uint8Array.from([EXPORTS, ...writeNumber(length), ...count]), ...kept);
    } else parts.push(module.subarray(at, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Entries of the section of exports: a name, a byte for its kind, a number of that kind. */
function keptEntries(module: Uint8Array, start: number, keep: ReadonlySet<string>): Uint8Array[] {
  const kept: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let [left, at] = readNumber(module, start);
  for (; left > 0; left--) {
    const [length, name] = readNumber(module, at);
    const kind = name + length;
    const [, end] = readNumber(module, kind + 1);
    if (keep.has(decoder.decode(module.subarray(name, kind)))) kept.push(module.subarray(at, end));
    at = end;
  }
  return kept;
}
