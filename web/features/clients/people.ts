import { queryOptions } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";

/** A person as an avatar and a choice need them. */
export interface Colleague {
  id: string;
  name: string;
  self: boolean;
}

const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api("get /members", { signal }),
  });

/** The signed-in person. Reactive. */
function self() {
  return session.me()?.person;
}

/** The members of the organization, by name and by id. Who left is still named, as a former member. */
export function createPeople() {
  const t = useTexts();
  const members = useQuery(() => ({ ...membersQuery(), enabled: session.can("identity.read") }));
  const all = createMemo((): readonly Colleague[] => {
    const me = self();
    const found = members.isSuccess ? members.data.items : [];
    const list = found.map(({ userId, name }) => ({ id: userId, name, self: userId === me?.id }));
    if (me && !list.some(({ id }) => id === me.id)) list.push({ ...me, self: true });
    return list.toSorted((a, b) => a.name.localeCompare(b.name));
  });
  const byId = createMemo(() => new Map(all().map((person) => [person.id, person])));
  return {
    all,
    self,
    find: (id: string): Colleague =>
      byId().get(id) ?? { id, name: t().clients.formerMember, self: false },
  };
}

export type People = ReturnType<typeof createPeople>;
