import type { RoleName } from "#domain/identity/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import type { Option } from "#web/ui/select.tsx";
import { useRoleName } from "./role-name.ts";

/** The choice that gives no role in the division. */
export const NO_ROLE = "none";

/** Roles as a division offers them: none first, then those that may be given, with the one that is held. */
export function useDivisionRoles() {
  const t = useTexts();
  const roleName = useRoleName();
  const nameOf = (role: RoleName | null) => (role ? roleName(role) : t().company.divisions.noRole);
  const option = (role: RoleName): Option<string> => ({ value: role.id, label: roleName(role) });
  return {
    nameOf,
    of(roles: readonly RoleName[], held: RoleName | null): Option<string>[] {
      const other = held && !roles.some(({ id }) => id === held.id) ? [option(held)] : [];
      return [{ value: NO_ROLE, label: nameOf(null) }, ...roles.map(option), ...other];
    },
  };
}
