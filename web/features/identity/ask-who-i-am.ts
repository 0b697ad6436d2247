import { api } from "#web/lib/api.ts";
import { session } from "#web/lib/session.ts";

/** Reads anew who is signed in, after something changed elsewhere. Nothing happens when that fails, or nobody is. */
export async function askWhoIAm(): Promise<void> {
  if (!session.me()) return;
  const me = await api("get /auth/me").catch(() => undefined);
  if (me) session.update(me);
}
