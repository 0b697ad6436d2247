import type { ActorKind } from "#domain/audit/model.ts";
import type { Authority } from "#worker/platform/auth/authority.ts";

/** Who stands in a row of the audit or of the access log. */
interface AuditActor {
  id: string;
  name: string;
  kind: ActorKind;
}

/** The person, or the grant under which somebody of the support acts: its id can be nobody's. */
export function auditActor(
  userId: string,
  { name, kind, support }: Pick<Authority, "name" | "kind" | "support">,
): AuditActor {
  return { id: support?.grantId ?? userId, name, kind: kind ?? "person" };
}
