/** Why the database refused a text, as far as it changes what a person can do about it. */
export type RefusalKind = "not-a-read" | "blocked" | "unknown-name" | "syntax" | "other";

const NO_READ =
  /^(?:alter|analyze|attach|begin|call|checkpoint|commit|copy|create|deallocate|delete|detach|drop|execute|export|import|insert|install|load|merge|pragma|prepare|reset|rollback|set|truncate|update|use|vacuum)\b/i;
const COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;

/** Sorts a refusal by the person's text and the database's English message. */
export function refusalKind(sql: string, message: string): RefusalKind {
  if (NO_READ.test(sql.replace(COMMENTS, "")) || /at or near ";"/.test(message))
    return "not-a-read";
  if (/Permission Error|disabled by configuration|^(?:IO|HTTP) Error/i.test(message))
    return "blocked";
  if (/(?:Catalog|Binder) Error[\s\S]*(?:does not exist|not found)/.test(message))
    return "unknown-name";
  return message.startsWith("Parser Error") ? "syntax" : "other";
}

/**
 * The database's message with the place in the person's own text, and without the frame that `boundedRead` puts around it. The
 * place may come twice, plain and framed, or lie in the frame itself.
 */
export function plainMessage(message: string, frame = "SELECT * FROM ("): string {
  const [what = "", ...places] = message.split(/\n\n(?=LINE \d+:)/);
  const plain = places.map((place) => {
    const [line = "", caret = ""] = place.split("\n");
    if (!line.includes(`: ${frame}`)) return place;
    return `${line.replace(frame, "")}\n${caret.slice(frame.length)}`;
  });
  const place = plain.find((one) => !/^LINE \d+: \) LIMIT \d+/.test(one));
  return place === undefined ? what : `${what}\n\n${place}`;
}
