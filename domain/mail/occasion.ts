import { LOCALES, type Language } from "#domain/i18n/texts.ts";
import { shownDevice } from "#domain/identity/device.ts";
import { placeName } from "#domain/identity/place.ts";
import type { Occasion } from "./model.ts";

/**
 * An instant as a mail tells it, with the zone spelt out: `21 novembre 2026 à 17:12 UTC+1`; where `inCity` says how, by the city that
 * the zone is called after: `21 novembre 2026 à 17:12, heure de Paris`.
 */
export function mailMoment(
  language: Language,
  at: string,
  timeZone: string | null,
  inCity?: (city: string) => string,
): string {
  const options = {
    dateStyle: "long",
    timeStyle: "short",
  } as const satisfies Intl.DateTimeFormatOptions;
  const zone = isZone(timeZone) ? timeZone : "UTC";
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: zone });
  const city = zone.startsWith("Etc/") ? undefined : zone.split("/").slice(1).at(-1);
  if (inCity && city) return `${text.format(date)}, ${inCity(city.replaceAll("_", " "))}`;
  const name = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: zone,
    timeZoneName: "short",
  })
    .formatToParts(date)
    .find((part) => part.type === "timeZoneName")?.value;
  return `${text.format(date)} ${name ?? zone}`;
}

/** When, with what and where something happened, under the names that the language gives. */
export function mailFacts(
  language: Language,
  names: { when: string; device: string; place: string; local: string; unknown: string },
  occasion: Occasion,
): (readonly [string, string])[] {
  return [
    [names.when, mailMoment(language, occasion.at, occasion.timeZone)],
    [names.device, shownDevice(occasion.device, names.unknown)],
    [names.place, placeName(language, occasion.place, names)],
  ];
}

function isZone(zone: string | null): zone is string {
  try {
    return zone !== null && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}
