import { createEffect, on, onCleanup } from "solid-js";
import type { RoleName } from "#domain/identity/model.ts";
import { useRoleName } from "#web/features/identity/role-name.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useLive, onLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { useToasts } from "#web/ui/toast-store.ts";

/** Reads anew what this person may do; calls back when the role is another one than the page knew. */
async function readMeAgain(onRole: (role: RoleName) => void): Promise<void> {
  const before = session.me();
  const me = await api("get /auth/me");
  session.update(me);
  if (before && before.role.id !== me.role.id) onRole(me.role);
}

/**
 * Keeps what this person may do as it now is: a change of their role or of the rights of a role shows at once, a new
 * role is told by its name, and an access that has ended leads out, or to another organization of this person, and says
 * so. The server refuses either way; this is what the page shows.
 */
export function followAuthority(): void {
  const live = useLive();
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const roleName = useRoleName();
  const tell = (role: RoleName) =>
    void toasts.show({ text: t().identity.members.yourRole(roleName(role)) });
  // What can't be read now is read with the next answer that tells of it: the server refuses meanwhile.
  const again = () => void readMeAgain(tell).catch(() => undefined);
  onCleanup(live.onAuthority(again));
  onLive("members", (event) => {
    if (["organization", "support_grant"].includes(event.entity)) again();
  });
  // Of the status alone: what is read again is the person, whom this would otherwise follow without an end.
  createEffect(
    on(live.status, (status) => {
      if (status === "refused") void session.restore();
      if (status === "demanded") again();
    }),
  );
  createEffect(() => {
    const lost = session.ending();
    // Whoever has no other organization is told by the sign-in page.
    if (lost?.kind !== "removed" || session.status() !== "signed-in") return;
    const now = session.me()?.organization.name ?? "";
    const text = lost.deletedAt
      ? t().deletion.moved(lost.organization, f().moment(lost.deletedAt), now)
      : t().identity.ending.moved(lost.organization, now);
    toasts.show({ text, tone: "warn" });
    session.forgetEnding();
  });
}
