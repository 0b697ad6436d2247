import { z } from "zod";

/**
 * Characters that nobody sees and that change what others see: controls, line ends, halves of surrogate pairs, marks that turn the
 * direction of writing (Trojan Source, CVE-2021-42574), spaces without width. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
const UNSEEN = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB`;
const SEEN = new RegExp(`^[^${UNSEEN}]*$`, "u");
/** Something that shows: joiners and marks alone would look like nothing. */
const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * One line of text that names something: composed, trimmed, without characters that nobody sees. Everything that people read as one line
 * in lists, mails and the log is of this kind.
 */
export function line(max: number) {
  return z.string().normalize("NFC").trim().max(max).regex(SEEN);
}

/** A line that says something: the name of a person, an organization, a record. */
export function nameLine(max: number) {
  return line(max).min(1).regex(SHOWN);
}

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const UNSEEN_ANYWHERE = new RegExp(`[${UNSEEN}]`, "gu");

/** The text as a line takes it while it is typed or pasted: a space for tabs and line ends, nothing for what nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(BREAKS, " ").replaceAll(UNSEEN_ANYWHERE, "");
}
