/** What narrows the logs, as it stands in the address. `from` and `to` are calendar dates of this device, both included. */
export interface LogFilter {
  q?: string | undefined;
  actor?: string | undefined;
  action?: string | undefined;
  entity?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  record?: string | undefined;
}

const TABS = ["audit", "access", "sign-ins"] as const;
export type LogTab = (typeof TABS)[number];

/** Query parameters as the router gives and takes them; undefined takes one out. */
type Params = Readonly<Record<string, string | undefined>>;

const SHAPES: Record<keyof LogFilter, RegExp> = {
  q: /\S/,
  actor: /^[\w-]{1,60}$/,
  action: /^[a-z]\w*(?:\.\w+)?$/,
  entity: /^[a-z]\w*$/,
  from: /^\d{4}-\d\d-\d\d$/,
  to: /^\d{4}-\d\d-\d\d$/,
  record: /^[\w-]{1,60}$/,
};

/** Conditions that each log knows. */
const KNOWN: Record<LogTab, readonly (keyof LogFilter)[]> = {
  audit: Object.keys(SHAPES) as (keyof LogFilter)[],
  access: ["actor", "action", "from", "to"],
  "sign-ins": ["q", "actor", "action", "from", "to"],
};

/** Which log an address shows, and how it is narrowed; what is unknown is as if it were not there. */
export function readAddress(params: Params): { tab: LogTab; filter: LogFilter } {
  const tab = TABS.find((one) => one === params["tab"]) ?? "audit";
  const filter: LogFilter = {};
  for (const name of Object.keys(SHAPES) as (keyof LogFilter)[]) {
    const value = params[name]?.trim();
    if (KNOWN[tab].includes(name) && value && SHAPES[name].test(value)) filter[name] = value;
  }
  return { tab, filter };
}

/** Parameters that take every condition out of the address. */
export const BARE: Params = Object.fromEntries(
  Object.keys(SHAPES).map((name) => [name, undefined]),
);

/** The instant (ISO 8601 UTC) at which a calendar date begins here, `days` later. */
function startOf(date: string, days = 0): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day + days).toISOString();
}

/** The query of the API for a filter. */
export function logQuery(filter: LogFilter): Record<string, string> {
  const { actor, action, entity, record, from, to, q } = filter;
  const given = {
    q,
    actorId: actor,
    action,
    entity,
    recordId: record,
    from: from && startOf(from),
    to: to && startOf(to, 1),
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
