import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";

/** How many people the mail of a schedule goes to: who ended it is not one of them. */
export const recipientsOf = (
  schedule: Pick<ScheduleView, "memberIds" | "outsiders" | "unsubscribed">,
): number => {
  const { memberIds, outsiders, unsubscribed } = schedule;
  return memberIds.length + outsiders.length - unsubscribed.length;
};
