import IconPlus from "~icons/lucide/plus";
import { useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { AddressSearch } from "#web/lib/address-search.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { ProblemState } from "#web/lib/problem-state.tsx";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { DataGrid } from "#web/ui/grid/data-grid.tsx";
import type { createLiveMarks } from "#web/ui/live-marks.ts";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { createColumns, FIRST_LAYOUT, sortOf } from "./columns.tsx";
import { useClients } from "./context.ts";
import { FilterBar } from "./filter-bar.tsx";
import { createKeptLayout } from "#web/lib/kept-layout.ts";
import { PhoneRow } from "./phone-row.tsx";
import { PhoneSummary } from "./phone-summary.tsx";
import { createPushAside } from "./push-aside.ts";
import { ViewBar } from "./view-bar.tsx";
import { filterParams, orderParams, type ListAddress } from "./view-state.ts";

/** Whether there is anything to do with selected clients. Reactive. */
function mayActOnMany(): boolean {
  return session.can("clients.write") || session.can("clients.delete");
}

/** Views, conditions and rows; with a selection, what can be done with it. */
export function ClientsList(props: {
  address: ListAddress;
  marks: ReturnType<typeof createLiveMarks>;
  onOpen: (client: ClientView) => void;
  onReload: () => void;
  onCreate: (() => void) | undefined;
  onExport: (() => void) | undefined;
  exporting: boolean;
}) {
  const t = useTexts();
  const params = useParams<{ id?: string }>();
  const [, setParams] = useSearchParams();
  const { list, edits } = useClients();
  const columns = createMemo(createColumns);
  const [layout, setLayout] = createKeptLayout("clients", session.me()?.person.id, FIRST_LAYOUT);
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set());
  let box!: HTMLDivElement;

  const phone = createMediaQuery("(width < 40rem)");
  /** There is no room beside the views with a client open; on a phone the search has a row of its own. */
  const searchBelow = () => !phone() && aside() > 0;
  const aside = createPushAside(
    () => box,
    () => params.id,
  );
  const search = () => (
    <AddressSearch
      words={props.address.filter.q}
      label={t().clients.filter.search}
      class="w-52 phone:w-full"
    />
  );
  const rows = createMemo(() => list.rows().map((row) => edits.shown(row)));
  const chosen = createMemo(() => rows().filter((row) => selected().has(row.id)));
  // Another list begins at its top, with nothing selected.
  createEffect(
    on(
      () => JSON.stringify([props.address.filter, props.address.order]),
      () => {
        setSelected(new Set<string>());
        box.querySelector("[role=grid]")?.scrollTo({ top: 0 });
      },
      { defer: true },
    ),
  );
  const sort = () => ({
    column:
      props.address.order.sort === "nextActionOn" && layout().hidden.includes("nextActionOn")
        ? "nextAction"
        : props.address.order.sort,
    direction:
      props.address.order.direction === "asc" ? ("ascending" as const) : ("descending" as const),
  });
  const filtered = () => Object.keys(props.address.filter).length > 0;

  return (
    <div
      ref={box}
      class="relative flex h-full min-h-0 flex-col"
      style={{ "padding-right": `${aside()}px` }}
    >
      <h1 class="sr-only">{t().clients.title}</h1>
      <ViewBar
        view={props.address.view}
        end={
          <>
            <Show when={!phone() && !searchBelow()}>{search()}</Show>
            <ColumnsMenu columns={columns()} layout={layout()} onLayout={setLayout} />
          </>
        }
      />
      <Show when={phone()}>
        <div class="shrink-0 px-4 pt-2">{search()}</div>
      </Show>
      <FilterBar address={props.address} end={<Show when={searchBelow()}>{search()}</Show>} />
      <Show when={phone() && list.totals()}>
        <PhoneSummary onExport={props.onExport} exporting={props.exporting} />
      </Show>
      <div class="min-h-0 flex-1">
        <DataGrid
          label={t().clients.title}
          columns={columns()}
          rows={rows()}
          rowId={(client) => client.id}
          rowName={(client) => client.company}
          sort={sort()}
          onSort={(by) =>
            setParams(
              orderParams(
                by && {
                  sort: sortOf(by.column),
                  direction: by.direction === "ascending" ? "asc" : "desc",
                },
              ),
            )
          }
          layout={layout()}
          onLayout={setLayout}
          selected={selected()}
          onSelect={mayActOnMany() ? setSelected : undefined}
          current={params.id}
          onOpen={(client) => props.onOpen(client)}
          changed={(client) => props.marks.of(client.id)}
          total={list.totals()?.count}
          onEnd={() => void list.more()}
          loading={list.status() === "loading"}
          error={
            list.status() === "failed" && rows().length === 0 ? (
              <ProblemState error={list.error()} onRetry={() => props.onReload()} at={Date.now()} />
            ) : undefined
          }
          empty={
            <Show
              when={filtered()}
              fallback={
                <EmptyState
                  title={t().clients.empty.title}
                  body={props.onCreate ? t().clients.empty.body : t().clients.empty.bodyReader}
                  actions={
                    <Show when={!phone() && props.onCreate}>
                      {(create) => (
                        <Button kind="primary" icon={IconPlus} kbd="C" onClick={() => create()()}>
                          {t().clients.new}
                        </Button>
                      )}
                    </Show>
                  }
                />
              }
            >
              <EmptyState
                title={t().clients.empty.noMatch}
                body={t().clients.empty.noMatchBody}
                actions={
                  <Button onClick={() => setParams({ ...filterParams({}), q: undefined })}>
                    {t().clients.empty.clear}
                  </Button>
                }
              />
            </Show>
          }
          phoneRow={(client) => <PhoneRow client={client} />}
          phoneRowHeight={68}
        />
      </div>
      <Show when={chosen().length > 0}>
        <BulkBar clients={chosen()} onClear={() => setSelected(new Set<string>())} />
      </Show>
    </div>
  );
}
