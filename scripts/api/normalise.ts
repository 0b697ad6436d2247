const ULID = /\b([a-z]{3})_[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{26}\b/g;
const INSTANT = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z/g;
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]+/g;
const SECRET = /"token":\s?"[\w.-]{20,}"/g;
const RECOVERY_CODE = /\b(?:[0-9a-hjkmnp-tv-z]{5}-){4}[0-9a-hjkmnp-tv-z]{6}\b/g;
const APP_KEY = /\b[A-Z2-7]{32}\b/g;
// Within a shell's double quotes its own are escaped.
const APP_CODE = /(\\?"code\\?":\s?\\?")\d{6}/g;
const PASSKEY =
  /("(?:challenge|id|rawId|clientDataJSON|attestationObject|authenticatorData|signature)":\s?")[\w-]{38,}"/g;
const HOST = /("(?:rpId|id)":\s?")127\.0\.0\.1"/g;
const HINT = /"hint": "\w{4}"/g;
// Of an archive: what is in it differs by its ids alone, and so does how well they pack.
const SIZE = /"size": \d{4,}/g;
const SIGNING = /whsec_[\w+/]{32}/g;
const SENT_AT = /("webhook-timestamp": ")\d+"/g;
const DURATION = /"duration": \d+/g;
const MS = /"ms": \d+(?:\.\d+)?/g;

/**
 * Makes what differs from run to run the same: ids are counted by kind, instants and today stand still, tokens are cut.
 * One instance a page, so that an id keeps its number throughout.
 */
export function normaliser(now = new Date()): (text: string) => string {
  const today = now.toISOString().slice(0, 10);
  const seen = new Map<string, string>();
  const counts = new Map<string, number>();
  const stable = (id: string, prefix: string): string => {
    const known = seen.get(id);
    if (known) return known;
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    const name = `${prefix}_01KAETHERA0000000000000${String(count).padStart(3, "0")}`;
    seen.set(id, name);
    return name;
  };
  return (text) =>
    text
      .replaceAll(ULID, stable)
      .replaceAll(INSTANT, "2026-11-24T09:00:00.000Z")
      .replaceAll(today, "2026-11-24")
      .replaceAll(JWT, "eyJhbGciOi…")
      .replaceAll(SECRET, '"token": "…"')
      .replaceAll(RECOVERY_CODE, "7k2mq-…")
      .replaceAll(APP_KEY, "JBSWY3DPEHPK3PXP…")
      .replaceAll(APP_CODE, "$1287082")
      .replaceAll(PASSKEY, '$1…"')
      .replaceAll(HOST, '$1app.exemple.fr"')
      .replaceAll(SIZE, '"size": 31415')
      .replaceAll(HINT, '"hint": "x9Zq"')
      .replaceAll(SIGNING, "whsec_…")
      .replaceAll(SENT_AT, '$11795510800"')
      .replaceAll(DURATION, '"duration": 12')
      .replaceAll(MS, '"ms": 1');
}
