import { setTimeout as sleep } from "node:timers/promises";
import type { AnyRoute } from "#domain/route.ts";
import { mailedToken } from "#scripts/lib/outbox.ts";
import { FEATURES, nameOf } from "./features.ts";

/** What a call sends. `save` names shell variables after values of the answer: `{ CLIENT: "id" }`. */
export interface CallInput {
  token?: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  cookie?: string;
  /** The answer that is shown, where it is a refusal: what the route answers when all is well, unless told. */
  status?: number;
  save?: Record<string, string>;
  /** What the answer has to be before it counts: asked again without a word, for a minute, while it is not. */
  until?: (answer: unknown) => boolean;
}

/** A call as it was made and answered. */
export interface CallRecord extends CallInput {
  route: AnyRoute;
  status: number;
  answer: unknown;
  /** The refresh cookie that came with the answer. */
  setCookie: string | null;
  /** Mails whose links this call uses. */
  mails: readonly MailedToken[];
}

/** A token that was taken out of the server's outbox. */
export interface MailedToken {
  email: string;
  kind: string;
  token: string;
}

/** Makes calls and remembers them. An unexpected status or an answer outside its schema throws. */
export interface Walker {
  /** Where the server is reached: what passkeys sign for. */
  origin: string;
  call(name: string, input?: CallInput): Promise<CallRecord>;
  /** The token of the newest mail of a kind to an address, out of the server's outbox. */
  mailedToken(email: string, kind: string): Promise<string>;
  /** A one-time sign-in link's token for a person, minted beside the API. */
  mintLink(email: string): Promise<string>;
}

/** The calls of one feature's page, from registration on, in the order in which a reader would try them. */
export type Walk = (go: Walker) => Promise<void>;

const ROUTES = new Map(
  Object.values(FEATURES)
    .flat()
    .map((route) => [nameOf(route), route]),
);

function urlOf(base: string, route: AnyRoute, input: CallInput): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    return encodeURIComponent(input.params?.[name] ?? "");
  });
  const query = new URLSearchParams(input.query).toString();
  return `${base}/api/v1${path}${query ? `?${query}` : ""}`;
}

function ask(base: string, route: AnyRoute, input: CallInput): Promise<Response> {
  return fetch(urlOf(base, route, input), {
    method: route.method.toUpperCase(),
    headers: {
      ...(input.token ? { authorization: `Bearer ${input.token}` } : {}),
      ...(input.cookie ? { cookie: input.cookie } : {}),
      ...(input.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
  });
}

async function readAnswer(response: Response): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  const text = await response.text();
  if (type === "application/zip") return "(a ZIP archive)";
  if (type === "application/octet-stream") return "(the bytes of the file)";
  // NDJSON is shown line by line, as it comes.
  const json = type.includes("json") && !type.includes("ndjson");
  return json ? (JSON.parse(text) as unknown) : text || null;
}

/** Runs a walk against a server and returns every call that it made. */
export async function runWalk(
  base: string,
  mintLink: Walker["mintLink"],
  walk: Walk,
): Promise<CallRecord[]> {
  const records: CallRecord[] = [];
  let mails: MailedToken[] = [];
  await walk({
    origin: base,
    mintLink,
    async mailedToken(email, kind) {
      const token = await mailedToken(base, email, kind);
      mails.push({ email, kind, token });
      return token;
    },
    async call(name, input = {}) {
      const route = ROUTES.get(name);
      if (!route) throw new Error(`No route is called ${name}`);
      let response = await ask(base, route, input);
      let answer = await readAnswer(response);
      const patience = Date.now() + 60_000;
      while (input.until && !input.until(answer) && Date.now() < patience) {
        await sleep(500);
        response = await ask(base, route, input);
        answer = await readAnswer(response);
      }
      const wanted = input.status ?? route.status;
      if (response.status !== wanted) {
        throw new Error(`${name} answered ${response.status}: ${JSON.stringify(answer)}`);
      }
      if (route.status !== 204 && wanted === route.status) route.output.parse(answer);
      const setCookie = response.headers.get("set-cookie")?.split(";")[0] ?? null;
      const record = { ...input, route, status: response.status, answer, setCookie, mails };
      mails = [];
      records.push(record);
      return record;
    },
  });
  return records;
}

/** A value inside an answer by its path: `items.0.id`. */
export function pick(answer: unknown, path: string): string {
  let value = answer;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | null)?.[key];
  if (typeof value !== "string") throw new Error(`The answer has no text at ${path}`);
  return value;
}
