import { z } from "zod";

/** One line of a table of fields. */
export interface Field {
  name: string;
  type: string;
  required: boolean;
  rules: string;
}

type Json = Record<string, unknown> & {
  type?: string;
  $ref?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Json;
  properties?: Record<string, Json>;
  required?: string[];
  anyOf?: Json[];
  oneOf?: Json[];
  format?: string;
};

/** The JSON Schema of a definition's schema; what JSON can't say becomes "any". */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  return z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }) as Json;
}

/** A type in words: `string`, `"a" | "b"`, `array of object`. */
export function typeOf(schema: Json): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.map(typeOf).join(" | ");
  if (schema.type === "array") return `array of ${typeOf(schema.items ?? {})}`;
  return schema.format ? `${schema.type} (${schema.format})` : (schema.type ?? "any");
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
