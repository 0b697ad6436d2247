import {
  POSTGRES_FUNCTIONS,
  POSTGRES_NODES,
  POSTGRES_OPERATORS,
  POSTGRES_TIMES,
} from "./postgres-names.ts";
import { type GateReason, type GateRefusal, MAX_SQL, type Offered } from "./refusal.ts";

/** PostgreSQL's own parse tree: a node is an object under the name of its kind. */
interface PostgresTree {
  stmts?: { stmt?: Record<string, unknown> }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any query that a person or the model writes. */
const MOST_DEEP = 200;
/** Types that look names up in the server's catalogue. */
const CATALOGUE_TYPES = /^_?(reg|pg_|oid|xid|cid$|tid$|aclitem|name$)/;
const SYSTEM = /^(pg_|information_schema$)/;

/** What is allowed, and what was found against it. */
interface Look extends Offered {
  refuse(reason: GateReason, what?: string): void;
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

/** The strings of a list of names, such as `pg_catalog.sum`. */
function names(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((one: { String?: { sval?: string } }) => one.String?.sval ?? "");
}

/** PostgreSQL's own parser. Throws with the server's words where its grammar refuses a text. */
export type ParsePostgres = (sql: string) => Promise<PostgresTree>;

/**
 * Whether a query only reads what a connection offers. Whatever is not known to be harmless is refused: kinds of nodes,
 * functions, operators and tables are allowed by name.
 * @returns null when it may be sent, the first fault otherwise. Beside it stand a read-only role and transaction, a time limit, a
 * cap of rows and the planner's estimate: this gate is the first of these layers, not the only one.
 */
export async function gatePostgres(
  sql: string,
  parse: ParsePostgres,
  offered: Offered,
): Promise<GateRefusal | null> {
  if (sql.trim() === "") return { reason: "empty", what: "" };
  if (sql.length > MAX_SQL) return { reason: "too_long", what: "" };
  // The parser would stop there, and the rest be sent all the same.
  if (sql.includes("\u0000")) return { reason: "syntax", what: "NUL" };
  try {
    return checkTree(await parse(sql), offered);
  } catch (error) {
    return { reason: "syntax", what: error instanceof Error ? error.message : String(error) };
  }
}

function checkTree(tree: PostgresTree, offered: Offered): GateRefusal | null {
  const [first, ...more] = tree.stmts ?? [];
  if (!first?.stmt) return { reason: "empty", what: "" };
  if (more.length > 0) return { reason: "several", what: "" };
  const [kind = ""] = Object.keys(first.stmt);
  if (kind !== "SelectStmt") {
    return { reason: "not_a_read", what: kind.replace(/Stmt$/, "").toUpperCase() };
  }
  const faults: GateRefusal[] = [];
  const refuse = (reason: GateReason, what = "") => void faults.push({ reason, what });
  walk(first.stmt, [], 0, { ...offered, refuse });
  return faults[0] ?? null;
}

/** Goes through all of a value. `ctes`: names of WITH that are seen from here. */
function walk(value: unknown, ctes: readonly string[], depth: number, look: Look): void {
  if (!isFields(value)) return;
  if (depth > MOST_DEEP) return look.refuse("too_long");
  if (Array.isArray(value)) {
    for (const one of value) walk(one, ctes, depth + 1, look);
    return;
  }
  const keys = Object.keys(value);
  const [kind = ""] = keys;
  if (keys.length === 1 && /^[A-Z]/.test(kind)) {
    if (!POSTGRES_NODES.has(kind)) look.refuse(...construct(kind));
    const fields = value[kind];
    if (isFields(fields)) checkNode(kind, fields, ctes, look);
    fieldsOf(kind, fields, ctes, depth, look);
  } else fieldsOf("", value, ctes, depth, look);
}

/** How a node that may not be there is told. */
function construct(kind: string): [GateReason, string] {
  if (kind === "ParamRef") return ["variable", "$"];
  if (kind === "LockingClause") return ["locks", ""];
  const writes = /^(Insert|Update|Delete|Merge)Stmt$/.exec(kind);
  return writes ? ["not_a_read", (writes[1] ?? "").toUpperCase()] : ["construct", kind];
}

/** Goes through what stands in a node, with the names that its WITH adds. */
function fieldsOf(
  kind: string,
  fields: unknown,
  ctes: readonly string[],
  depth: number,
  look: Look,
): void {
  if (!isFields(fields)) return;
  if (fields["intoClause"]) look.refuse("not_a_read", "INTO");
  if (fields["lockingClause"]) look.refuse("locks");
  if (Array.isArray(fields["names"]) && "typemod" in fields) checkType(fields, look);
  // A SELECT that stands in a set operation comes without its kind's name.
  const isQuery = kind === "SelectStmt" || "limitOption" in fields;
  const seen = isQuery ? withCtes(fields["withClause"], ctes, depth, look) : ctes;
  for (const [name, value] of Object.entries(fields)) {
    if (isQuery && name === "withClause") continue;
    walk(value, seen, depth + 1, look);
  }
}

/** The names of a WITH beside those of outside. Each of its queries sees those before it, with RECURSIVE all of them. */
function withCtes(
  clause: unknown,
  outside: readonly string[],
  depth: number,
  look: Look,
): readonly string[] {
  if (!isFields(clause)) return outside;
  const list = (clause["ctes"] ?? []) as { CommonTableExpr?: { ctename?: string } }[];
  const all = list.map((one) => one.CommonTableExpr?.ctename ?? "");
  list.forEach((one, i) => {
    const before = clause["recursive"] ? all : all.slice(0, i);
    walk(one, [...outside, ...before], depth + 1, look);
  });
  return [...outside, ...all];
}

function checkNode(kind: string, fields: Fields, ctes: readonly string[], look: Look): void {
  switch (kind) {
    case "RangeVar":
      return checkTable(fields, ctes, look);
    case "FuncCall":
      return checkFunction(names(fields["funcname"]), look);
    case "A_Expr":
    case "SubLink":
      return checkOperator(names(fields["name"] ?? fields["operName"]), look);
    case "SortBy":
      return checkOperator(names(fields["useOp"]), look);
    case "SQLValueFunction": {
      const word = String(fields["op"]);
      return POSTGRES_TIMES.has(word)
        ? undefined
        : look.refuse("function", word.slice(6).toLowerCase());
    }
    case "RangeTableSample":
      return checkSample(names(fields["method"]), look);
    default:
  }
}

function checkTable(fields: Fields, ctes: readonly string[], look: Look): void {
  const [database, schema, table] = ["catalogname", "schemaname", "relname"].map(
    (key) => fields[key] as string | undefined,
  );
  const written = [database, schema, table].filter(Boolean).join(".");
  if (database === undefined && schema === undefined && ctes.includes(table ?? "")) return;
  const schemas = schema === undefined ? look.path : [schema];
  const known = schemas.some((one) => look.tables.has(`${one}.${table}`));
  // The server looks into its own catalogue before anything else.
  if (database !== undefined || SYSTEM.test(schema ?? table ?? "") || !known) {
    look.refuse("table", written);
  }
}

function checkFunction(path: readonly string[], look: Look): void {
  const name = path.at(-1) ?? "";
  const own = path.length === 1 || (path.length === 2 && path[0] === "pg_catalog");
  if (!own || !POSTGRES_FUNCTIONS.has(name)) look.refuse("function", path.join("."));
}

function checkOperator(path: readonly string[], look: Look): void {
  const sign = path.at(-1);
  if (sign === undefined) return;
  const own = path.length === 1 || (path.length === 2 && path[0] === "pg_catalog");
  // BETWEEN, IN, LIKE and the like are operators under their word.
  if (!own || !(POSTGRES_OPERATORS.has(sign) || /^[A-Z ]+$/.test(sign))) {
    look.refuse("operator", path.join("."));
  }
}

function checkSample(path: readonly string[], look: Look): void {
  const name = path.at(-1) ?? "";
  if (path.length > 1 || !/^(bernoulli|system)$/.test(name)) look.refuse("function", name);
}

function checkType(fields: Fields, look: Look): void {
  const path = names(fields["names"]);
  const name = path.at(-1) ?? "";
  if (fields["pct_type"] || CATALOGUE_TYPES.test(name)) look.refuse("type", name);
}
