import { CardFields } from "./model.ts";

/** The most characters of a card's title. */
export const TITLE_MOST = 300;
/** Where the title ends, and where it goes on. */
const MARK = "…";
/** Bytes of a description that fit an op together with the rest of a card. */
const DESCRIPTION_BYTES = 56_000;

const bytesOf = (text: string) => new TextEncoder().encode(JSON.stringify(text)).length;

/** The beginning of a text, at most so long and cut between words where it can be, and what follows. */
export function splitAt(text: string, most: number): [string, string] {
  if (text.length <= most) return [text, ""];
  const room = text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  const space = text[room.length] === " " ? room.length : room.lastIndexOf(" ");
  const at = space > most / 2 ? space : room.length;
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
}

/** What was typed, as one line. */
const inOne = (typed: string) => typed.normalize("NFC").trim().replaceAll(/\s+/g, " ");

/** How many characters more than a title has were typed; 0 or less when it fits. */
export const overTitle = (typed: string): number => inOne(typed).length - TITLE_MOST;

/**
 * What was typed as a title, as a card takes it: what is beyond its length begins the description, so that nothing is lost.
 * `below` is what the description already says. Null when the description can't hold it either.
 */
export function titleFields(
  typed: string,
  below = "",
): { title: string; description?: string } | null {
  const whole = inOne(typed);
  if (whole.length <= TITLE_MOST) return { title: whole };
  const [head, rest] = splitAt(whole, TITLE_MOST - MARK.length);
  const description = [`${MARK}${rest}`, below].filter(Boolean).join("\n\n");
  const fits = CardFields.shape.description.safeParse(description).success;
  if (!fits || bytesOf(description) > DESCRIPTION_BYTES) return null;
  return { title: `${head}${MARK}`, description };
}
