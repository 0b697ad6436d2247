import IconPlus from "~icons/lucide/plus";
import { useNavigate, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { onAskedToCreate } from "#web/lib/asked-to-create.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { createClientNames } from "./client-names.ts";
import { useNoteDrafts } from "./drafts-provider.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { NoteRow } from "./note-row.tsx";
import { noteListQuery, type NoteFilter } from "./queries.ts";

const may = () => session.can("notes.write");
const matching = (text: string | undefined, shape: RegExp) =>
  text && shape.test(text) ? text : undefined;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Notes of meetings, latest first. */
export function NotesPage() {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const drafts = useNoteDrafts();
  const people = createPeople();
  const [params, setParams] = useSearchParams<{
    q?: string;
    client?: string;
    from?: string;
    to?: string;
  }>();
  const filter = (): NoteFilter => ({
    q: params.q || undefined,
    client: matching(params.client, /^cli_\w{26}$/),
    from: matching(params.from, DAY),
    to: matching(params.to, DAY),
  });
  const list = useInfiniteQuery(() => noteListQuery(filter()));
  const clients = createClientNames(
    () => filter().client,
    () => "",
  );
  const narrowed = () => Object.values(filter()).some(Boolean);
  usePage(() => ({ title: t().notes.title }));

  const submit = createSubmit(async () => {
    const heldOn = today();
    const title = t().notes.fresh(f().day(heldOn));
    const clientId = filter().client ?? null;
    const peopleIds = [session.me()?.person.id ?? ""].filter(Boolean);
    const { id } = await api("post /notes", { body: { title, heldOn, clientId, peopleIds } });
    navigate(`/notes/${id}?fresh=1`);
  });
  const create = async () => {
    if (submit.pending() || !may()) return;
    if (!(await submit.run())) toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  onShortcuts(() => (may() ? { c: () => void create() } : {}));
  onAskedToCreate(() => void create());
  const button = () => (
    <Button
      kind="primary"
      icon={IconPlus}
      kbd="C"
      loading={submit.pending()}
      onClick={() => void create()}
    >
      {t().notes.new}
    </Button>
  );
  const clear = () =>
    setParams({ q: undefined, client: undefined, from: undefined, to: undefined });

  return (
    <div class="mx-auto w-full max-w-250 px-6 py-5 phone:px-4 phone:py-3">
      <h1 class="sr-only">{t().notes.title}</h1>
      <Show when={may()}>
        <PageActions>{button()}</PageActions>
      </Show>
      <FilterBar filter={filter()} />
      <QueryView query={list}>
        {(data) => (
          <Show
            when={data().pages.some(({ items }) => items.length > 0)}
            fallback={
              <Show
                when={narrowed()}
                fallback={
                  <EmptyState
                    title={t().notes.empty.title}
                    body={t().notes.empty.body}
                    actions={<Show when={may()}>{button()}</Show>}
                  />
                }
              >
                <EmptyState
                  title={t().notes.none.title}
                  body={t().notes.none.body}
                  actions={<Button onClick={clear}>{t().notes.filter.clear}</Button>}
                />
              </Show>
            }
          >
            <ul class="divide-y divide-line overflow-hidden rounded-3 border border-line bg-surface">
              <EachById items={data().pages.flatMap(({ items }) => items)}>
                {(note) => (
                  <NoteRow
                    note={note()}
                    title={drafts.all().get(note().id)?.changes.title ?? note().title}
                    client={clients.name(note().clientId ?? "")}
                    people={people}
                  />
                )}
              </EachById>
            </ul>
            <Show when={list.hasNextPage}>
              <Button
                class="mt-3"
                loading={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                {t().notes.more}
              </Button>
            </Show>
          </Show>
        )}
      </QueryView>
    </div>
  );
}
