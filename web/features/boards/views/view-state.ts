import { PRIORITIES } from "#domain/boards/model.ts";
import {
  CARD_STATES,
  DUE_STATES,
  GROUPINGS,
  LAYOUTS,
  TABLE_COLUMNS,
  type CardFilter,
  type ViewConfig,
} from "#domain/boards/view-config.ts";

/** How an open board is seen, beside its filter. `on` is the day that the calendar stands at; null is today. */
export type BoardLook = Omit<ViewConfig, "filter"> & { on: string | null };

export const FIRST_LOOK: BoardLook = {
  layout: "board",
  lanes: "none",
  sort: null,
  span: "month",
  on: null,
};

/** Query parameters as the router gives and takes them; undefined takes one out. */
export type Params = Readonly<Record<string, string | undefined>>;

const DATE = /^\d{4}-\d\d-\d\d$/;

// A tag may hold a comma.
const join = (list: readonly string[]) =>
  list.map((value) => value.replaceAll("%", "%25").replaceAll(",", "%2C")).join(",") || undefined;
const split = (text: string | undefined) =>
  (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((value) => value.replaceAll("%2C", ",").replaceAll("%25", "%"));

function known<T extends string>(values: readonly T[], text: string | undefined): T[] {
  const asked = split(text);
  return values.filter((value) => asked.includes(value));
}

function one<T extends string>(values: readonly T[], text: string | undefined, first: T): T {
  return values.find((value) => value === text) ?? first;
}

/** What an address says of a board; what is unknown in it is as if it were not there. */
export function readView(params: Params): { look: BoardLook; filter: CardFilter } {
  const sort = params["sort"] ?? "";
  const column = TABLE_COLUMNS.find((name) => name === sort.replace(/^-/, ""));
  const on = params["on"];
  return {
    look: {
      layout: one(LAYOUTS, params["view"], "board"),
      lanes: one(GROUPINGS, params["lanes"], "none"),
      sort: column ? { column, descending: sort.startsWith("-") } : null,
      span: one(["month", "week"] as const, params["span"], "month"),
      on: on && DATE.test(on) && !Number.isNaN(Date.parse(on)) ? on : null,
    },
    filter: {
      text: params["q"] ?? "",
      assignees: split(params["who"]),
      priorities: known(PRIORITIES, params["priority"]),
      clients: split(params["client"]),
      tags: split(params["tag"]),
      due: known(DUE_STATES, params["due"]),
      state: known(CARD_STATES, params["state"]),
    },
  };
}

/** The address of what is shown: what is as at first has no parameter. */
export function viewParams(look: BoardLook, filter: CardFilter): Params {
  return {
    view: look.layout === "board" ? undefined : look.layout,
    lanes: look.lanes === "none" ? undefined : look.lanes,
    sort: look.sort ? `${look.sort.descending ? "-" : ""}${look.sort.column}` : undefined,
    span: look.span === "month" ? undefined : look.span,
    on: look.on ?? undefined,
    q: filter.text || undefined,
    who: join(filter.assignees),
    priority: join(filter.priorities),
    client: join(filter.clients),
    tag: join(filter.tags),
    due: join(filter.due),
    state: join(filter.state),
  };
}
