import { queryOptions, useQueryClient } from "@tanstack/solid-query";
import { createMemo } from "solid-js";
import type { DashboardCommentView } from "#domain/dashboards/comments/model.ts";
import { api } from "#web/lib/api.ts";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";

/** What is said on a dashboard, and up to when this person has read. */
export const commentsQuery = (id: string) =>
  queryOptions({
    queryKey: ["dashboards", "comments", id],
    queryFn: ({ signal }) => api("get /dashboards/{id}/comments", { params: { id }, signal }),
  });

/** The comments of a dashboard, live, with how many of others this person has not read. */
export function useComments(dashboard: () => { id: string }) {
  const queries = useQueryClient();
  const query = useQuery(() => commentsQuery(dashboard().id));
  const key = () => commentsQuery(dashboard().id).queryKey;
  onLive("dashboards", ({ entity }) => {
    if (entity === "dashboard_comment") void queries.invalidateQueries({ queryKey: key() });
  });
  const isUnread = (comment: DashboardCommentView): boolean => {
    const readAt = query.isSuccess ? query.data.readAt : null;
    if (comment.createdBy === session.me()?.person.id) return false;
    return readAt === null || comment.createdAt > readAt;
  };
  const unread = createMemo(() => (query.isSuccess ? query.data.items.filter(isUnread).length : 0));
  const put = (comment: DashboardCommentView) =>
    queries.setQueryData(key(), (known) => {
      if (!known) return known;
      const others = known.items.filter(({ id }) => id !== comment.id);
      const items = [...others, comment].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { ...known, items };
    });
  const takeOff = (id: string) =>
    queries.setQueryData(
      key(),
      (known) => known && { ...known, items: known.items.filter((one) => one.id !== id) },
    );
  return {
    query,
    unread,
    isUnread,
    put,
    takeOff,
    /** What is there has been read. */
    async markRead(): Promise<void> {
      const { id } = dashboard();
      await api("post /dashboards/{id}/comments/read", { params: { id }, quiet: true });
      await queries.invalidateQueries({ queryKey: key() });
    },
  };
}

export type Comments = ReturnType<typeof useComments>;
