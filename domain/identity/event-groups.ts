import { AUTH_EVENTS, type AuthEventKind } from "./model.ts";

/** What kinds of an account's events have in common. `other`: the profile, and belonging to organizations. */
export const EVENT_GROUPS = [
  "sign_in",
  "refused",
  "sign_out",
  "factors",
  "credentials",
  "other",
] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const REFUSED: readonly AuthEventKind[] = [
  "sign_in.failed",
  "sign_in.slowed",
  "factor.refused",
  "password.refused",
  "refresh.reused",
];

const STARTS: readonly (readonly [RegExp, EventGroup])[] = [
  [/^(?:sign_in|session)\.|^account\.created$/, "sign_in"],
  [/^sign_out\./, "sign_out"],
  [/^factor\./, "factors"],
  [/^(?:password|email)\./, "credentials"],
];

/** The group that a kind belongs to. */
export function groupOf(kind: AuthEventKind): EventGroup {
  if (REFUSED.includes(kind)) return "refused";
  return STARTS.find(([start]) => start.test(kind))?.[1] ?? "other";
}

/** The kinds of a group. */
export function kindsIn(group: EventGroup): AuthEventKind[] {
  return AUTH_EVENTS.filter((kind) => groupOf(kind) === group);
}

/**
 * What whoever administers an organization sees of its members: how they sign in and what opens their accounts. Nothing
 * that tells of other organizations.
 */
export const WATCHED_EVENTS: readonly AuthEventKind[] = AUTH_EVENTS.filter(
  (kind) => groupOf(kind) !== "other",
);
