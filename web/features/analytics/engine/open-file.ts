import type { ImportChoices } from "#domain/analytics/choices.ts";
import type { Reading, Sniffed, Source } from "#domain/analytics/reading.ts";
import { MADE_TEXT, withDeclared } from "#domain/analytics/sniff/declared.ts";
import { fileFormat } from "#domain/analytics/sniff/file-format.ts";
import { sniff } from "#domain/analytics/sniff/sniff.ts";
import type { Converted } from "#web/features/analytics/convert/converted.ts";
import { convertInWorker, type Convert } from "#web/features/analytics/convert/in-worker.ts";
import { FileRefused, sampleFile, sampleMade } from "./sample.ts";

const HEAD_BYTES = 65_536;

/** A file as a text that can be sampled and imported; `converted` is set when it was none. */
export interface OpenedFile {
  text: Blob;
  converted: Converted | undefined;
}

export interface OpenOptions {
  /** Sheet or list that was chosen. */
  part?: string | undefined;
  signal?: AbortSignal | undefined;
  convert?: Convert | undefined;
}

/** Opens a file, whatever its format. Throws FileRefused, NotConverted or AbortError. */
export async function openFile(
  file: Blob,
  { part, signal, convert = convertInWorker }: OpenOptions = {},
): Promise<OpenedFile> {
  if (file.size === 0) throw new FileRefused("empty");
  const format = fileFormat(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (format === "text") return { text: file, converted: undefined };
  const converted = await convert(file, format, part, signal);
  return { text: converted.text, converted };
}

/** The text of a file that was opened before, as its reading says. Throws as `openFile` does. */
export async function reopenFile(
  file: Blob,
  source: Source | undefined,
  signal?: AbortSignal,
  convert: Convert = convertInWorker,
): Promise<Blob> {
  if (source === undefined) return file;
  return (await convert(file, source.format, source.part, signal)).text;
}

/** Decides how an opened file is to be read. What a file says of itself is not detected. Throws FileRefused. */
export async function sniffFile(
  { text, converted }: OpenedFile,
  choices: ImportChoices,
  nameOf: (position: number) => string,
): Promise<Sniffed> {
  if (converted === undefined)
    return sniff(await sampleFile(text, choices.encoding), choices, nameOf);
  const head = converted.declared === undefined ? {} : { headerLine: 1 };
  const given = { ...choices, ...MADE_TEXT, ...head };
  return withDeclared(
    sniff(
      await sampleMade(text),
      choices.numbers ? { ...given, numbers: choices.numbers } : given,
      nameOf,
    ),
    converted.source,
    converted.declared,
  );
}

/** True for decisions that text asks for and a file of its own format does not. */
export const saysItself = (reading: Reading): boolean =>
  reading.source !== undefined && reading.source.format !== "workbook";
