import { queryOptions } from "@tanstack/solid-query";
import type { SavedView } from "#domain/boards/saved-view.ts";
import type { ViewConfig } from "#domain/boards/view-config.ts";
import { api } from "#web/lib/api.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import { viewParams } from "./view-state.ts";

/** The views of a board that this person may see, by name. */
export const savedViewsQuery = (board: string) =>
  queryOptions({
    queryKey: ["boardViews", board],
    queryFn: ({ signal }) => api("get /boards/{id}/views", { params: { id: board }, signal }),
  });

/** What is shown, as a view keeps it. */
export function configOf(room: BoardRoom): ViewConfig {
  const { layout, lanes, sort, span } = room.look;
  const { text, assignees, priorities, clients, tags, due, state } = room.filter;
  return {
    layout,
    lanes,
    sort: sort && { ...sort },
    span,
    filter: {
      text,
      assignees: [...assignees],
      priorities: [...priorities],
      clients: [...clients],
      tags: [...tags],
      due: [...due],
      state: [...state],
    },
  };
}

/** Shows what a view keeps. */
export function showView(room: BoardRoom, { filter, ...look }: ViewConfig): void {
  room.setLook({ ...look, on: null });
  room.setFilter({ ...filter });
}

/** What a config shows, as text: two that show the same are the same. Reactive when it is read from a store. */
export function fingerprint({ filter, ...look }: ViewConfig): string {
  return JSON.stringify(viewParams({ ...look, on: null }, filter));
}

/** Keeps a view under a new or its own id. */
export function putView(
  view: Pick<SavedView, "id" | "boardId" | "name" | "shared" | "config"> & {
    version: number | null;
  },
): Promise<SavedView> {
  const { id, boardId, version, name, shared, config } = view;
  return api("put /boards/{id}/views/{view}", {
    params: { id: boardId, view: id },
    body: { version, name, shared, config },
  });
}
