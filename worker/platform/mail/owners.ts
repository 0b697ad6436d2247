import type { MailContent } from "#domain/mail/model.ts";
import type { ControlDb } from "#worker/platform/auth/control-db.ts";
import type { Clock } from "#worker/platform/clock.ts";
import { newMail, type Mail } from "#worker/platform/mail/mail.ts";

/** Ids of the people who own an organization. */
export async function ownersOf(control: ControlDb, organizationId: string): Promise<string[]> {
  const rows = await control.all<{ id: string }>(
    `SELECT m.user_id AS id FROM memberships m
     JOIN role_permissions p ON p.role_id = m.role_id AND p.permission = 'identity.own'
     WHERE m.organization_id = ?`,
    organizationId,
  );
  return rows.map(({ id }) => id);
}

/** One mail to each of these people whose address is confirmed: another address may be a stranger's. */
export function mailsTo(clock: Clock, people: readonly string[], content: MailContent): Mail[] {
  return people.map((id) =>
    newMail(clock, {
      ...content,
      to: { where: "u.id = ? AND u.email_verified_at IS NOT NULL", params: [id] },
    }),
  );
}
