import type { ColumnKind } from "#domain/analytics/reading.ts";

/** Milliseconds of a day. */
const DAY = 86_400_000;
const LONG = 2n ** 63n;
const ISO =
  /^[+-]?\d{4,6}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * A value from elsewhere as the database's column holds it: texts, doubles, 64-bit integers, days and milliseconds since 1970 (UTC),
 * truth. Null when it says nothing, or nothing of this kind. Days and instants come as Date, epoch milliseconds or ISO text; an instant
 * without a zone is read as UTC, so that it is shown as it was written.
 */
export function plainValue(
  value: unknown,
  kind: ColumnKind,
): string | number | bigint | boolean | null {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case "text":
      return asText(value);
    case "integer":
      return asInteger(value);
    case "number":
      return asNumber(value);
    case "boolean":
      return asBoolean(value);
    case "date": {
      const at = asInstant(value);
      return at === null ? null : Math.floor(at / DAY);
    }
    case "timestamp": {
      const at = asInstant(value);
      return at === null ? null : BigInt(Math.round(at));
    }
    default:
      return kind satisfies never;
  }
}

function asText(value: unknown): string | null {
  if (typeof value === "string") return value.toWellFormed();
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  const text: string | undefined = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? inner.toString() : inner,
  );
  return text ?? null;
}

function asInteger(value: unknown): bigint | null {
  if (typeof value === "boolean") return value ? 1n : 0n;
  if (typeof value === "number" && !Number.isInteger(value)) return null;
  if (typeof value === "string" && !/^\s*[+-]?\d{1,19}\s*$/.test(value)) return null;
  if (typeof value !== "number" && typeof value !== "string" && typeof value !== "bigint")
    return null;
  const whole = BigInt(typeof value === "string" ? value.trim().replace(/^\+/, "") : value);
  return whole >= -LONG && whole < LONG ? whole : null;
}

function asNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isNaN(value) ? null : value;
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string" || value.trim() === "") return null;
  const read = Number(value);
  return Number.isNaN(read) ? null : read;
}

function asBoolean(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (value === 1 || value === 1n || value === "true" || value === "1") return true;
  if (value === 0 || value === 0n || value === "false" || value === "0") return false;
  return null;
}

function asInstant(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.getTime();
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (!ISO.test(text)) return null;
  const zoned = /(?:Z|[T ].*[+-]\d\d(?::?\d\d)?)$/.test(text);
  const whole = text
    .replace(" ", "T")
    .replace(/([+-]\d\d)$/, (zone, _, at: number) => (at > 10 ? `${zone}:00` : zone));
  const at = Date.parse(zoned || whole.length <= 10 ? whole : `${whole}Z`);
  return Number.isNaN(at) ? null : at;
}
