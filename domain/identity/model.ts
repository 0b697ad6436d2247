import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { SupportAccess } from "#domain/support/model.ts";
import { Deletion } from "#domain/organization/deletion.ts";
import { Place } from "./place.ts";
import { PASSWORD_LENGTH } from "./password-length.ts";

export const UserId = idSchema("usr");
export const OrganizationId = idSchema("org");
export const RoleId = idSchema("rol");
export const SessionId = idSchema("ses");
export const InvitationId = idSchema("inv");
export const DivisionId = idSchema("div");
/** Ids of events rise with their time: a page of them goes on before the last id of the one before. */
export const AuthEventId = idSchema("aev");

export const Language = z.enum(["fr", "en"]);

/** A new password. Nothing is trimmed and any character is allowed; zod counts UTF-16 units, `./password.ts` characters. */
export const NewPassword = z
  .string()
  .min(PASSWORD_LENGTH.min)
  .max(2 * PASSWORD_LENGTH.max);

/** A password as it is typed to sign in: no rule of new passwords applies, so that old ones still work. */
export const TypedPassword = z.string().min(1).max(1024);

/** An email address as it is compared: trimmed, lower case. */
export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());

/** A name of a person, an organization or a role: one line of 1 to 80 characters. */
export const Name = nameLine(80);

/** An opaque token as it travels in links: URL-safe base64. */
export const LinkToken = z.string().regex(/^[\w-]{20,100}$/);

/** The person who is signed in. */
export const Person = z.strictObject({
  id: UserId,
  name: z.string(),
  email: z.string(),
  language: Language,
  /** False until the person has opened a link mailed to the address. */
  emailVerified: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const OrganizationName = z.strictObject({ id: OrganizationId, name: z.string() });

/** A role as others name it. `name` is null for the roles of the start, which the page names by `slug`. */
export const RoleName = z.strictObject({
  id: RoleId,
  slug: z.string(),
  name: z.string().nullable(),
});
export type RoleName = z.infer<typeof RoleName>;

/** Who is signed in, where, and what that person may do there. */
export const Me = z.strictObject({
  person: Person,
  organization: OrganizationName,
  role: RoleName,
  permissions: z.array(z.string()),
  /** From when on whoever has no second factor reaches nothing but what adds one; null where that is not demanded. */
  factorDue: z.iso.datetime().nullish(),
  /** The deletion of the organization that was asked for; null when nobody asked. */
  deletion: Deletion.nullish(),
  /** Until when this person is here as Aetheria's support; null for a member. */
  supportUntil: z.iso.datetime().nullish(),
  /** That the support may come in, and until when; null when it may not. */
  supportAccess: SupportAccess.nullish(),
  /** Every organization of the person, in order of name: what the switcher offers. */
  organizations: z.array(
    z.strictObject({
      ...OrganizationName.shape,
      role: RoleName,
      /** Until when it lets this person in as support; null for a member. */
      supportUntil: z.iso.datetime().nullish(),
    }),
  ),
});
export type Me = z.infer<typeof Me>;

/**
 * The answer of every way in. The access token lives 15 minutes and is kept in memory; the refresh token comes beside
 * it as a cookie that scripts can't read.
 */
export const SignedIn = z.strictObject({
  accessToken: z.string(),
  /** When the access token ends, UTC. */
  expiresAt: z.iso.datetime(),
  /** When the organization that was asked for was deleted, UTC, where the person goes on in another one because of that. */
  deletedAt: z.iso.datetime().nullish(),
  ...Me.shape,
});
export type SignedIn = z.infer<typeof SignedIn>;

/** What a mailed link has done: confirmed the address, put a new one in its place, or put the old one back. */
export const EmailConfirmed = z.strictObject({
  done: z.enum(["verified", "changed", "restored"]),
  email: z.string(),
});

/** One device on which the person is signed in. */
export const Session = z.strictObject({
  id: SessionId,
  /** Browser and system as the user agent tells them, such as `Firefox · Linux`. */
  device: z.string(),
  createdAt: z.iso.datetime(),
  seenAt: z.iso.datetime(),
  /** Where the sign-in came from; null when nobody knows. */
  place: Place.nullable(),
  /** Where it was last used from. */
  seenPlace: Place.nullable(),
  expiresAt: z.iso.datetime(),
  /** True for the session that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** What happens to an account, shown to its person. */
export const AUTH_EVENTS = [
  "account.created",
  "organization.started",
  "sign_in.password",
  "sign_in.link",
  "sign_in.failed",
  "sign_in.slowed",
  "sign_out.here",
  "sign_out.session",
  "sign_out.others",
  "sign_out.everywhere",
  "refresh.reused",
  "membership.joined",
  "membership.removed",
  "membership.role_changed",
  "membership.division_changed",
  "ownership.given",
  "ownership.received",
  "profile.changed",
  "email.verified",
  "email.change_asked",
  "email.changed",
  "email.restored",
  "password.reset_asked",
  "password.reset",
  "password.changed",
  "password.refused",
  "sign_in.new_device",
  "sign_in.code",
  "sign_in.recovery_code",
  "factor.refused",
  "factor.totp_added",
  "factor.totp_removed",
  "factor.recovery_issued",
  "sign_in.passkey",
  "factor.passkey_added",
  "factor.passkey_removed",
  "factor.passkey_renamed",
  "factor.recovery_used",
  "session.proven",
  "support.opened",
  "support.ended",
  "organization.deletion_asked",
  "organization.deletion_cancelled",
  "membership.organization_deleted",
  "token.created",
  "token.revoked",
] as const;
export type AuthEventKind = (typeof AUTH_EVENTS)[number];

export const AuthEvent = z.strictObject({
  id: AuthEventId,
  kind: z.enum(AUTH_EVENTS),
  at: z.iso.datetime(),
  /** Browser and system of the request; null where no request of the person is behind it. */
  device: z.string().nullable(),
  place: Place.nullable(),
  address: z.string().nullable(),
});
