import nodeSqlParser from "node-sql-parser/build/mysql.js";
import { bracketFault } from "./mysql-brackets.ts";
import { MYSQL_FUNCTIONS, MYSQL_NODES, SESSION_WORDS, SYSTEM_DATABASES } from "./mysql-names.ts";
import { mysqlTokens, type Token } from "./mysql-tokens.ts";
import { type GateReason, type GateRefusal, MAX_SQL, type Offered } from "./refusal.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any query that a person or the model writes. */
const MOST_DEEP = 400;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/**
 * Whether a query only reads what a MySQL or MariaDB offers. Two readings have to agree: the text's own tokens, in which each name
 * before a bracket must be a known function and nothing may stand that writes, locks, sets or is carried out from a comment;
 * and a parser's tree, in which each kind of node, function and table is allowed by name. What the parser can't read is refused.
 * @returns null when it may be sent, the first fault otherwise. Behind it stand the layers of `gatePostgres`.
 */
export function gateMysql(sql: string, offered: Offered): GateRefusal | null {
  if (sql.length > MAX_SQL) return { reason: "too_long", what: "" };
  const tokens = mysqlTokens(sql);
  if (!Array.isArray(tokens)) return { reason: tokens.fault, what: tokens.what };
  if (tokens.at(-1)?.text === ";") tokens.pop();
  if (tokens.length === 0) return { reason: "empty", what: "" };
  return lexicalFault(tokens) ?? bracketFault(tokens) ?? treeFault(tokens, offered);
}

const STARTS = new Set(["select", "with", "("]);
const refusal = (reason: GateReason, what = ""): GateRefusal => ({ reason, what });

function lexicalFault(tokens: readonly Token[]): GateRefusal | null {
  if (tokens.some(({ kind, text }) => kind === "sign" && text === ";")) return refusal("several");
  const first = tokens[0];
  if (first && !STARTS.has(first.text.toLowerCase())) {
    const isName = first.kind === "word";
    return isName ? refusal("not_a_read", first.text.toUpperCase()) : refusal("syntax", first.text);
  }
  for (const [i, { kind, text }] of tokens.entries()) {
    const fault = kind === "sign" ? signFault(text) : null;
    if (fault) return fault;
    const next = tokens[i + 1]?.text.toLowerCase() ?? "";
    const isName = kind === "word" || kind === "quoted";
    if (isName && next === "." && SYSTEM_DATABASES.has(text.toLowerCase())) {
      return refusal("table", `${text}.${tokens[i + 2]?.text ?? ""}`);
    }
    if (kind !== "word" || tokens[i - 1]?.text === ".") continue;
    const found = wordFault(text.toLowerCase(), next);
    if (found) return found;
  }
  return null;
}

/** `@` names variables of session and server, `:=` sets them, `?` and `:` are filled by nobody. */
function signFault(sign: string): GateRefusal | null {
  return /^(?:@|:=|\?|:)$/.test(sign) ? refusal("variable", sign) : null;
}

function wordFault(word: string, next: string): GateRefusal | null {
  if (word === "into") return refusal("not_a_read", "INTO");
  if (/^(?:delete|update|insert|replace)$/.test(word) && next !== "(") {
    return refusal("not_a_read", word.toUpperCase());
  }
  if (word === "for" && /^(?:update|share)$/.test(next)) return refusal("locks");
  if (word === "lock" && next === "in") return refusal("locks");
  if (word === "procedure") return refusal("construct", "PROCEDURE");
  // Takes the next number of a sequence away.
  if (/^(?:next|previous)$/.test(word) && next === "value")
    return refusal("construct", word.toUpperCase());
  return SESSION_WORDS.has(word) ? refusal("function", word) : null;
}

/**
 * What the parser lacks, in words that it has: only for its reading, never for what is sent. Each stands in the same place of the
 * tree and brings neither table nor function with it. Beside them `NATURAL … JOIN`, a join like others.
 */
const SAME: Readonly<Record<string, string>> = {
  variance: "var_pop",
  "<=>": "=",
  localtime: "current_timestamp",
  localtimestamp: "current_timestamp",
};

/** The tokens as a text for the parser: without comments, each name in backticks that was. */
function readable(tokens: readonly Token[]): string {
  const parts = tokens.map(({ kind, text }) => {
    if (kind === "quoted") return `\`${text.replaceAll("`", "``")}\``;
    return (kind === "word" || kind === "sign" ? SAME[text.toLowerCase()] : undefined) ?? text;
  });
  const joined = parts.map((part, i) => {
    const [before, here] = [tokens[i - 1], tokens[i]];
    // A bracket belongs to the function before it, a dot to both names.
    const close =
      here?.text === "." || before?.text === "." || (here?.text === "(" && before?.kind === "word");
    return i === 0 || close ? part : ` ${part}`;
  });
  return joined
    .join("")
    .replaceAll(/\bnatural( (?:left|right|inner))?( outer)? join\b/gi, "cross join");
}

