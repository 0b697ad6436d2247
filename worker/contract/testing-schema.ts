/** The part of JSON Schema 2020-12 that our OpenAPI document uses. Any other keyword is an error, never passed over. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minItems?: number;
  maxItems?: number;
}

export type Schemas = Record<string, Schema>;

const KNOWN = new Set(
  "$ref type enum const properties required additionalProperties items anyOf oneOf allOf minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems default description propertyNames".split(
    " ",
  ),
);
const FORMATS: Record<string, RegExp> = {
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  date: /^\d{4}-\d\d-\d\d$/,
  email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
};

/** The schema that a reference leads to. Error: an unknown name. */
export function resolve(schema: Schema, schemas: Schemas): Schema {
  if (schema.$ref === undefined) return schema;
  const found = schemas[schema.$ref.replace("#/components/schemas/", "")];
  if (!found) throw new Error(`Nothing is called ${schema.$ref}`);
  return resolve(found, schemas);
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** The types that a schema allows; none when it says nothing of them. */
export function typesOf({ type }: Schema): readonly string[] {
  return type === undefined ? [] : [type].flat();
}

/** Every rule of the schema that a value breaks, with the place where it does. */
export function violations(raw: Schema, value: unknown, schemas: Schemas, at = "$"): string[] {
  const schema = resolve(raw, schemas);
  const strange = Object.keys(schema).filter((key) => !KNOWN.has(key));
  if (strange.length > 0) throw new Error(`Schema keywords not understood: ${strange.join()}`);
  const of = (one: Schema) => violations(one, value, schemas, at).length === 0;
  const out: string[] = [];
  const must = (holds: boolean, rule: string) => void (holds || out.push(`${at}: ${rule}`));
  const types = typesOf(schema);
  const type = typeOf(value);
  const fits = types.includes(type) || (type === "integer" && types.includes("number"));
  must(types.length === 0 || fits, `${type} is not ${types.join()}`);
  if (schema.enum) must(schema.enum.includes(value), "is none of the values");
  if (schema.const !== undefined) must(schema.const === value, "is not the value");
  if (schema.anyOf) must(schema.anyOf.some(of), "fits none of anyOf");
  if (schema.oneOf) must(schema.oneOf.filter(of).length === 1, "does not fit one of oneOf");
  for (const one of schema.allOf ?? []) out.push(...violations(one, value, schemas, at));
  if (typeof value === "string") out.push(...ofText(schema, value, at));
  if (typeof value === "number") out.push(...ofNumber(schema, value, at));
  if (Array.isArray(value)) out.push(...ofList(schema, value, schemas, at));
  else if (type === "object") out.push(...ofObject(schema, value as object, schemas, at));
  return out;
}

function ofText(schema: Schema, value: string, at: string): string[] {
  const { minLength = 0, maxLength = Infinity, pattern, format } = schema;
  const length = Array.from(value).length;
  const bad = [
    length < minLength && "too short",
    value.length > maxLength && length > maxLength && "too long",
    pattern !== undefined && !new RegExp(pattern, "u").test(value) && `not ${pattern}`,
    format !== undefined && !(FORMATS[format] ?? /$^/).test(value) && `no ${format}`,
  ];
  return bad.filter((rule) => rule !== false).map((rule) => `${at}: ${rule}`);
}

function ofNumber(schema: Schema, value: number, at: string): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const low = value < (minimum ?? -Infinity) || value <= (exclusiveMinimum ?? -Infinity);
  const high = value > (maximum ?? Infinity) || value >= (exclusiveMaximum ?? Infinity);
  return low || high ? [`${at}: ${value} is out of range`] : [];
}

function ofList(schema: Schema, value: unknown[], schemas: Schemas, at: string): string[] {
  const { minItems = 0, maxItems = Infinity, items } = schema;
  const wrong = value.length < minItems || value.length > maxItems;
  const inside = items
    ? value.flatMap((one, index) => violations(items, one, schemas, `${at}[${index}]`))
    : [];
  return wrong ? [`${at}: ${value.length} items`, ...inside] : inside;
}

function ofObject(schema: Schema, value: object, schemas: Schemas, at: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  const out = missing.map((name) => `${at}.${name}: missing`);
  for (const [name, one] of Object.entries(value)) {
    const rule = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    if (rule === false) out.push(`${at}.${name}: unknown`);
    else if (typeof rule === "object") out.push(...violations(rule, one, schemas, `${at}.${name}`));
  }
  return out;
}
