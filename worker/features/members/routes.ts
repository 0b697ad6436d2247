import * as api from "#domain/members/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { previewInvitation, viewInvitation } from "./find-invitation.ts";
import { giveRole } from "./give-role.ts";
import { invite, listInvitations, revokeInvitation } from "./invitations.ts";
import { joinOrganization } from "./join-organization.ts";
import { listMembers, listRoles } from "./list-members.ts";
import { removeMember } from "./remove-member.ts";
import { createRole, deleteRole, updateRole } from "./roles.ts";
import { startInvitation } from "./start-invitation.ts";

export const memberRoutes = [
  bind(api.listMembers, (ctx) => listMembers(ctx)),
  bind(api.giveRole, (ctx, { params, body }) => giveRole(ctx, { ...params, ...body })),
  bind(api.removeMember, (ctx, { params }) => removeMember(ctx, params.userId)),
  bind(api.listRoles, (ctx) => listRoles(ctx)),
  bind(api.createRole, (ctx, { body }) => createRole(ctx, body)),
  bind(api.updateRole, (ctx, { params, body }) => updateRole(ctx, params.id, body)),
  bind(api.deleteRole, (ctx, { params }) => deleteRole(ctx, params.id)),
  bind(api.listInvitations, (ctx) => listInvitations(ctx)),
  bind(api.invite, (ctx, { body }) => invite(ctx, body)),
  bind(api.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.id)),
  bindPublic(api.previewInvitation, (ctx, { body }) => previewInvitation(ctx, body.token)),
  bind(api.viewInvitation, (ctx, { body }) => viewInvitation(ctx, body.token)),
  bind(api.joinOrganization, (ctx, { body }) => joinOrganization(ctx, body.token)),
  bindPublic(api.startInvitation, (ctx, { body }) => startInvitation(ctx, body)),
  bindPublic(api.acceptInvitation, (ctx, { body }) => acceptInvitation(ctx, body)),
];
