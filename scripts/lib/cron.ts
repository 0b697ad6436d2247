/** Ranges of the five fields of a cron expression: minute, hour, day of month, month, day of week. */
const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;

function matches(field: string, value: number, [low, high]: readonly [number, number]): boolean {
  return field.split(",").some((part) => {
    const [range = "*", step = "1"] = part.split("/");
    const [first, last] = range === "*" ? [low, high] : range.split("-").map(Number);
    const from = first ?? low;
    const to = last ?? (part.includes("/") ? high : from);
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}

/**
 * Whether a cron expression of wrangler.toml fires in the minute of `at` (UTC, as on Cloudflare).
 * Knows numbers, `*`, lists, ranges and steps; days of the week run from 0, Sunday.
 */
export function fires(expression: string, at: Date): boolean {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== FIELDS.length) throw new Error(`Not a cron expression: ${expression}`);
  const now = [
    at.getUTCMinutes(),
    at.getUTCHours(),
    at.getUTCDate(),
    at.getUTCMonth() + 1,
    at.getUTCDay(),
  ];
  return fields.every((field, i) => matches(field, now[i] ?? -1, FIELDS[i] ?? [0, 0]));
}
