/** Fields of a log line. Never a body, a token, a password or a cookie. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

const SECRET = /token|secret|password|authorization|cookie|pepper|ticket/i;

/** Writes one structured line. Fields whose name speaks of a secret are dropped, whoever passes them. */
export function log(level: "info" | "warn" | "error", event: string, fields: LogFields = {}): void {
  const safe = Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
  console[level](JSON.stringify({ level, event, ...safe }));
}
