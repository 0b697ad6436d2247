import type { Me } from "#domain/identity/model.ts";

const ME = "aetheria.me";
const ORGANIZATION = "aetheria.organization";
const LEAVING = "aetheria.leaving";

/**
 * Who was signed in last on this device, so that the shell opens without a network. No token is ever stored.
 * The organization is kept per tab, so that two tabs can stand in two organizations over reloads.
 */
export const sessionStore = {
  me(): Me | null {
    try {
      return JSON.parse(localStorage.getItem(ME) ?? "null") as Me | null;
    } catch {
      return null;
    }
  },
  organizationId(): string | undefined {
    return sessionStorage.getItem(ORGANIZATION) ?? undefined;
  },
  keep(me: Me): void {
    localStorage.setItem(ME, JSON.stringify(me));
    sessionStorage.setItem(ORGANIZATION, me.organization.id);
  },
  /** Signed out without a network: the server has yet to be told, before the cookie is used again. */
  leaving: () => localStorage.getItem(LEAVING) !== null,
  setLeaving(leaving: boolean): void {
    if (leaving) localStorage.setItem(LEAVING, "1");
    else localStorage.removeItem(LEAVING);
  },
  clear(): void {
    localStorage.removeItem(ME);
    sessionStorage.removeItem(ORGANIZATION);
  },
};
