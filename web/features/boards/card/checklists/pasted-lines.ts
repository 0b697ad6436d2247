import { splitAt } from "#domain/boards/long-title.ts";
import { withoutUnseen } from "#domain/unseen.ts";

/** A line as it was pasted, its box or bullet taken off. */
export interface PastedLine {
  text: string;
  done: boolean;
}

const LONGEST = 500;
const BOX = /^(?:[-*+]\s+)?(?:\[(?<mark>[ xX])\]|(?<open>☐)|(?<ticked>[☑☒✓✔]))\s+/u;
const BULLET = /^(?:[-*+•–—]|\d{1,3}[.)])\s+/u;

function inLines(text: string, longest: number): string[] {
  const [line, rest] = splitAt(text, longest);
  return line === "" ? [] : [line, ...inLines(rest, longest)];
}

/**
 * What several pasted lines make, in their order: one line each, empty ones left out. What is too long for one line of a
 * checklist goes on in the next.
 */
export function pastedLines(text: string, longest = LONGEST): PastedLine[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).flatMap((line) => {
    const seen = withoutUnseen(line).trim();
    const box = BOX.exec(seen);
    const rest = box ? seen.slice(box[0].length) : seen.replace(BULLET, "");
    const { mark, ticked } = box?.groups ?? {};
    const done = ticked !== undefined || mark?.toLowerCase() === "x";
    return inLines(rest.trim(), longest).map((words) => ({ text: words, done }));
  });
}
