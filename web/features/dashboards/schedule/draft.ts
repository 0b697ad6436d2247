import type { ScheduleInput, ScheduleView } from "#domain/dashboards/schedule/model.ts";
import type { Language } from "#domain/i18n/texts.ts";

/** A schedule as its form holds it. */
export interface ScheduleDraft {
  every: "day" | "week" | "month";
  days: readonly number[];
  day: number;
  hour: number;
  timeZone: string;
  memberIds: readonly string[];
  /** One address per line. */
  outsiders: string;
  language: Language;
}

/** What the form begins with: the schedule, or each Monday at eight in the person's zone of business. */
export function draftOf(schedule: ScheduleView | undefined, language: Language): ScheduleDraft {
  const frequency = schedule?.frequency ?? { every: "week" as const, days: [1] };
  return {
    every: frequency.every,
    days: frequency.every === "week" ? frequency.days : [1],
    day: frequency.every === "month" ? frequency.day : 1,
    hour: schedule?.hour ?? 8,
    timeZone: schedule?.timeZone ?? "Europe/Paris",
    memberIds: schedule?.memberIds ?? [],
    outsiders: (schedule?.outsiders ?? []).map(({ email }) => email).join("\n"),
    language: schedule?.outsiders[0]?.language ?? language,
  };
}

/** The addresses of a draft, each once. */
export function addressesOf({ outsiders }: Pick<ScheduleDraft, "outsiders">): string[] {
  const typed = outsiders.split(/[\s,;]+/).map((email) => email.trim().toLowerCase());
  return [...new Set(typed.filter((email) => email !== ""))];
}

/** The first address that is none. */
export function wrongAddress(draft: Pick<ScheduleDraft, "outsiders">): string | undefined {
  return addressesOf(draft).find((email) => !/^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(email));
}

/** What is saved of a draft. Who was written to in a language keeps it. */
export function inputOf(
  draft: ScheduleDraft,
  before: ScheduleView | undefined,
): Omit<ScheduleInput, "paused"> {
  const known = new Map(before?.outsiders.map((one) => [one.email, one.language]));
  const languageChanged = before?.outsiders[0]?.language !== draft.language;
  const { every, days, day, hour, timeZone, memberIds, language } = draft;
  return {
    frequency:
      every === "day"
        ? { every }
        : every === "week"
          ? { every, days: days.toSorted((a, b) => a - b) }
          : { every, day },
    hour,
    timeZone,
    memberIds: [...memberIds],
    outsiders: addressesOf(draft).map((email) => ({
      email,
      language: languageChanged ? language : (known.get(email) ?? language),
    })),
  };
}
