import * as fc from "fast-check";
import { changed, fromSchema, type Material } from "./testing-from-schema.ts";
import { HOSTILE_BODIES, hostileText, hostileValue } from "./testing-hostile.ts";
import type { Schema, Schemas } from "./testing-schema.ts";

interface Parameter {
  name: string;
  in: "path" | "query";
  schema: Schema;
  required?: boolean;
}

/** Whether every part is as the document asks, or may be anything. */
type Kind = "right" | "any";

type Content = Record<string, { schema: Schema }>;

/** An operation as /api/v1/openapi.json describes it. */
export interface Operation {
  method: string;
  path: string;
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

/** The document, as far as the fuzz reads it. */
export interface OpenApi {
  paths: Record<string, Record<string, Omit<Operation, "method" | "path">>>;
  components: { schemas: Schemas };
}

/** Every operation of the document. */
export function operationsOf(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, rest]) => ({ ...rest, method, path })),
  );
}

/** A request to send: who, where, what. */
export interface HostileRequest {
  caller: "owner" | "member" | "token" | "anonymous";
  /** With its query, as it goes over the wire. */
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | null;
  /** Sent in pieces, with pauses. */
  slow: boolean;
}

const oneOf = <T>(...parts: readonly (readonly [number, fc.Arbitrary<T>])[]) =>
  fc.oneof(...parts.map(([weight, arbitrary]) => ({ weight, arbitrary })));

// A lone surrogate can't be written in an address: it becomes U+FFFD, as browsers do.
const encoded = (text: string) => encodeURIComponent(text.toWellFormed().slice(0, 3_000));

const NASTY_PARTS = ["%00", "%ff", "%c0%af", "..%2f..%2f", "%252e%252e", "*", "a%2Fb", ";x=1", "%"];

function pathOf(operation: Operation, material: Material, kind: Kind): fc.Arbitrary<string> {
  const parts = operation.path.split("/").map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    const parameter = operation.parameters?.find((one) => one.name === name && one.in === "path");
    if (!parameter) return fc.constant(part);
    const right = fromSchema(parameter.schema, material).map(String);
    if (kind === "right") return right;
    return oneOf<string>(
      [7, right],
      [2, hostileText.map(encoded)],
      [1, fc.constantFrom(...NASTY_PARTS)],
    );
  });
  return fc.tuple(...parts).map((list) => list.join("/"));
}

function queryOf(operation: Operation, material: Material, kind: Kind): fc.Arbitrary<string> {
  const one = ({ name, schema, required = false }: Parameter) => {
    const given = fromSchema(schema, material).map((value) => [
      `${name}=${encoded(String(value))}`,
    ]);
    const right = required ? given : oneOf<string[]>([4, fc.constant([])], [1, given]);
    const harm = hostileText.map((text) => `${name}=${encoded(text)}`);
    if (kind === "right") return right;
    return oneOf<string[]>(
      [8, right],
      [1, harm.map((text) => [text])],
      [1, fc.tuple(harm, harm).map((list) => list.slice(0, 2))],
    );
  };
  const known = operation.parameters?.filter((parameter) => parameter.in === "query") ?? [];
  const strange = fc
    .tuple(hostileText, hostileText)
    .map(([key, value]) => [`${encoded(key)}=${encoded(value)}`]);
  const unknown =
    kind === "right" ? fc.constant([]) : oneOf<string[]>([12, fc.constant([])], [1, strange]);
  return fc
    .tuple(unknown, ...known.map(one))
    .map((lists) => lists.flat())
    .map((list) => (list.length > 0 ? `?${list.join("&")}` : ""));
}

interface Sent {
  body: Uint8Array | null;
  type: string | null;
  slow: boolean;
}

const TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "application/json; charset=utf-7",
  "application/jsonp",
  "",
  "x",
];
const JSON_TYPE = "application/json";

const utf8 = (text: string) => new TextEncoder().encode(text);
const asJson = (value: unknown) => utf8(JSON.stringify(value) ?? "null");

