import type { ClientTotals } from "#domain/clients/api.ts";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { matchesFilter } from "#domain/clients/match.ts";
import type { ClientView } from "#domain/clients/model.ts";
import { compareClients, type ClientOrder } from "#domain/clients/order.ts";
import { batch, createSignal } from "solid-js";

/** What a list shows. */
export interface ListParams {
  filter: ClientFilter;
  order: ClientOrder;
}

/** One page as the API answers it. */
export interface ClientPage {
  items: ClientView[];
  nextCursor: string | null;
  totals: ClientTotals;
}

/** What a list needs of the world. */
export interface ListDeps {
  fetch(
    params: ListParams,
    page: { cursor?: string; limit: number },
    signal: AbortSignal,
  ): Promise<ClientPage>;
  /** The last first page of these parameters, kept on the device: shown until the server has answered. */
  copy(params: ListParams): ClientPage | undefined;
  keep(params: ListParams, page: ClientPage): void;
}

const FIRST = 100;
const NEXT = 500;
/** So many are read ahead without being asked for. */
const AHEAD = 1_000;

/**
 * The clients of a filtered and sorted list: read page by page, changed in place by live events and answers.
 * A changed client keeps its place until the list is read again, so that nothing jumps away under the hand.
 */
export function createClientList(deps: ListDeps) {
  const [rows, setRows] = createSignal<readonly ClientView[]>([]);
  const [totals, setTotals] = createSignal<ClientTotals>();
  const [status, setStatus] = createSignal<"loading" | "ready" | "failed">("loading");
  const [error, setError] = createSignal<unknown>();
  let params: ListParams | undefined;
  let next: string | null = null;
  let running = new AbortController();
  let reading: Promise<void> | undefined;

  function show(page: ClientPage): void {
    next = page.nextCursor;
    batch(() => {
      setRows(page.items);
      setTotals(page.totals);
      setError(undefined);
    });
  }

  /** Pages after the first, until there are as many clients as before. */
  async function readUpTo(
    asked: ListParams,
    first: ClientPage,
    wanted: number,
    signal: AbortSignal,
  ) {
    const items = [...first.items];
    let { nextCursor } = first;
    while (nextCursor && items.length < wanted && !signal.aborted) {
      const page = await deps.fetch(asked, { cursor: nextCursor, limit: NEXT }, signal);
      items.push(...page.items);
      ({ nextCursor } = page);
    }
    // What a live event told meanwhile is newer than a page that was read before it.
    const known = new Map(rows().map((row) => [row.id, row]));
    const newest = (row: ClientView) => {
      const old = known.get(row.id);
      return old && old.version > row.version ? old : row;
    };
    return { ...first, nextCursor, items: items.map(newest) };
  }

  async function readFirst(asked: ListParams, again: boolean, signal: AbortSignal): Promise<void> {
    try {
      const first = await deps.fetch(asked, { limit: FIRST }, signal);
      if (signal.aborted) return;
      deps.keep(asked, first);
      const page = again ? await readUpTo(asked, first, rows().length, signal) : first;
      if (signal.aborted) return;
      batch(() => {
        show(page);
        setStatus("ready");
      });
    } catch (problem) {
      if (signal.aborted) return;
      batch(() => {
        setError(() => problem);
        setStatus("failed");
      });
    }
  }

  async function readNext(signal: AbortSignal): Promise<void> {
    if (!params || !next) return;
    const page = await deps
      .fetch(params, { cursor: next, limit: NEXT }, signal)
      .catch(() => undefined);
    // A page that could not be read is asked for again when the end comes into view again.
    if (!page || signal.aborted) return;
    next = page.nextCursor;
    const known = new Set(rows().map((row) => row.id));
    setRows([...rows(), ...page.items.filter((row) => !known.has(row.id))]);
  }

  /** Reads the next page; one at a time. */
  function more(): Promise<void> {
    const { signal } = running;
    reading ??= readNext(signal).finally(() => (reading = undefined));
    return reading;
  }

  async function readAhead(signal: AbortSignal): Promise<void> {
    for (;;) {
      const before = next;
      if (!before || signal.aborted || rows().length >= AHEAD) return;
      await more();
      if (next === before) return;
    }
  }

  function insert(record: ClientView): void {
    if (!params) return;
    const compare = compareClients(params.order);
    const list = rows();
    const at = list.findIndex((row) => compare(record, row) < 0);
    // Beyond what is loaded it will come with its page.
    if (at < 0 && next) return;
    setRows(at < 0 ? [...list, record] : list.toSpliced(at, 0, record));
  }

  return {
    rows,
    totals,
    status,
    error,
    more,
    /**
     * Reads a list from its beginning, after showing what is known of it. The list that is shown already stays as long
     * as it was: nobody's place, focus or open editor in it is lost.
     */
    async open(asked: ListParams): Promise<void> {
      running.abort();
      running = new AbortController();
      reading = undefined;
      const again = JSON.stringify(params) === JSON.stringify(asked) && rows().length > 0;
      params = asked;
      const { signal } = running;
      const copy = again ? undefined : deps.copy(asked);
      batch(() => {
        if (copy) show(copy);
        setStatus("loading");
      });
      await readFirst(asked, again, signal);
      await readAhead(signal);
    },
    /** Reads the sums again, once what changes them has settled. */
    async refreshTotals(): Promise<void> {
      const asked = params;
      if (!asked) return;
      const page = await deps.fetch(asked, { limit: 1 }, running.signal).catch(() => undefined);
      if (page && params === asked) setTotals(page.totals);
    },
    find: (id: string) => rows().find((row) => row.id === id),
    /** Puts a client where it belongs: in its old place, in a new one, or out when it no longer matches. */
    put(record: ClientView): void {
      const list = rows();
      const at = list.findIndex((row) => row.id === record.id);
      const old = list[at];
      if (old && old.version >= record.version) return;
      const matches = params !== undefined && matchesFilter(record, params.filter);
      if (old && matches) setRows(list.with(at, record));
      else if (old) setRows(list.toSpliced(at, 1));
      // Words are the server's to match: a new client shows up when the list is read again.
      else if (matches && !params?.filter.q) insert(record);
    },
    remove: (id: string) => setRows(rows().filter((row) => row.id !== id)),
    close: () => running.abort(),
  };
}

export type ClientList = ReturnType<typeof createClientList>;
