import type { RoleName } from "#domain/identity/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** `const roleName = useRoleName(); roleName(member.role)` – its own name, or the words of a role of the start. */
export function useRoleName(): (role: Pick<RoleName, "name" | "slug">) => string {
  const t = useTexts();
  return (role) => {
    const names: Readonly<Record<string, string>> = t().identity.roles.names;
    return role.name ?? names[role.slug] ?? role.slug;
  };
}
