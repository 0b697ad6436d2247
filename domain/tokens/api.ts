import { z } from "zod";
import { Name, RoleId } from "#domain/identity/model.ts";
import { defineRoute } from "#domain/route.ts";
import { NewToken, ServiceAccount, ServiceId, Token, TokenId, TokenInput } from "./model.ts";

const Nothing = z.undefined();
const Tokens = z.strictObject({ items: z.array(Token) });
const OfService = z.strictObject({ id: ServiceId });

export const listTokens = defineRoute({
  method: "get",
  path: "/tokens",
  permission: "member",
  summary: "List the signed-in person's API tokens in this organization, newest first",
  output: Tokens,
});

export const createToken = defineRoute({
  method: "post",
  path: "/tokens",
  permission: "tokens.create",
  fresh: true,
  summary: "Make an API token for oneself, told once; its keys are the person's own or fewer",
  body: TokenInput,
  output: NewToken,
  status: 201,
  errors: ["token.expiry_invalid", "token.limit", "token.read_needed"],
  // The answer holds the token, which is never stored.
  idempotencyKey: false,
});

export const revokeToken = defineRoute({
  method: "delete",
  path: "/tokens/{id}",
  // Anyone may revoke their own; another's asks for tokens.manage, which the verb checks.
  permission: "member",
  summary: "Revoke an API token, one's own or, with the key for it, anybody's in the organization",
  params: z.strictObject({ id: TokenId }),
  output: Nothing,
  status: 204,
  errors: ["token.not_found", "conflict.version"],
});

export const listAllTokens = defineRoute({
  method: "get",
  path: "/organization/tokens",
  permission: "tokens.manage",
  summary: "List every member's API tokens in the organization, newest first",
  output: Tokens,
});

export const listServices = defineRoute({
  method: "get",
  path: "/service-accounts",
  permission: "tokens.manage",
  summary: "List the service accounts with their tokens, by name",
  output: z.strictObject({ items: z.array(ServiceAccount) }),
});

export const createService = defineRoute({
  method: "post",
  path: "/service-accounts",
  permission: "tokens.manage",
  summary: "Make a service account with a role, without tokens yet",
  body: z.strictObject({ name: Name, roleId: RoleId }),
  output: ServiceAccount,
  status: 201,
  errors: ["identity.role_not_found", "service.name_taken", "conflict.version"],
});

export const updateService = defineRoute({
  method: "patch",
  path: "/service-accounts/{id}",
  permission: "tokens.manage",
  summary: "Rename a service account, give it another role, stop it or let it go on, at once",
  params: OfService,
  body: z.strictObject({
    name: Name.optional(),
    roleId: RoleId.optional(),
    disabled: z.boolean().optional(),
  }),
  output: ServiceAccount,
  errors: [
    "service.not_found",
    "service.name_taken",
    "identity.role_not_found",
    "conflict.version",
  ],
});

export const deleteService = defineRoute({
  method: "delete",
  path: "/service-accounts/{id}",
  permission: "tokens.manage",
  summary: "Remove a service account and its tokens; what it did stays in the audit",
  params: OfService,
  output: Nothing,
  status: 204,
  errors: ["service.not_found", "conflict.version"],
});

export const createServiceToken = defineRoute({
  method: "post",
  path: "/service-accounts/{id}/tokens",
  permission: "tokens.manage",
  fresh: true,
  summary: "Make a token for a service account, told once, with keys that maker and role both hold",
  params: OfService,
  body: TokenInput,
  output: NewToken,
  status: 201,
  errors: [
    "service.not_found",
    "service.disabled",
    "token.expiry_invalid",
    "token.limit",
    "token.read_needed",
    "conflict.version",
  ],
  idempotencyKey: false,
});
