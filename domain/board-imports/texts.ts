import { withoutUnseen } from "#domain/unseen.ts";

const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether anything of a text shows. */
export const shows = (text: string): boolean => SHOWN.test(text);

/** A text as one line takes it: composed, without what nobody sees. */
export const oneLine = (text: string): string =>
  withoutUnseen(text.normalize("NFC").replaceAll(/\p{Cs}/gu, "")).trim();

/** A text of at most so many units that ends with no half of a pair. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");

/** A text without what a description may not hold: controls and halves of pairs. */
export function someLines(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, "");
}

/** A text whose JSON is at most so long, cut where it must be. */
export function cutJson(text: string, max: number): string {
  let [kept, gone] = [0, text.length + 1];
  if (JSON.stringify(text).length <= max) return text;
  while (gone - kept > 1) {
    const middle = Math.floor((kept + gone) / 2);
    if (JSON.stringify(cut(text, middle)).length <= max) kept = middle;
    else gone = middle;
  }
  return cut(text, kept);
}
