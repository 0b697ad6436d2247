import type { ErrorParams } from "../../errors.ts";
import type { errors as fr } from "../fr/errors.ts";
import type { Texts } from "../texts.ts";
import { connectionErrors } from "./connection-errors.ts";
import { identity } from "./identity.ts";
import { longDay } from "#domain/i18n/long-day.ts";

/** Why the account is not of the organization: since when it is deleted, where that is why. */
const notMember = ({ deletedAt }: ErrorParams) => {
  if (typeof deletedAt !== "string") return "Your account no longer belongs to this company.";
  const day = new Date(deletedAt).toLocaleDateString("en-US", { dateStyle: "long" });
  return `This company was deleted on ${day}.`;
};

/** What would make a password stronger, as the server found: it knows words of the person that the page may not. */
const weakness = ({ advice }: ErrorParams) => {
  const words: Readonly<Record<string, string>> = identity.password.advice;
  return words[String(Array.isArray(advice) ? advice[0] : "")] ?? identity.password.advice.useWords;
};

/** Every code of the catalogue, of the network and of the browser’s passkeys. */
export const errors = {
  "network.offline": "You’re offline. Nothing is lost: try again once you’re connected.",
  "network.timeout": "The server didn’t answer within 10 s. What you typed is kept; try again.",
  "network.unreachable": "Couldn’t reach the server. What you typed is kept; try again.",
  "passkey.exists":
    "This device already keeps a passkey for your account. Use another one, or remove that passkey first.",
  "passkey.address": "Passkeys only work at Aetheria’s usual address. Open the page by its name.",
  "passkey.unable": "This browser or device couldn’t use a passkey. Try another one.",
  "request.invalid": "Some values aren’t valid. Correct the marked fields.",
  "request.malformed": "The request couldn’t be read. Reload the page and try again.",
  "request.too_large": "That’s too big to send. Send less at a time.",
  "request.unsupported_type": "This kind of content isn’t accepted. Reload the page.",
  "request.cross_site": "The request came from another site and was refused.",
  "request.insecure": "The connection is not encrypted. Open the address with https://.",
  "request.idempotency_key": "The request is misnumbered. Reload the page and try again.",
  "request.idempotency_reuse":
    "This request was already used for something else. Reload the page and try again.",
  "request.rate_limited": (params: ErrorParams) => {
    const wait = Number(params["seconds"] ?? 0);
    if (wait > 90) return `Too many tries. Wait ${Math.ceil(wait / 60)} minutes.`;
    return wait > 1 ? `Too many tries. Wait ${wait} seconds.` : "Too many tries. Wait a moment.";
  },
  "route.not_found": "This address doesn’t exist.",
  "auth.required": "Your session has ended. Sign in again.",
  "auth.expired": "Your session needs to be renewed. Try again.",
  "auth.invalid_credentials": "Wrong email or password.",
  "auth.refresh_reused": "This session was closed for safety: it was used twice. Sign in again.",
  "auth.link_invalid": "This link was already used or is no longer valid. Ask for another one.",
  "auth.email_taken": "An account with this email already exists. Sign in instead.",
  "auth.password_weak": (params) => `This password is too easy to guess. ${weakness(params)}`,
  "auth.password_wrong": "This is not your current password.",
  "auth.email_unverified": "Confirm your email address first: the link is in your inbox.",
  "auth.ticket_invalid": "The live connection has expired. It comes back by itself.",
  "auth.session_not_found": "This device is already signed out.",
  "auth.code_invalid": "This code is wrong or was used already. Take the next one.",
  "auth.challenge_invalid": "Time is up. Start signing in again.",
  "auth.second_factor_required":
    "This account asks for a second factor. Sign in first, then try again.",
  "auth.factor_exists": "An authenticator app is set up already.",
  "auth.factor_not_found": "This factor is no longer set up. Reload the page.",
  "auth.factor_demanded": "Your company asks for a second factor. Add one in Settings, Security.",
  "auth.token_invalid": (params) => {
    const reason = params["reason"];
    if (reason === "expired") return "This API token has expired. Create another one.";
    if (reason === "revoked") return "This API token was revoked.";
    if (reason === "disabled") return "This service account is suspended.";
    return "This API token is not valid. Copy all of it.";
  },
  "auth.token_refused": "An API token is not enough here: a person must be signed in.",
  "auth.fresh_required": "First prove that it’s really you, then try again.",
  "auth.passkey_invalid": "This passkey isn’t known here. Try another one.",
  "token.not_found": "This token no longer exists.",
  "token.expiry_invalid": "It must end later than now, and within a year.",
  "token.read_needed":
    "A token that changes something has to read it too: add the right to see for each area chosen.",
  "token.limit": "There are 50 tokens already. Revoke one first.",
  "service.not_found": "This service account no longer exists.",
  "service.name_taken": "A service account already has this name.",
  "service.disabled": "This service account is suspended. Resume it first.",
  "permission.denied": (params: ErrorParams) =>
    params["reason"] === "membership"
      ? notMember(params)
      : "Your role doesn’t allow this. Ask an administrator.",
  "organization.not_found": "This company doesn’t exist, or you’re no longer a member.",
  "organization.pool_full": "There is no room for a new company right now. Try again later.",
  "organization.too_many":
    "You have created five companies since yesterday already. Try again tomorrow.",
  "organization.unavailable":
    "Your company’s data is unavailable for the moment. Try again shortly.",
  "organization.name_mismatch": "That is not the company’s name. Type it exactly as it is written.",
  "support.grant_not_found": "This support access has already ended.",
  "organization.deletion_asked": "The deletion of this company has been asked for already.",
  "organization.deletion_not_asked": "The deletion of this company is no longer asked for.",
  "identity.invitation_invalid": (params: ErrorParams) =>
    params["reason"] === "email"
      ? `This invitation is for ${String(params["email"])} only. Use that address.`
      : "This invitation was used, revoked or is no longer valid. Ask for another one.",
  "identity.member_not_found": "This person is no longer a member.",
  "identity.role_not_found": "This role no longer exists.",
  "identity.owner_keys":
    "Whoever owns the company keeps the rights to see members and to change roles.",
  "identity.last_owner": "There must be at least one owner. Appoint another one first.",
  "identity.role_in_use": "This role is still held. Give its members another role first.",
  "identity.role_name_taken": "A role already has this name.",
  "identity.already_member": "This person is already a member.",
  "identity.invitation_not_found": "This invitation no longer exists.",
  "identity.already_owner": "This person already owns the company.",
  "identity.role_unscopable": "This role owns the company: it can’t be limited to a division.",
  "identity.division_not_found": "This division no longer exists.",
  "identity.division_name_taken": "A division already has this name.",
  "export.not_found": "This export does not exist.",
  "export.running": "An export is already running. Wait for its end, or cancel it.",
  "export.not_running": "This export has already ended.",
  "export.no_archive": "This archive is gone. Start a new export.",
  "export.link_invalid": "This download link no longer works. Ask for another one.",
  "export.range_invalid":
    "This part of the archive does not exist. Start again from the beginning.",
  "restore.not_found": "This restoration does not exist.",
  "restore.running": "You already have a restoration under way. Wait for its end, or cancel it.",
  "restore.not_receiving": "This restoration takes nothing more. Start again with the archive.",
  "restore.chunk_invalid": "This part of the archive has the wrong size. Send it again.",
  "restore.incomplete": "The archive has not arrived whole. Send the missing parts.",
  "restore.ended": "This restoration has already ended.",
  "conflict.version": "Someone changed this in the meantime. Compare the two versions.",
  "client.not_found": "This client no longer exists.",
  "client.cursor_invalid": "The list has changed. Reload it.",
  "dashboard.not_found": "This dashboard no longer exists.",
  "dashboard.full": (params: ErrorParams) =>
    `This dashboard already has ${String(params["most"])} widgets. Take one off first.`,
  "dashboard.version_not_found": "This version no longer exists.",
  "dashboard.foreign_widget":
    "One of the widgets is no longer on this dashboard. Reload the page, then publish again.",
  "dashboard.not_a_picture": "This is no PNG picture that mails can show.",
  "dashboard.not_published": "Publish the figures of this dashboard first.",
  "dashboard.too_many_links": (params: ErrorParams) =>
    `This dashboard already has ${String(params["most"])} public links. Take one back first.`,
  "dashboard.link_not_found": "This link was already taken back.",
  "dashboard.link_gone": "This link no longer opens anything.",
  "dashboard.link_password_needed": "This link asks for a password.",
  "dashboard.link_password_wrong":
    "That isn't the password of this link. Ask the person who gave you the link.",
  "dashboard.comment_not_found": "This comment no longer exists.",
  "dashboard.comment_of_another": "Only its author can change this comment.",
  "dashboard.too_many_comments": (params: ErrorParams) =>
    `This dashboard already has ${String(params["most"])} comments. Delete some first.`,
  "dashboard.schedule_not_found": "This mail schedule no longer exists.",
  "dashboard.too_many_schedules": (params: ErrorParams) =>
    `This dashboard already has ${String(params["most"])} mail schedules. Remove one first.`,
  "widget.not_found": "This widget no longer exists.",
  "note.not_found": "This note no longer exists.",
  "note.cursor_invalid": "The list has changed. Reload it.",
  "list.cursor_invalid": "The list has changed. Reload it.",
  "workspace.not_found": "This workspace no longer exists.",
  "source.not_found": "This data source no longer exists.",
  "source.table_taken": (params: ErrorParams) =>
    `Another source of this workspace is already called ${String(params["table"])} in SQL. Choose another name.`,
  "source.not_a_file": "Only a file on this device can be shared.",
  "source.not_shared": "This source is no longer shared with the company.",
  "question.not_found": "This question no longer exists.",
  "semantic.not_found": "This data model no longer exists.",
  "semantic.version_not_found": "This version of the model does not exist.",
  "semantic.exists": "This workspace already has a data model. Reload the page.",
  "board.not_found": "This board no longer exists.",
  "board.archived": "This board is archived. Restore it to change it.",
  "board.card_not_found": "This card no longer exists.",
  "board.template_not_found": "This template no longer exists.",
  "board.template_too_many": (params) =>
    `This board has ${String(params["most"])} templates already. Delete one first.`,
  "board.backup_not_found": "This backup is gone. Backups are kept for thirty days.",
  "board.view_not_found": "This view no longer exists, or isn’t yours.",
  "board.card_ambiguous": "Cards of several boards carry this id: say which board.",
  "board.column_not_found": "This column no longer exists.",
  "import.not_found": "This import no longer exists.",
  "import.not_receiving": "This import expects no more cards.",
  "import.incomplete": "Not all cards of this import have arrived yet.",
  "import.over": "This import is already over.",
  "import.not_over": "Wait until this import is over, or cancel it, before you undo it.",
  "board.op_rejected": "This change is no longer possible: the board changed in the meantime.",
  "file.not_found": "This file no longer exists.",
  "file.taken": "This file is there already and never changes. Attach the other one apart.",
  "file.incomplete": "The file was not uploaded completely. Try again.",
  "ask.not_found": "This conversation no longer exists. Ask your question again.",
  "ask.no_key": "Questions to Claude aren’t enabled on this installation.",
  "ask.budget_spent": (params: ErrorParams) =>
    params["of"] === "organization"
      ? `The company’s token budget for this month is spent. It renews on ${longDay("en-US", params["renews"])}.`
      : `Your token budget for this month is spent. It renews on ${longDay("en-US", params["renews"])}.`,
  "ask.unexpected_results":
    "The conversation moved on elsewhere, such as in another tab. Ask your question again.",
  "ask.too_long": "This conversation has become too long. Start a new one.",
  "audit.record_not_found": "The log knows nothing of this record.",
  "audit.cursor_invalid": "This page of the log is not valid. Reload the page.",
  "webhook.not_found": "This webhook no longer exists.",
  "webhook.delivery_not_found": "This delivery is no longer in the log.",
  "webhook.url_refused": (params) => {
    const reason = params["reason"];
    if (reason === "scheme") return "The address must begin with https://.";
    if (reason === "userinfo") return "The address must hold neither name nor password.";
    if (reason === "port") return "This port is not accepted: 443, or above 1023.";
    if (reason === "private") return "This address can’t be reached from the public internet.";
    return "This address can’t be read, for example https://example.com/aetheria.";
  },
  "webhook.too_many": (params) =>
    `There are ${String(params["most"])} webhooks already. Delete one first.`,
  "webhook.paused": "This webhook is paused. Resume it first.",
  "webhook.secret_unreadable":
    "The secret of this webhook can’t be read. Renew it without an overlap.",
  "webhook.cursor_invalid": "This part of the log is not valid. Reload the page.",
  ...connectionErrors,
  "server.unavailable": "The service is unavailable for the moment. Try again shortly.",
  "server.error":
    "The server ran into an error. Try again; if it lasts, pass on the request number.",
} satisfies Texts<typeof fr>;
