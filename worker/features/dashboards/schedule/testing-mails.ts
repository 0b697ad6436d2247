import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { newId } from "#domain/ids.ts";
import { addPublished } from "#worker/features/dashboards/share/testing.ts";
import { answerOf } from "#worker/features/dashboards/testing.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { testEnv, type TestOrganization } from "#worker/platform/testing.ts";
import { sendSchedule } from "./send-schedule.ts";
import { SCHEDULE } from "./testing.ts";

/** Where somebody gets mail. */
const emailOf = async (userId: string) => {
  const [user] = await rows<{ email: string }>("SELECT email FROM users WHERE id = ?", userId);
  return user?.email ?? "";
};

/** Somebody without an account. */
const outsider = (language: "fr" | "en" = "en") => ({
  email: `paul-${newId("x").slice(-8).toLowerCase()}@example.com`,
  language,
});

/** What tests of scheduled mails do in an organization; it is asked for when it is there. */
export function scheduledMails(firm: () => TestOrganization) {
  /** Somebody of the firm whose address is confirmed. */
  const joined = async (role: "member" | "viewer") => {
    const person = await firm().join(role);
    await change("UPDATE users SET email_verified_at = created_at WHERE id = ?", person.userId);
    return person;
  };
  const add = async (changes: object, dashboardId?: string) => {
    const id = dashboardId ?? (await addPublished(firm().owner)).id;
    const body = { ...SCHEDULE, ...changes };
    return answerOf<ScheduleView>(firm().owner, `post /dashboards/${id}/schedules`, body);
  };
  const read = async ({ id, dashboardId }: ScheduleView) => {
    const path = `get /dashboards/${dashboardId}/schedules`;
    const list = await answerOf<{ items: ScheduleView[] }>(firm().owner, path);
    return list.items.find((one) => one.id === id);
  };
  /** Sends what is owed a moment after it is due, and waits for the mails. */
  async function send(schedule: ScheduleView, due = schedule.nextAt) {
    const late: Promise<unknown>[] = [];
    const clock = { now: () => Date.parse(due) + 1000 };
    const world = { env: testEnv, clock, defer: (work: Promise<unknown>) => void late.push(work) };
    await sendSchedule(world, firm().tenant, { scheduleId: schedule.id, due });
    await Promise.all(late);
  }
  return { joined, emailOf, outsider, add, read, send };
}
