import { z } from "zod";
import { LOCALES, type Language } from "#domain/i18n/texts.ts";

/** Where something happened: an ISO 3166 code, or `local` for an address that no other network knows. */
export const Place = z.string().regex(/^(?:[A-Z]{2}|local)$/);

/** Cloudflare's code for an address of which it knows no country. */
const NOWHERE = "XX";

// RFC 1918, loopback, link-local; for IPv6 loopback, unique local (RFC 4193) and link-local.
const PRIVATE = [
  /^(?:::ffff:)?(?:10|127)\./,
  /^(?:::ffff:)?192\.168\./,
  /^(?:::ffff:)?172\.(?:1[6-9]|2\d|3[01])\./,
  /^(?:::ffff:)?169\.254\./,
  /^::1$/,
  /^f[cd][\da-f]{2}:/,
  /^fe[89ab][\da-f]:/,
];

/**
 * The place of a network address, never guessed: `local` for a private one, else the country that the edge told; null when
 * neither is known.
 * @param country ISO 3166 alpha-2 as the edge gave it.
 */
export function placeOf(address: string | null, country: string | null): string | null {
  const plain = address?.toLowerCase() ?? "";
  if (PRIVATE.some((range) => range.test(plain))) return "local";
  return country && country !== NOWHERE && /^[A-Z]{2}$/.test(country) ? country : null;
}

/** A place in the reader's language: the country's name, or one of the two words. */
export function placeName(
  language: Language,
  place: string | null,
  words: { local: string; unknown: string },
): string {
  if (place === "local") return words.local;
  if (!place || !/^[A-Z]{2}$/.test(place)) return words.unknown;
  const names = new Intl.DisplayNames(LOCALES[language], { type: "region", fallback: "none" });
  return names.of(place) ?? words.unknown;
}
