/**
 * Characters that nobody sees and that change what others see: controls, line ends, halves of surrogate pairs, marks that turn the
 * direction of writing (Trojan Source, CVE-2021-42574), spaces without width. The joiners U+200C and U+200D stay: scripts and emoji need them.
 */
export const UNSEEN = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB`;

const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
const UNSEEN_ANYWHERE = new RegExp(`[${UNSEEN}]`, "gu");

/** The text as a line takes it while it is typed or pasted: a space for tabs and line ends, nothing for what nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replaceAll(BREAKS, " ").replaceAll(UNSEEN_ANYWHERE, "");
}
