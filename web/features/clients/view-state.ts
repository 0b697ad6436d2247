import type { ClientFilter } from "#domain/clients/filter.ts";
import { CLIENT_SORTS, type ClientOrder } from "#domain/clients/order.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { VIEWS, viewOf, type ViewName } from "./views.ts";

/** What the address says of the list: which view, narrowed how, in which order. */
export interface ListAddress {
  view: ViewName;
  filter: ClientFilter;
  order: ClientOrder;
  /** Whether the filter is no longer the view's own. */
  edited: boolean;
}

/** Query parameters as the router gives and takes them; undefined takes one out. */
export type Params = Readonly<Record<string, string | undefined>>;

const LISTS = { status: STATUSES, stage: STAGES, priority: PRIORITIES, size: SIZES } as const;
const DATE = /^\d{4}-\d\d-\d\d$/;
const OWNER = /^(?:none|usr_[0-9A-Z]{26})$/;

function listOf<T extends string>(text: string | undefined, known: readonly T[]): T[] | undefined {
  const found = known.filter((value) => text?.split(",").includes(value));
  return found.length > 0 ? found : undefined;
}

/** Reads the filters of an address; what is unknown is as if it were not there. */
function filterOf(params: Params): ClientFilter {
  const owners = params["ownerId"]?.split(",").filter((id) => OWNER.test(id)) ?? [];
  const before = params["nextActionBefore"];
  const filter: ClientFilter = {
    status: listOf(params["status"], LISTS.status),
    stage: listOf(params["stage"], LISTS.stage),
    priority: listOf(params["priority"], LISTS.priority),
    size: listOf(params["size"], LISTS.size),
    ownerId: owners.length > 0 ? owners : undefined,
    sector: params["sector"]?.trim() || undefined,
    nextActionBefore: before && DATE.test(before) ? before : undefined,
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as ClientFilter;
}

/** What an address asks for. A view without filters of its own in the address has those it was made with. */
export function readAddress(params: Params, person: { id: string; today: string }): ListAddress {
  const view = viewOf(params["view"]);
  const own = filterOf(params);
  const edited = Object.keys(own).length > 0 || params["edited"] === "1";
  const made = VIEWS[view].make(person);
  const sort = CLIENT_SORTS.find((name) => name === params["sort"]);
  const words = params["q"]?.trim();
  return {
    view,
    filter: { ...(edited ? own : made.filter), ...(words ? { q: words } : {}) },
    order: sort ? { sort, direction: params["direction"] === "desc" ? "desc" : "asc" } : made.order,
    edited: edited && view !== "all",
  };
}

function join(list: readonly string[] | undefined): string | undefined {
  return list?.join(",");
}

/** The parameters of a changed filter: all of it is told, so that a removed condition of the view stays removed. */
export function filterParams(filter: ClientFilter): Params {
  return {
    status: join(filter.status),
    stage: join(filter.stage),
    priority: join(filter.priority),
    size: join(filter.size),
    ownerId: join(filter.ownerId),
    sector: filter.sector,
    nextActionBefore: filter.nextActionBefore,
    edited: "1",
  };
}

/** The parameters of an order; undefined goes back to the view's own. */
export function orderParams(order: ClientOrder | undefined): Params {
  return { sort: order?.sort, direction: order?.direction };
}

/** Parameters that a change of view takes out. */
export const BARE: Params = {
  status: undefined,
  stage: undefined,
  priority: undefined,
  size: undefined,
  ownerId: undefined,
  sector: undefined,
  nextActionBefore: undefined,
  edited: undefined,
  q: undefined,
  sort: undefined,
  direction: undefined,
};

/** The query of the API for a filter and an order. */
export function listQuery(filter: ClientFilter, order: ClientOrder) {
  const { edited: _edited, ...params } = filterParams(filter);
  const given = Object.entries({ ...params, q: filter.q }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...(Object.fromEntries(given) as Record<string, string>), ...order };
}
