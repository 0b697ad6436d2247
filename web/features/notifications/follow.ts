import { useQueryClient } from "@tanstack/solid-query";
import { onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";

const me = () => session.me()?.person.id ?? "";

/** Reads the notifications anew when this person was told of something, or when what they were told of went. */
export function followNotifications(): void {
  const queries = useQueryClient();
  const again = () => void queries.invalidateQueries({ queryKey: ["notifications"] });
  // A board's projection names whom it told of something.
  onLive("tasks", ({ after }) => {
    const told = after?.["notified"];
    if (Array.isArray(told) && told.includes(me())) again();
  });
  // A comment on a dashboard names whom it calls; one that was deleted names nobody.
  onLive("dashboards", ({ entity, after }) => {
    if (entity !== "dashboard_comment") return;
    const called = after?.["mentions"];
    if (!Array.isArray(called) || called.some((one: { id?: unknown }) => one.id === me())) again();
  });
}
