import type { NotificationView } from "#domain/notifications/model.ts";

/** Where a notification leads: the card, or the dashboard with the comment before one's eyes. */
export function addressOf(notice: NotificationView): string {
  if (notice.subject === "card") return `/boards/${notice.boardId}?card=${notice.cardId}`;
  const { workspaceId, dashboardId, commentId } = notice;
  return `/analytics/w/${workspaceId}/d/${dashboardId}?comment=${commentId}`;
}

/** What a notification is about, and where that is. */
export function aboutOf(notice: NotificationView): { title: string; place: string } {
  if (notice.subject === "card") return { title: notice.cardTitle, place: notice.boardTitle };
  const { dashboardTitle, widgetTitle, workspaceTitle } = notice;
  const title = widgetTitle === null ? dashboardTitle : `${dashboardTitle} · ${widgetTitle}`;
  return { title, place: workspaceTitle };
}
