import { z } from "zod";
import { DashboardId } from "#domain/dashboards/model.ts";
import { LANGUAGES } from "#domain/i18n/texts.ts";
import { idSchema } from "#domain/ids.ts";
import { Email } from "#domain/identity/model.ts";
import { namesOne, onceEach, recordOf } from "#domain/record.ts";

export const ScheduleId = idSchema("sch");

/** A zone that this runtime knows. */
function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** Every day, on weekdays (1 Monday … 7 Sunday), or on a day of the month: where a month has fewer, on its last. */
export const Frequency = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("day") }),
  z.strictObject({
    every: z.literal("week"),
    days: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .refine((days) => new Set(days).size === days.length, { error: "each once" }),
  }),
  z.strictObject({ every: z.literal("month"), day: z.int().min(1).max(31) }),
]);

/** Somebody without an account here, and the language of their mail. */
export const Outsider = z.strictObject({ email: Email, language: z.enum(LANGUAGES) });

const fields = {
  frequency: Frequency,
  hour: z.int().min(0).max(23),
  timeZone: z.string().max(60).refine(isZone, { error: "no such zone" }),
  memberIds: onceEach("usr", 50),
  outsiders: z
    .array(Outsider)
    .max(20)
    .refine((all) => new Set(all.map(({ email }) => email)).size === all.length, {
      error: "each once",
    }),
  paused: z.boolean(),
};

/** When a schedule is due: hours by the clock of its zone. */
export type Timing = { frequency: z.infer<typeof Frequency>; hour: number; timeZone: string };

/** A new schedule. */
export const ScheduleInput = z.strictObject({
  ...fields,
  timeZone: fields.timeZone.default("Europe/Paris"),
  memberIds: fields.memberIds.default([]),
  outsiders: fields.outsiders.default([]),
  paused: fields.paused.default(false),
});
export type ScheduleInput = z.output<typeof ScheduleInput>;

/** Some fields of a schedule, at least one. */
export const ScheduleChanges = z
  .strictObject(fields)
  .partial()
  .refine(...namesOne);
export type ScheduleChanges = z.output<typeof ScheduleChanges>;

/** A schedule as it is stored. */
const ScheduleRecord = z.strictObject({
  ...recordOf("sch"),
  ...fields,
  timeZone: z.string(),
  dashboardId: DashboardId,
  /** UTC instant. */
  nextAt: z.iso.datetime(),
});
export type ScheduleRecord = z.infer<typeof ScheduleRecord>;

/** What became of one sending. */
export const Sending = z.strictObject({
  at: z.iso.datetime(),
  outcome: z.enum(["sent", "no_figures", "nobody"]),
  /** Mails that were written. */
  mails: z.int().nonnegative(),
  /** Of when the figures were; null when there were none. */
  figuresAt: z.iso.datetime().nullable(),
});
export type Sending = z.infer<typeof Sending>;

/** A schedule as its readers see it. */
export const ScheduleView = ScheduleRecord.extend({
  /** Outsiders who want no more of these mails. */
  unsubscribed: z.array(z.string()),
  /** The last sendings, newest first. */
  sendings: z.array(Sending),
}).meta({ id: "DashboardSchedule" });
export type ScheduleView = z.infer<typeof ScheduleView>;
