import { withoutUnseen } from "#domain/line.ts";

/** A line as it was pasted, its box or bullet taken off. */
export interface PastedLine {
  text: string;
  done: boolean;
}

const LONGEST = 500;
const BOX = /^(?:[-*+]\s+)?(?:\[(?<mark>[ xX])\]|(?<open>☐)|(?<ticked>[☑☒✓✔]))\s+/u;
const BULLET = /^(?:[-*+•–—]|\d{1,3}[.)])\s+/u;

/** What several pasted lines make: one line of a checklist each, in their order; empty ones are left out. */
export function pastedLines(text: string): PastedLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((line) => {
    const seen = withoutUnseen(line).trim();
    const box = BOX.exec(seen);
    const rest = box ? seen.slice(box[0].length) : seen.replace(BULLET, "");
    const words = rest.trim().slice(0, LONGEST).trim();
    const { mark, ticked } = box?.groups ?? {};
    const done = ticked !== undefined || mark?.toLowerCase() === "x";
    return words === "" ? [] : [{ text: words, done }];
  });
}
