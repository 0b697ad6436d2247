import IconQuery from "~icons/lucide/square-terminal";
import IconRefresh from "~icons/lucide/refresh-cw";
import IconSearch from "~icons/lucide/search";
import { useParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Catalogue, CatalogueTable as Table } from "#domain/connections/catalogue.ts";
import { AddSource } from "#web/features/connections/add-source.tsx";
import { CatalogueTable } from "#web/features/connections/catalogue-table.tsx";
import { WhyFailed } from "#web/features/connections/why-failed.tsx";
import { catalogueQuery, connectionsQuery } from "#web/features/connections/queries.ts";
import { SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const may = () => session.can("analytics.write");

/** Tables and columns of one database, searched, read anew, and brought to a workspace. */
export function CataloguePage() {
  const t = useTexts();
  const f = useFormat();
  const params = useParams<{ connection: string }>();
  const queries = useQueryClient();
  const words = () => t().connections.tables;
  const connections = useQuery(connectionsQuery);
  const catalogue = useQuery(() => catalogueQuery(params.connection));
  const [search, setSearch] = createSignal("");
  const [adding, setAdding] = createSignal<{ table?: Table }>();
  const connection = () =>
    connections.isSuccess
      ? connections.data.items.find(({ id }) => id === params.connection)
      : undefined;
  usePage(() => ({
    title: connection()?.name ?? t().connections.title,
    trail: [
      { label: t().workspaces.title, href: "/analytics" },
      { label: t().connections.title, href: "/analytics/connections" },
    ],
  }));
  const refresh = createSubmit(async () => {
    const id = params.connection;
    const found = await api("post /connections/{id}/schema", { params: { id }, quiet: true });
    queries.setQueryData(catalogueQuery(id).queryKey, found);
    await queries.invalidateQueries({ queryKey: ["connections", "list"] });
  });
  const data = () => (catalogue.isSuccess ? catalogue.data : undefined);
  const sought = () => search().trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(sought());
  const shown = ({ tables }: Catalogue) =>
    tables
      .filter(
        ({ schema, name, columns }) =>
          sought() === "" || has(`${schema}.${name}`) || columns.some((column) => has(column.name)),
      )
      .map((table) => ({ ...table, id: `${table.schema}.${table.name}` }));
  /** A table that is shown for its columns is unfolded. */
  const byColumn = (table: Table) => sought() !== "" && !has(`${table.schema}.${table.name}`);
  return (
    <div class="mx-auto w-full max-w-250 px-6 py-5 phone:px-4 phone:py-3">
      <SettingsSection
        title={connection()?.name ?? t().connections.title}
        lead={<Show when={data()?.readAt}>{(at) => words().readAt(f().moment(at()))}</Show>}
        action={
          <div class="flex flex-wrap gap-2">
            <Button
              icon={IconRefresh}
              loading={refresh.pending()}
              onClick={() => void refresh.run()}
            >
              {words().refresh}
            </Button>
            <Show when={may() && connection()}>
              <Button kind="primary" icon={IconQuery} onClick={() => setAdding({})}>
                {words().query}
              </Button>
            </Show>
          </div>
        }
      >
        <WhyFailed problem={refresh.problem() ?? catalogue.error ?? undefined} />
        <Show
          when={data()}
          fallback={
            <Show when={!catalogue.error}>
              <p role="status" class="mb-3 text-ink-2">
                {words().reading}
              </p>
              <SkeletonRows rows={5} />
            </Show>
          }
        >
          {(found) => (
            <Show when={found().tables.length > 0} fallback={<EmptyState title={words().none} />}>
              <TextField
                class="mb-3"
                label={words().search}
                labelHidden
                type="search"
                icon={IconSearch}
                placeholder={words().search}
                value={search()}
                onInput={setSearch}
              />
              <p role="status" class="mb-1 text-small text-ink-3">
                {words().count(shown(found()).length)}
                <Show when={found().cut}> · {words().cut}</Show>
              </p>
              <Show
                when={shown(found()).length > 0}
                fallback={
                  <EmptyState
                    title={words().noMatch}
                    actions={<Button onClick={() => setSearch("")}>{words().clear}</Button>}
                  />
                }
              >
                <ul
                  aria-label={t().connections.title}
                  class="divide-y divide-line rounded-3 border border-line"
                >
                  <EachById items={shown(found())}>
                    {(table) => (
                      <CatalogueTable
                        table={table()}
                        open={byColumn(table())}
                        {...(may() ? { onAdd: () => setAdding({ table: table() }) } : {})}
                      />
                    )}
                  </EachById>
                </ul>
              </Show>
            </Show>
          )}
        </Show>
      </SettingsSection>
      <Show when={adding() && connection()}>
        {(from) => (
          <AddSource connection={from()} {...adding()} onClose={() => setAdding(undefined)} />
        )}
      </Show>
    </div>
  );
}
