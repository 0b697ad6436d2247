import { z } from "zod";

/** One line of a table of fields. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  rules: string;
}

type Json = Record<string, unknown> & {
  type?: string | string[];
  $ref?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  anyOf?: Json[];
  oneOf?: Json[];
  format?: string;
  $defs?: Record<string, Json>;
};

/** The JSON Schema of a definition's schema, references written out; what JSON can't say becomes "any". */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const root = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return resolved(root, root.$defs ?? {}, 0) as Json;
}

function resolved(value: unknown, defs: Record<string, Json>, depth: number): unknown {
  if (depth > 12 || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => resolved(item, defs, depth + 1));
  const { $ref, ...rest } = value as Json;
  const target = $ref ? defs[$ref.replace("#/$defs/", "")] : undefined;
  if (target) return resolved(target, defs, depth + 1);
  return Object.fromEntries(
    Object.entries(rest).map(([name, part]) => [name, resolved(part, defs, depth + 1)]),
  );
}

/** A type in words: `string`, `"a" | "b"`, `array of object`. */
export function typeOf(schema: Json): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map(typeOf).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  if (type === "array") return `array of ${typeOf(schema.items ?? {})}`;
  return schema.format ? `${type} (${schema.format})` : type;
}

const RULES: [string, string][] = [
  ["minLength", "at least %s characters"],
  ["maxLength", "at most %s characters"],
  ["minItems", "at least %s items"],
  ["maxItems", "at most %s items"],
  ["minimum", "≥ %s"],
  ["maximum", "≤ %s"],
  ["default", "default %s"],
];

function rulesOf(schema: Json): string {
  return RULES.filter(([name]) => schema[name] !== undefined && isSmall(schema[name]))
    .map(([name, words]) => words.replace("%s", JSON.stringify(schema[name])))
    .join(", ");
}

/** Safe integer bounds of int() say nothing to a reader. */
function isSmall(value: unknown): boolean {
  return typeof value !== "number" || Math.abs(value) < Number.MAX_SAFE_INTEGER;
}

/** The fields of an object schema, nested ones as `parent.child`, lists as `parent[]`. */
export function fieldsOf(schema: Json, prefix = "", depth = 0): Field[] {
  const list = schema.type === "array" ? schema.items : undefined;
  if (list) return fieldsOf(list, prefix ? `${prefix}[]` : "[]", depth);
  if (!schema.properties || depth > 3) return [];
  const required = new Set(schema.required);
  return Object.entries(schema.properties).flatMap(([name, field]) => {
    const path = prefix ? `${prefix}.${name}` : name;
    const line = {
      name: path,
      type: typeOf(field),
      required: required.has(name),
      rules: rulesOf(field),
    };
    return [line, ...fieldsOf(field, path, depth + 1)];
  });
}
