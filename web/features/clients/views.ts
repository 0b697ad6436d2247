import type { ClientFilter } from "#domain/clients/filter.ts";
import type { ClientOrder } from "#domain/clients/order.ts";

export type ViewName = "all" | "due" | "mine" | "large" | "delivered";

interface View {
  /** The filter and order for this person, today (YYYY-MM-DD). */
  make(person: { id: string; today: string }): { filter: ClientFilter; order: ClientOrder };
}

const BY_NAME: ClientOrder = { sort: "company", direction: "asc" };
const WEEK_MS = 7 * 86_400_000;

/** The date a week after this one. */
function inAWeek(today: string): string {
  return new Date(Date.parse(today) + WEEK_MS).toISOString().slice(0, 10);
}

/** The views that every list of clients starts with, in the order of their tabs. */
export const VIEWS: Readonly<Record<ViewName, View>> = {
  all: { make: () => ({ filter: {}, order: BY_NAME }) },
  due: {
    make: ({ today }) => ({
      filter: { nextActionBefore: inAWeek(today), status: ["prospect", "client"] },
      order: { sort: "nextActionOn", direction: "asc" },
    }),
  },
  mine: {
    make: ({ id }) => ({ filter: { ownerId: [id], status: ["prospect"] }, order: BY_NAME }),
  },
  large: {
    make: () => ({
      filter: { size: ["ETI", "GE"] },
      order: { sort: "estimatedMinor", direction: "desc" },
    }),
  },
  delivered: {
    make: () => ({ filter: { stage: ["delivered"] }, order: BY_NAME }),
  },
};

/** The view of this name; all clients for any other. */
export function viewOf(name: string | undefined): ViewName {
  return name !== undefined && Object.hasOwn(VIEWS, name) ? (name as ViewName) : "all";
}
