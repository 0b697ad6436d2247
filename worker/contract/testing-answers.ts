import type { OpenApi, Operation } from "./testing-requests.ts";
import type { HostileAnswer } from "./testing-send.ts";
import { violations } from "./testing-schema.ts";

/** Words of the machinery, which no answer has a reason to hold. Nothing that the fuzz sends holds one of them. */
const LEAKS =
  /D1_ERROR|SQLITE_[A-Z]|SqliteError|near "[^"]*": syntax|no such (table|column|function)|constraint failed|malformed MATCH|fts5:|(\n|\\n)\s+at \S+|\.(ts|js):\d+:\d+|(Type|Range|Syntax|Reference)Error|cloudflare-internal|node_modules|Cannot read propert|is not a function|Maximum call stack/;

/** Refusals before a route was found, which no operation documents. */
const BEFORE_ROUTES = new Set(["route.not_found"]);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Everything that is wrong with an answer to an operation: nothing, most often. */
export function faultsOf(operation: Operation, document: OpenApi, answer: HostileAnswer): string[] {
  const { status, type, text, code } = answer;
  const told = `${status} ${code ?? type}`;
  if (status >= 500) return [`answered ${told}: ${text.slice(0, 500)}`];
  const leak = LEAKS.exec(text)?.[0];
  const faults = leak ? [`answered ${told} with ${JSON.stringify(leak)} in it`] : [];
  if (code !== null && BEFORE_ROUTES.has(code)) return faults;
  const documented = operation.responses[String(status)];
  if (!documented) return [...faults, `answered ${told}, which it does not document`];
  const content = documented.content ?? {};
  if (Object.keys(content).length === 0) {
    return text === "" ? faults : [...faults, `answered ${told} with a body`];
  }
  const schema = content[type]?.schema;
  if (!schema) return [...faults, `answered ${told} as ${type}`];
  if (type === "application/x-ndjson") {
    const broken = text.split("\n").filter((line) => line !== "" && !isJson(line));
    return [
      ...faults,
      ...broken.map((line) => `answered ${told} with a line that is no JSON: ${line}`),
    ];
  }
  if (!type.endsWith("json")) return faults;
  const broken = violations(schema, JSON.parse(text), document.components.schemas);
  return [...faults, ...broken.slice(0, 5).map((rule) => `answered ${told}, but ${rule}`)];
}
