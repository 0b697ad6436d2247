import { ERRORS, type ErrorCode } from "#domain/errors.ts";
import type { AnyRoute } from "#domain/route.ts";
import { nameOf } from "./features.ts";
import { normaliser } from "./normalise.ts";
import { pick, type CallRecord, type MailedToken } from "./walk.ts";

const INTRO =
  "Generated from the route definitions and checked by running these calls: `npm run docs:api`.\n" +
  "`$BASE` is the server, such as `http://127.0.0.1:8787`; `$MAILED` is what stands behind the # of a mailed link, which a\n" +
  "local server shows at `/dev/outbox`.";

/** Values that later calls take from earlier answers, longest first, as shell variables. */
class Variables {
  readonly #names = new Map<string, string>();
  /** Tokens of mails that the call is about to use. */
  open(record: CallRecord): void {
    for (const { token } of record.mails) this.#names.set(token, "$MAILED");
  }
  learn(record: CallRecord): void {
    for (const [name, path] of Object.entries(record.save ?? {})) {
      this.#names.set(pick(record.answer, path), `$${name}`);
    }
  }
  apply(text: string): string {
    let out = text;
    for (const [value, name] of this.#names) out = out.replaceAll(value, name);
    return out;
  }
}

function curlOf(record: CallRecord, variables: Variables): string {
  const { route } = record;
  const path = route.path.replaceAll(
    /\{(\w+)\}/g,
    (_m, name: string) => record.params?.[name] ?? "",
  );
  const query = new URLSearchParams(record.query).toString();
  const verb = route.method === "get" ? "" : ` -X ${route.method.toUpperCase()}`;
  const parts = [
    `curl -s${verb} "$BASE/api/v1${variables.apply(path)}${query ? `?${query}` : ""}"`,
  ];
  if (record.token) {
    const named = variables.apply(record.token);
    const token = named.startsWith("$") ? named : "$TOKEN";
    parts.push(`-H "Authorization: Bearer ${token}"`);
  }
  if (record.cookie) parts.push("-b cookies.txt");
  if (record.setCookie) parts.push("-c cookies.txt");
  if (record.body !== undefined) {
    const body = variables.apply(JSON.stringify(record.body));
    // A body with variables needs double quotes for the shell to fill them in.
    const quoted = body.includes("$") ? `"${body.replaceAll('"', String.raw`\"`)}"` : `'${body}'`;
    parts.push('-H "Content-Type: application/json"', `-d ${quoted}`);
  }
  return parts.join(" \\\n  ");
}

function answerOf(record: CallRecord): string {
  if (record.status === 204) return "`204`, without a body.";
  const csv = typeof record.answer === "string";
  const text = csv ? String(record.answer) : JSON.stringify(record.answer, null, 2);
  const lines = text.replaceAll("\uFEFF", "").split(/\r?\n/);
  const shown = lines.length > 48 ? [...lines.slice(0, 48), "…"] : lines;
  return `\`${record.status}\`\n\n\`\`\`${csv ? "csv" : "json"}\n${shown.join("\n").trimEnd()}\n\`\`\``;
}

function errorsOf(route: AnyRoute): string {
  const codes: readonly ErrorCode[] = route.errors ?? [];
  if (codes.length === 0) return "";
  return `Errors: ${codes.map((code) => `\`${code}\` (${ERRORS[code]})`).join(", ")}.\n`;
}

function accessOf(route: AnyRoute): string {
  if (route.permission === "public") return "No session needed.";
  const who = route.permission === "member" ? "Any member." : `Needs \`${route.permission}\`.`;
  return route.fresh ? `${who} Asks for a proof of who acts within ten minutes.` : who;
}

/** `.items[0].id` for jq. */
function jqPath(path: string): string {
  return `.${path.replaceAll(/\.(\d+)/g, "[$1]")}`;
}

function tryIt(records: readonly CallRecord[]): string {
  const variables = new Variables();
  const lines = records.flatMap((record) => {
    variables.open(record);
    return [...record.mails.map(outboxLine), callLine(record, variables)];
  });
  return `\`\`\`sh\nBASE=http://127.0.0.1:8787\n${lines.join("\n")}\n\`\`\``;
}

/** Takes the token of a mailed link out of the outbox of a development server. */
function outboxLine({ email, kind }: MailedToken): string {
  const mail = `[.items[] | select(.kind == "${kind}")][0]`;
  return `MAILED=$(curl -s "$BASE/dev/outbox.json?to=${email}" | jq -r '${mail}.link | split("#")[1]')`;
}

function callLine(record: CallRecord, variables: Variables): string {
  const curl = curlOf(record, variables);
  const saves = Object.entries(record.save ?? {});
  variables.learn(record);
  const [first] = saves;
  if (!first) return curl;
  if (saves.length === 1) return `${first[0]}=$(${curl} | jq -r ${jqPath(first[1])})`;
  const reads = saves.map(([name, path]) => `${name}=$(echo "$ANSWER" | jq -r ${jqPath(path)})`);
  return [`ANSWER=$(${curl})`, ...reads].join("\n");
}

/** The page of one feature: an entry for each of its routes, then the whole walk as a script. */
export function renderPage(
  feature: string,
  routes: readonly AnyRoute[],
  records: readonly CallRecord[],
): string {
  const variables = new Variables();
  const shown = new Map<string, string>();
  for (const record of records) {
    const name = nameOf(record.route);
    variables.open(record);
    if (!shown.has(name)) {
      const call = `\`\`\`sh\n${curlOf(record, variables)}\n\`\`\`\n\n${answerOf(record)}`;
      shown.set(name, call);
    }
    variables.learn(record);
  }
  const order = [...shown.keys()];
  const sorted = routes.toSorted((a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)));
  const sections = sorted.map((route) => {
    const call = shown.get(nameOf(route));
    if (!call)
      throw new Error(`No walk calls ${nameOf(route)}: add it to scripts/api/walks/${feature}.ts`);
    const head = `## ${route.method.toUpperCase()} ${route.path}`;
    return `${head}\n\n${route.summary}. ${accessOf(route)}\n${errorsOf(route)}\n${call}`;
  });
  const title = `# API: ${feature}`;
  const page = [title, INTRO, ...sections, `## Try it\n\n${tryIt(records)}`].join("\n\n");
  return `${normaliser()(page).trimEnd()}\n`;
}