function bodyOf(operation: Operation, material: Material, kind: Kind): fc.Arbitrary<Sent> {
  const json = (body: Uint8Array): Sent => ({ body, type: JSON_TYPE, slow: false });
  const raw = fc.constantFrom(...HOSTILE_BODIES).map(json);
  const nothing: Sent = { body: null, type: null, slow: false };
  if (operation.method === "get") return fc.constant(nothing);
  const schema = operation.requestBody?.content[JSON_TYPE]?.schema;
  if (!schema)
    return kind === "right" ? fc.constant(nothing) : oneOf([7, fc.constant(nothing)], [1, raw]);
  const good = fromSchema(schema, material);
  if (kind === "right") return good.map((value) => json(asJson(value)));
  const harmed = fc
    .tuple(good, fc.nat(1_000), fc.nat(5), hostileValue)
    .map(([value, at, how, harm]) => changed(value, at, how, harm));
  return oneOf<Sent>(
    [30, good.map((value) => json(asJson(value)))],
    [40, harmed.map((value) => json(asJson(value)))],
    [6, hostileValue.map((value) => json(asJson(value)))],
    [10, raw],
    [4, fc.tuple(good, fc.nat(200)).map(([value, cut]) => json(asJson(value).slice(0, -1 - cut)))],
    [
      4,
      fc
        .tuple(good, fc.constantFrom(...TYPES))
        .map(([value, type]) => ({ ...json(asJson(value)), type })),
    ],
    [3, fc.oneof(good, harmed).map((value) => ({ ...json(asJson(value)), slow: true }))],
    [1, fc.constant(nothing)],
  );
}

/** Printable ASCII: the client sends nothing else in a header without complaint. */
const headerText = hostileText
  .map((text) =>
    text
      .slice(0, 1_000)
      .replaceAll(/[^\u0020-\u007e]/g, "")
      .trim(),
  )
  .filter((text) => text !== "");

const extraHeaders: fc.Arbitrary<Record<string, string>> = oneOf<Record<string, string>>(
  [60, fc.constant({})],
  [4, headerText.map((text) => ({ "idempotency-key": text }))],
  [4, fc.uuid().map((key) => ({ "idempotency-key": key }))],
  [4, headerText.map((text) => ({ "x-d1-bookmark": text }))],
  [4, headerText.map((text) => ({ cookie: `__Host-aetheria_refresh=${text}` }))],
  [2, headerText.map((text) => ({ "user-agent": text, "accept-language": text }))],
  [2, headerText.map((text) => ({ accept: text }))],
  [2, headerText.map((text) => ({ origin: text }))],
  [1, fc.constantFrom("cross-site", "same-site", "x").map((site) => ({ "sec-fetch-site": site }))],
  [2, headerText.map((text) => ({ authorization: text }))],
  [1, headerText.map((text) => ({ "x-http-method-override": "DELETE", "x-forwarded-host": text }))],
);

/** Requests for an operation: half of them right, so that they get far; the others wrong in every way. */
export function requestsFor(
  operation: Operation,
  material: Material,
): fc.Arbitrary<HostileRequest> {
  const right = fc.record({
    caller: fc.constant<HostileRequest["caller"]>("owner"),
    path: pathOf(operation, material, "right"),
    query: queryOf(operation, material, "right"),
    sent: bodyOf(operation, material, "right"),
    extra: fc.constant<Record<string, string>>({}),
  });
  const wrong = fc.record({
    caller: fc.constantFrom<HostileRequest["caller"][]>(
      "owner",
      "owner",
      "member",
      "token",
      "anonymous",
    ),
    path: pathOf(operation, material, "any"),
    query: queryOf(operation, material, "any"),
    sent: bodyOf(operation, material, "any"),
    extra: extraHeaders,
  });
  return oneOf([2, right], [3, wrong]).map(({ caller, path, query, sent, extra }) => ({
    caller,
    path: path + query,
    headers: { ...(sent.type === null ? {} : { "content-type": sent.type }), ...extra },
    body: sent.body,
    slow: sent.slow,
  }));
}
