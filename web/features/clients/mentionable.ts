import { createMemo } from "solid-js";
import type { Permission } from "#domain/permissions.ts";
import { membersQuery, rolesQuery } from "#web/features/identity/queries.ts";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import type { Mentionable } from "#web/ui/editor/mention.ts";

/** Members whose role holds a key, but for oneself: who can be called by name where it is needed to read. */
export function createMentionable(key: Permission): () => readonly Mentionable[] {
  const members = useQuery(() => ({ ...membersQuery(), enabled: session.can("identity.read") }));
  const roles = useQuery(() => ({ ...rolesQuery(), enabled: session.can("identity.read") }));
  return createMemo(() => {
    const all = roles.isSuccess ? roles.data.items : [];
    const readers = new Set(
      all.filter(({ permissions }) => permissions.includes(key)).map(({ id }) => id),
    );
    const me = session.me()?.person.id;
    return (members.isSuccess ? members.data.items : [])
      .filter(({ userId, role }) => userId !== me && readers.has(role.id))
      .map(({ userId, name }) => ({ id: userId, name }));
  });
}