function treeFault(tokens: readonly Token[], offered: Offered): GateRefusal | null {
  let tree: unknown;
  try {
    const parser = new nodeSqlParser.Parser();
    tree = parser.astify(readable(tokens), { database: "MySQL" });
  } catch (error) {
    return refusal("syntax", firstLine(error));
  }
  const [only, ...more] = Array.isArray(tree) ? (tree as unknown[]) : [tree];
  if (more.length > 0) return refusal("several");
  if (!isFields(only) || only["type"] !== "select") {
    return refusal("not_a_read", isFields(only) ? String(only["type"]).toUpperCase() : "");
  }
  const faults: GateRefusal[] = [];
  const lower = {
    ...offered,
    tables: new Set([...offered.tables].map((one) => one.toLowerCase())),
  };
  walk(only, [], 0, {
    offered: lower,
    refuse: (reason, what) => faults.push(refusal(reason, what)),
  });
  return faults[0] ?? null;
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const found = /but (.+?) found/.exec(text)?.[1];
  return found ?? text.split("\n", 1)[0] ?? "";
}

interface Look {
  offered: Offered;
  refuse(reason: GateReason, what?: string): void;
}

/** Goes through all of a value. `ctes`: names of WITH that are seen from here, in lower case. */
function walk(value: unknown, ctes: readonly string[], depth: number, look: Look): void {
  if (!isFields(value)) return;
  if (depth > MOST_DEEP) return look.refuse("too_long");
  if (Array.isArray(value)) {
    for (const one of value) walk(one, ctes, depth + 1, look);
    return;
  }
  const type = value["type"];
  if (typeof type === "string" && !MYSQL_NODES.has(type)) look.refuse("construct", type);
  if (type === "function" || type === "aggr_func") checkFunction(value, look);
  const isQuery = type === "select";
  if (isQuery) checkQuery(value, look);
  const seen = isQuery ? withCtes(value["with"], ctes, depth, look) : ctes;
  for (const [name, part] of Object.entries(value)) {
    if (isQuery && name === "with") continue;
    if (isQuery && name === "from") checkFrom(part, seen, look);
    walk(part, seen, depth + 1, look);
  }
}

function checkQuery(query: Fields, look: Look): void {
  const into = query["into"];
  if (isFields(into) && (into["keyword"] || into["expr"])) look.refuse("not_a_read", "INTO");
  if (query["locking_read"]) look.refuse("locks");
}

/** The names of a WITH beside those of outside. Each of its queries sees those before it, with RECURSIVE all of them. */
function withCtes(
  list: unknown,
  outside: readonly string[],
  depth: number,
  look: Look,
): readonly string[] {
  if (!Array.isArray(list)) return outside;
  const ctes = list as { name?: { value?: string }; recursive?: boolean }[];
  const all = ctes.map((one) => (one.name?.value ?? "").toLowerCase());
  const recursive = ctes.some((one) => one.recursive);
  ctes.forEach((one, i) => {
    walk(one, [...outside, ...(recursive ? all : all.slice(0, i))], depth + 1, look);
  });
  return [...outside, ...all];
}

function checkFrom(from: unknown, ctes: readonly string[], look: Look): void {
  const list = Array.isArray(from) ? (from as unknown[]) : [from];
  for (const item of list.filter(isFields)) {
    const { db, table } = item;
    if (typeof table !== "string") continue;
    if (!db && ctes.includes(table.toLowerCase())) continue;
    const schemas = typeof db === "string" ? [db] : look.offered.path;
    // The parser hands a doubled backtick on as it is written.
    const names = schemas.map((schema) => `${schema}.${table}`.replaceAll("``", "`").toLowerCase());
    if (!names.some((name) => look.offered.tables.has(name))) {
      look.refuse("table", typeof db === "string" ? `${db}.${table}` : table);
    }
  }
}

function checkFunction(node: Fields, look: Look): void {
  const { name } = node;
  const parts = isFields(name) ? (name["name"] as { value?: unknown }[] | undefined) : undefined;
  const path = parts ? parts.map((part) => String(part.value)) : [String(name)];
  const schema = isFields(name) && isFields(name["schema"]) ? [name["schema"]["value"]] : [];
  const whole = [...schema, ...path].join(".");
  if (schema.length > 0 || path.length !== 1 || !MYSQL_FUNCTIONS.has(whole.toLowerCase())) {
    look.refuse("function", whole);
  }
}
