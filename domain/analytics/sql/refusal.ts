import { plainMessage } from "./plain-message.ts";
import { placeOf, type Place } from "./place.ts";

/** What a value could not be read as. */
export type Wanted = "integer" | "number" | "date" | "boolean" | "other";

/** Why the database refused a text, with what a person needs to mend it. Names are as the database says them. */
export type Refusal =
  | { code: "not-a-read" }
  | { code: "blocked" }
  | { code: "extension"; name: string }
  | { code: "unknown-column"; name: string; candidates: string[] }
  | { code: "unknown-table"; name: string; candidates: string[] }
  | { code: "unknown-function"; name: string; candidates: string[] }
  | { code: "unknown-type"; name: string }
  | { code: "ambiguous"; name: string; candidates: string[] }
  | { code: "syntax"; near: string; place: Place | null }
  | { code: "ends-early" }
  | { code: "unclosed"; what: "text" | "name" | "comment"; place: Place | null }
  | { code: "conversion"; value: string; wanted: Wanted }
  | { code: "date-part"; name: string }
  | { code: "types"; name: string; types: string[] }
  | { code: "group"; name: string }
  | { code: "aggregate-in"; clause: string }
  | { code: "window-in"; clause: string }
  | { code: "nested-aggregate" }
  | { code: "out-of-range" }
  | { code: "several-rows" }
  | { code: "unequal-columns" }
  | { code: "other" };

const NO_READ =
  /^(?:alter|analyze|attach|begin|call|checkpoint|commit|copy|create|deallocate|delete|detach|drop|execute|export|import|insert|install|load|merge|pragma|prepare|reset|rollback|set|truncate|update|use|vacuum)\b/i;
const COMMENTS = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;

const quoted = (text: string): string[] =>
  [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, name = ""]) => name);
/** Names that the message offers instead, on the line that starts so. */
const offered = (message: string): string[] =>
  quoted(/^(?:Candidate (?:bindings|tables):|Did you mean) .*$/m.exec(message)?.[0] ?? "");

function wantedOf(type: string): Wanted {
  if (/^U?(?:INT|BIGINT|HUGEINT|INTEGER|SMALLINT|TINYINT)/.test(type)) return "integer";
  if (/^(?:DOUBLE|FLOAT|DECIMAL)/.test(type)) return "number";
  if (/^(?:DATE|TIME)/i.test(type)) return "date";
  return type.startsWith("BOOL") ? "boolean" : "other";
}

type Rule = [pattern: RegExp, make: (found: string[], message: string, sql: string) => Refusal];

/** The database's English, by class. The first that fits counts. */
const RULES: readonly Rule[] = [
  [/Permission Error|disabled by configuration|^(?:IO|HTTP) Error/i, () => ({ code: "blocked" })],
  [/with name "?([^"]+?)"? is not in the catalog/, ([name = ""]) => ({ code: "extension", name })],
  [
    /Referenced column "(.*?)" not found|does not have a column named "(.*?)"/,
    ([first, second], message) => ({
      code: "unknown-column",
      name: first ?? second ?? "",
      candidates: offered(message),
    }),
  ],
  [
    /Function with name (\S+) does not exist/,
    ([name = ""], message) => ({ code: "unknown-function", name, candidates: offered(message) }),
  ],
  [/Type with name (\S+) does not exist/, ([name = ""]) => ({ code: "unknown-type", name })],
  [
    /Table with name (.+?) does not exist|Referenced table "(.*?)" not found/,
    ([first, second], message) => ({
      code: "unknown-table",
      name: first ?? second ?? "",
      candidates: offered(message),
    }),
  ],
  [
    /Ambiguous reference to column name "(.*?)" \(use: (.*)\)/,
    ([name = "", uses = ""]) => ({ code: "ambiguous", name, candidates: quoted(uses) }),
  ],
  [
    /unterminated (quoted string|quoted identifier|\/\* comment)/,
    ([what], message, sql) => ({
      code: "unclosed",
      what: what === "quoted string" ? "text" : what === "quoted identifier" ? "name" : "comment",
      place: placeOf(message, sql),
    }),
  ],
  [
    /^Parser Error: syntax error at or near "([\s\S]*?)"(?:\n|$)/,
    ([near = ""], message, sql) =>
      /\n\nLINE \d+:/.test(message)
        ? { code: "syntax", near, place: placeOf(message, sql) }
        : { code: "ends-early" },
  ],
  [/^Parser Error: syntax error at end/, () => ({ code: "ends-early" })],
  [
    /Could not convert string '([\s\S]*?)' to ([A-Z]\w*)/,
    ([value = "", type = ""]) => ({ code: "conversion", value, wanted: wantedOf(type) }),
  ],
  [
    /invalid (?:date|timestamp) field format: "(.*?)"|(?:date|timestamp) field value out of range: "(.*?)"|Could not parse string "(.*?)" according/,
    (found) => ({ code: "conversion", value: found.find(Boolean) ?? "", wanted: "date" }),
  ],
  [/extract specifier "(.*?)" not recognized/, ([name = ""]) => ({ code: "date-part", name })],
  [
    /(?:argument types '|function call ")(\S+?)\((.*)\)['"]\./,
    ([name = "", types = ""]) => ({
      code: "types",
      name,
      types: types.split(/, (?![^(]*\))/).filter(Boolean),
    }),
  ],
  [
    /column "?(.*?)"? must appear in the GROUP BY clause/,
    ([name = ""]) => ({ code: "group", name }),
  ],
  [
    /(\S+(?: BY)?) clause cannot contain aggregates/,
    ([clause = ""]) => ({ code: "aggregate-in", clause }),
  ],
  [
    /(\S+(?: BY)?) clause cannot contain window functions/,
    ([clause = ""]) => ({ code: "window-in", clause }),
  ],
  [/aggregate function calls cannot be nested/, () => ({ code: "nested-aggregate" })],
  [
    /Out of Range Error|value is out of range for the destination/,
    () => ({ code: "out-of-range" }),
  ],
  [/More than one row returned by a subquery/, () => ({ code: "several-rows" })],
  [/same number of result columns/, () => ({ code: "unequal-columns" })],
];

/** Sorts a refusal by the person's text and the database's message as it came. */
export function refusalOf(sql: string, message: string): Refusal {
  if (NO_READ.test(sql.replace(COMMENTS, "")) || /at or near ";"/.test(message))
    return { code: "not-a-read" };
  const plain = plainMessage(message);
  for (const [pattern, make] of RULES) {
    const found = pattern.exec(plain);
    if (found !== null) return make(found.slice(1), plain, sql);
  }
  return { code: "other" };
}
