import IconExport from "~icons/lucide/download";
import IconPlus from "~icons/lucide/plus";
import { useLocation, useNavigate, useSearchParams, type RouteSectionProps } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { onAskedToCreate } from "#web/lib/asked-to-create.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { createActions } from "./actions.ts";
import { ClientsContext } from "./context.ts";
import { ClientsList } from "./clients-list.tsx";
import { createClientDraft, CreateDialog } from "./create-dialog.tsx";
import { downloadClients } from "./export.ts";
import { useClientEdits } from "./edits-provider.tsx";
import { createListSource } from "./list-source.ts";
import { followClients } from "./live-changes.ts";
import { createPeople } from "./people.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { readAddress, type Params } from "./view-state.ts";

const SETTLE_MS = 400;

/** Whether this person may add clients. Reactive. */
function mayCreate(): boolean {
  return session.can("clients.write");
}

/** The clients of the organization: views, filters, the list, and a client open over it. */
export function ClientsPage(props: RouteSectionProps) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const location = useLocation();
  const { language } = useLocale();
  const [params] = useSearchParams();
  const [creating, setCreating] = createSignal(false);
  const draft = createClientDraft();
  const people = createPeople();
  const queries = useQueryClient();

  const address = createMemo(
    () => readAddress(params as Params, { id: people.self()?.id ?? "", today: calendarDate() }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const shown = createMemo(
    () => ({ filter: address().filter, order: address().order }),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  const reload = () => void list.open(shown());
  const list = createListSource(reload);

  let settling: ReturnType<typeof setTimeout> | undefined;
  const onChanged = () => {
    clearTimeout(settling);
    settling = setTimeout(() => void list.refreshTotals(), SETTLE_MS);
  };
  onCleanup(() => clearTimeout(settling));

  const edits = useClientEdits((record) => {
    if (list.find(record.id)) list.put(record);
    queries.setQueryData<ClientView>(["clients", "one", record.id], (known) =>
      known && known.version > record.version ? known : record,
    );
  });
  const actions = createActions({ list, edits, people, onChanged });
  const marks = followClients({ list, onChanged });
  createEffect(on(shown, reload));

  const exporting = createSubmit(() => downloadClients(shown(), language()));
  const download = async () => {
    if (!(await exporting.run())) toasts.show({ text: say(exporting.problem()), tone: "bad" });
  };
  const open = (client: ClientView) =>
    navigate(`/clients/${client.id}${location.search}`, { scroll: false });
  const created = (client: ClientView) => {
    setCreating(false);
    toasts.show({
      text: t().clients.create.done(client.company),
      tone: "ok",
      onUndo: () => actions.remove([client]),
    });
    open(client);
  };
  onShortcuts(() => (mayCreate() ? { c: () => setCreating(true) } : {}));
  onAskedToCreate(() => setCreating(mayCreate()));

  usePage(() =>
    address().view === "all"
      ? { title: t().clients.title }
      : {
          title: t().clients.views[address().view],
          trail: [{ label: t().clients.title, href: "/clients" }],
        },
  );

  return (
    <ClientsContext.Provider value={{ list, edits, people, actions }}>
      <PageActions>
        <Show when={session.can("clients.export")}>
          <Button
            icon={IconExport}
            class="phone:hidden"
            loading={exporting.pending()}
            onClick={() => void download()}
          >
            {t().clients.export}
          </Button>
        </Show>
        <Show when={mayCreate()}>
          <Button
            kind="primary"
            icon={IconPlus}
            aria-keyshortcuts="C"
            onClick={() => setCreating(true)}
          >
            {t().clients.new}
          </Button>
        </Show>
      </PageActions>
      <ClientsList
        address={address()}
        marks={marks}
        onOpen={open}
        onReload={reload}
        onExport={session.can("clients.export") ? () => void download() : undefined}
        exporting={exporting.pending()}
        onCreate={mayCreate() ? () => setCreating(true) : undefined}
      />
      {props.children}
      <Show when={creating()}>
        <CreateDialog kept={draft} onClose={() => setCreating(false)} onCreated={created} />
      </Show>
    </ClientsContext.Provider>
  );
}
