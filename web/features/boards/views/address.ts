import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, on, untrack } from "solid-js";
import { unwrap } from "solid-js/store";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import { readView, viewParams, type Params } from "./view-state.ts";

const said = (params: Params) => JSON.stringify(Object.entries(params).filter(([, v]) => v));

const layoutIn = (text: string) => /"view","(\w+)"/.exec(text)?.[1];

/**
 * Keeps the address and what the board shows alike, both ways. What this page wrote itself is not taken up again when
 * the router comes round to it: more may have been typed since.
 */
export function useViewAddress(room: BoardRoom): void {
  const [search, setSearch] = useSearchParams<Record<string, string>>();
  const asked = () => readView(search);
  const own = new Set<string>();
  const take = (found: ReturnType<typeof asked>) => {
    room.setLook(found.look);
    room.setFilter(found.filter);
  };
  const nameOf = (view: ReturnType<typeof asked>) => said(viewParams(view.look, view.filter));
  untrack(() => take(asked()));
  const shown = createMemo(() => viewParams({ ...room.look }, { ...room.filter }));
  createEffect(
    on(
      () => said(shown()),
      (name, before) => {
        if (name === untrack(() => nameOf(asked()))) return;
        own.add(name);
        // Another way to see the board is a step that the browser's way back takes back; the rest is not.
        const step = before !== undefined && layoutIn(before) !== layoutIn(name);
        setSearch({ ...untrack(shown) }, { replace: !step, scroll: false });
      },
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => nameOf(asked()),
      (name) => {
        if (own.delete(name)) return;
        const view = untrack(asked);
        if (name === nameOf({ look: unwrap(room.look), filter: unwrap(room.filter) })) return;
        take(view);
      },
      { defer: true },
    ),
  );
}
