import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import {
  Email,
  Language,
  LinkToken,
  Name,
  NewPassword,
  OrganizationName,
  SignedIn,
} from "./model.ts";

const Nothing = z.undefined();

export const startRegistration = defineRoute({
  method: "post",
  path: "/auth/register/start",
  permission: "public",
  summary: "Mail a link that starts an organization; says the same for every address",
  body: z.strictObject({ email: Email, language: Language }),
  output: Nothing,
  status: 204,
  idempotencyKey: false,
});

export const viewRegistration = defineRoute({
  // A mutation by name only: the token goes in the body, because addresses stand in access logs.
  method: "post",
  path: "/auth/register/view",
  permission: "public",
  summary:
    "Tell whoever holds the mailed link which address it proves, and whether that has an account",
  body: z.strictObject({ token: LinkToken }),
  output: z.strictObject({ email: z.string(), account: z.enum(["new", "existing"]) }),
  errors: ["auth.link_invalid"],
  idempotencyKey: false,
});

export const register = defineRoute({
  method: "post",
  path: "/auth/register",
  permission: "public",
  summary:
    "Create an organization with a database of its own, and its first owner, by the mailed link",
  body: z.strictObject({
    token: LinkToken,
    organization: Name,
    name: Name,
    password: NewPassword,
    language: Language,
  }),
  output: SignedIn,
  status: 201,
  errors: [
    "auth.link_invalid",
    "auth.password_weak",
    "auth.email_taken",
    "organization.pool_full",
    "organization.unavailable",
  ],
  // The answer holds tokens, which are never stored. Asked again with the same words, it signs in.
  idempotencyKey: false,
});

export const addOrganization = defineRoute({
  method: "post",
  path: "/auth/register/organization",
  permission: "public",
  summary: "Create a further organization of the account whose address the mailed link proves",
  body: z.strictObject({ token: LinkToken, organization: Name }),
  output: z.strictObject({ organization: OrganizationName }),
  status: 201,
  errors: [
    "auth.link_invalid",
    "organization.too_many",
    "organization.pool_full",
    "organization.unavailable",
  ],
  // The link works once; asked again with the same name, it answers the same.
  idempotencyKey: false,
});

export const createOrganization = defineRoute({
  method: "post",
  path: "/auth/organizations",
  permission: "member",
  beforeFactor: true,
  summary: "Create a further organization of the signed-in person, and go on there",
  body: z.strictObject({ name: Name }),
  output: SignedIn,
  status: 201,
  errors: ["organization.too_many", "organization.pool_full", "organization.unavailable"],
  // The answer holds a token, which is never stored. Asked again with the same name, it goes on there.
  idempotencyKey: false,
});
