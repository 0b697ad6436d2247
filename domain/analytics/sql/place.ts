/** A place in a person's text, both counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Where the caret of a message stands in the person's text; null when it cannot be told. Long lines arrive cut at both ends. */
export function placeOf(message: string, sql: string): Place | null {
  const found = /\n\nLINE (\d+): (.*)\n( *)\^/.exec(message);
  if (found === null) return null;
  const [, number = "", shown = "", space = ""] = found;
  const line = Number(number);
  const own = sql.split("\n")[line - 1] ?? "";
  const cut = shown.startsWith("...") ? 3 : 0;
  const from = own.indexOf(shown.slice(cut).replace(/\.\.\.$/, ""));
  const column = from + space.length - `LINE ${number}: `.length - cut + 1;
  return from < 0 || column < 1 ? null : { line, column };
}
