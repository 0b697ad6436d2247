import { z } from "zod";

const CONTROL_IN_LINES = /^[^\p{Cc}\p{Cs}]*(?:[\n\t][^\p{Cc}\p{Cs}]*)*$/u;

/** A text of several lines: composed, with line feeds alone, without control characters. */
export function linesOf(most: number) {
  return z
    .string()
    .normalize("NFC")
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .max(most)
    .regex(CONTROL_IN_LINES);
}
