import { z } from "zod";
import { AUTH_EVENTS, AuthEventId } from "#domain/identity/model.ts";
import { Place } from "#domain/identity/place.ts";
import { defineRoute } from "#domain/route.ts";
import { accessFilter, auditFilter } from "./filter.ts";

/** An event of a member's account, as whoever administers the organization sees it. */
export const SignInEntry = z.strictObject({
  id: AuthEventId,
  at: z.iso.datetime(),
  actor: z.strictObject({ id: z.string(), name: z.string(), kind: z.literal("person") }),
  action: z.enum(AUTH_EVENTS),
  /** Browser and system; null where no request is behind it. */
  device: z.string().nullable(),
  place: Place.nullable(),
  address: z.string().nullable(),
  requestId: z.string(),
});
export type SignInEntry = z.infer<typeof SignInEntry>;

/** What narrows the list: person, kind, time, and words of names, devices, addresses, countries and kinds. */
export const signInFilter = { ...accessFilter, q: auditFilter.q };
const SignInFilter = z.strictObject(signInFilter);
export type SignInFilter = z.output<typeof SignInFilter>;

export const listSignIns = defineRoute({
  method: "get",
  path: "/audit/sign-ins",
  permission: "audit.read",
  summary:
    "List how the organization's members signed in since they joined, last first, filtered, page by page",
  query: z.strictObject({
    ...signInFilter,
    cursor: AuthEventId.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.strictObject({ items: z.array(SignInEntry), nextCursor: AuthEventId.nullable() }),
  discloses: "sign_ins.listed",
});

export const listSignInPeople = defineRoute({
  method: "get",
  path: "/audit/sign-ins/people",
  permission: "audit.read",
  summary: "List the members whose sign-ins are told, by name",
  output: z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
});

export const exportSignIns = defineRoute({
  method: "get",
  path: "/audit/sign-ins/export.csv",
  permission: "audit.export",
  summary: "Download the filtered sign-ins of the members as CSV",
  query: z.strictObject({ ...signInFilter, language: z.enum(["fr", "en"]).default("fr") }),
  output: z.string(),
  produces: "text/csv",
  discloses: "sign_ins.exported",
});
