import { defineEvents } from "#domain/events.ts";
import type { LinkView, Published } from "./model.ts";

/** Published figures as audit and live pages tell of them: what left, never the figures. */
type PublishedRecord = Pick<Published, "widgets" | "bytes" | "computedAt" | "keepCurrent"> & {
  /** The dashboard's. */
  id: string;
  title: string;
};

/** What happens to the figures that a dashboard shows outside. */
export const figuresEvent = defineEvents<PublishedRecord, "published" | "withdrawn">({
  entity: "dashboard_figures",
  topic: "dashboards",
  permission: "analytics.read",
  actions: ["published", "withdrawn"],
  silent: ["id", "title"],
  label: ({ title }) => title,
  search: () => null,
});

/** What happens to public links. */
export const linkEvent = defineEvents<
  Omit<LinkView, "opens" | "openedAt"> & { title: string },
  "created" | "password_changed" | "revoked"
>({
  entity: "dashboard_link",
  topic: "dashboards",
  permission: "analytics.share",
  actions: ["created", "password_changed", "revoked"],
  silent: ["id", "title", "createdAt"],
  label: ({ title }) => title,
  search: () => null,
});
