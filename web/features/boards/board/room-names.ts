import { useQueryClient } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import { createStore } from "solid-js/store";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import type { Person } from "#web/ui/avatar.tsx";
import { clientNamesQuery, clientQuery, membersQuery } from "#web/features/boards/queries.ts";
import { createMentionable } from "#web/features/clients/mentionable.ts";

/** Names of the people and clients that cards speak of, as far as this person may know them. */
export function createNames() {
  const queries = useQueryClient();
  const members = useQuery(() => ({ ...membersQuery(), enabled: session.can("identity.read") }));
  const people = createMemo(
    () =>
      new Map(
        (members.isSuccess ? members.data.items : []).map((member): [string, Person] => [
          member.userId,
          { id: member.userId, name: member.name },
        ]),
      ),
  );
  const mentionable = createMentionable("boards.read");
  const clients = useQuery(() => ({
    ...clientNamesQuery(""),
    enabled: session.can("clients.read"),
  }));
  const [rare, setRare] = createStore<Record<string, string>>({});
  const clientNames = createMemo(
    () =>
      new Map(
        (clients.isSuccess ? clients.data.items : []).map((client) => [client.id, client.company]),
      ),
  );
  /** The name of a card's client; fetched alone when it is not among the first. */
  function clientName(id: string | null): string | undefined {
    if (!id) return undefined;
    const known = clientNames().get(id) ?? rare[id];
    if (known === undefined && clients.isSuccess) {
      setRare(id, "");
      queries.fetchQuery(clientQuery(id)).then(
        (client) => setRare(id, client.company),
        () => undefined,
      );
    }
    return known;
  }
  return { people, mentionable, clientNames, clientName };
}
