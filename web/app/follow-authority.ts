import { createEffect } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive, onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { useToasts } from "#web/ui/toast-store.ts";

function readMeAgain(): void {
  api("get /auth/me").then(
    (me) => session.update(me),
    () => undefined,
  );
}

/**
 * Keeps what this person may do as it now is: a change of their role or of the rights of a role shows at once, and
 * an access that has ended leads out, or to another organization of this person, and says so. The server refuses either way; this is what the page shows.
 */
export function followAuthority(): void {
  const live = useLive();
  const t = useTexts();
  const toasts = useToasts();
  onLive("members", (event) => {
    const own = event.entity === "member" && event.entityId === session.me()?.person.id;
    if (own || event.entity === "role") readMeAgain();
  });
  createEffect(() => {
    if (live.status() === "refused") void session.restore();
  });
  createEffect(() => {
    const lost = session.ending();
    // Whoever has no other organization is told by the sign-in page.
    if (lost?.kind !== "removed" || session.status() !== "signed-in") return;
    const now = session.me()?.organization.name ?? "";
    toasts.show({ text: t().identity.ending.moved(lost.organization, now), tone: "warn" });
    session.forgetEnding();
  });
}
