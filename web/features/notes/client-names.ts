import { createMemo } from "solid-js";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { clientNamesQuery, clientQuery } from "#web/features/boards/queries.ts";

const may = () => session.can("clients.read");

/** Names of clients: the first five hundred, what was searched, and the one that is asked for. */
export function createClientNames(asked: () => string | null | undefined, words: () => string) {
  const first = useQuery(() => ({ ...clientNamesQuery(""), enabled: may() }));
  const found = useQuery(() => ({
    ...clientNamesQuery(words()),
    enabled: may() && words() !== "",
  }));
  const listed = createMemo(() => {
    const items = [...(first.data?.items ?? []), ...(found.data?.items ?? [])];
    return new Map(items.map(({ id, company }) => [id, company]));
  });
  const outside = () => {
    const id = asked();
    return id && first.isSuccess && !listed().has(id) ? id : undefined;
  };
  const one = useQuery(() => ({
    ...clientQuery(outside() ?? ""),
    enabled: may() && outside() !== undefined,
    retry: false,
  }));
  const own = () => (one.isSuccess && one.data.id === outside() ? one.data : undefined);
  const options = createMemo(() => {
    const shown =
      words() === "" ? [...listed()] : (found.data?.items ?? []).map((c) => [c.id, c.company]);
    const all = new Map(shown as [string, string][]);
    const mine = own();
    if (mine) all.set(mine.id, mine.company);
    return [...all].map(([value, label]) => ({ value, label }));
  });
  return {
    /** Undefined while it is not known, or must not be. */
    name: (id: string) => listed().get(id) ?? (own()?.id === id ? own()?.company : undefined),
    /** What the server knows no more. */
    isGone: (id: string) => id === outside() && one.isError,
    options,
    loading: () => words() !== "" && found.isPending,
  };
}
