import { session } from "#web/lib/session.ts";

/** From when on the person has to have a second factor, UTC; undefined when nothing is demanded or one is there. Reactive. */
export const factorDue = () => session.me()?.factorDue ?? undefined;

/** Whether the days of grace are over: nothing but the page that adds a factor can be used. Reactive. */
export function isShutOut(now = Date.now()): boolean {
  const due = factorDue();
  return due !== undefined && now >= Date.parse(due);
}
