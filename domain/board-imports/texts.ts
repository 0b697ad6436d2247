import { withoutUnseen } from "#domain/line.ts";

const SHOWN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether anything of a text shows. */
export const shows = (text: string): boolean => SHOWN.test(text);

/** A text as one line takes it: composed, without what nobody sees. */
export const oneLine = (text: string): string =>
  withoutUnseen(text.normalize("NFC").replaceAll(/\p{Cs}/gu, "")).trim();

/** A text of at most so many units that ends with no half of a pair. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\uD800-\uDBFF]$/, "");
