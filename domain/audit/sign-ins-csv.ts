import { CSV_DIALECTS, csvLine, textCell } from "#domain/csv.ts";
import { audit as auditEn } from "#domain/i18n/en/audit.ts";
import { identity as en } from "#domain/i18n/en/identity.ts";
import { audit as auditFr } from "#domain/i18n/fr/audit.ts";
import { identity as fr } from "#domain/i18n/fr/identity.ts";
import { shownDevice } from "#domain/identity/device.ts";
import { placeName } from "#domain/identity/place.ts";
import type { SignInEntry } from "./sign-ins.ts";

type Language = keyof typeof CSV_DIALECTS;

const WORDS = {
  fr: { ...fr, ...auditFr.signIns, csv: auditFr.csv },
  en: { ...en, ...auditEn.signIns, csv: auditEn.csv },
};

/** The heads of an export of sign-ins, in the words of a language. */
export function signInsCsvHead(language: Language): string {
  const { csv, head } = WORDS[language];
  const { at, address, requestId } = csv;
  const { person, personId, what, device, place } = head;
  const heads = [at, person, personId, what, device, place, address, requestId];
  return csvLine(heads.map(textCell), CSV_DIALECTS[language]);
}

/** A sign-in as a line of CSV. Instants are UTC. */
export function signInsCsvLine(entry: SignInEntry, language: Language): string {
  const { events, places, devices } = WORDS[language];
  const cells = [
    entry.at,
    entry.actor.name,
    entry.actor.id,
    events[entry.action],
    shownDevice(entry.device ?? "", devices.unknown),
    placeName(language, entry.place, places),
    entry.address ?? "",
    entry.requestId,
  ];
  return csvLine(cells.map(textCell), CSV_DIALECTS[language]);
}
