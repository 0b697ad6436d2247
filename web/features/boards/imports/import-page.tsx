import { useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { readBoardFile } from "#domain/board-imports/board-file.ts";
import { withoutUnseen } from "#domain/unseen.ts";
import { draftBoard, type ImportDraft } from "#domain/board-imports/draft.ts";
import { FileRefused, type RawBoard } from "#domain/board-imports/raw.ts";
import { readFile } from "#domain/board-imports/read-file.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { api } from "#web/lib/api.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { boardListQuery, clientNamesQuery, membersQuery } from "#web/features/boards/queries.ts";
import { DraftView } from "./draft-view.tsx";
import { bytesOf, DropFile } from "./drop-file.tsx";
import { type Fault, FileFaultBanner } from "./file-fault.tsx";
import { HowTo } from "./how-to.tsx";
import { ImportRow } from "./import-row.tsx";
import { useImports } from "./imports-state.ts";
import { boardColumnsQuery, importsQuery } from "./queries.ts";

const NEW = "new";

interface Taken {
  name: string;
  raw: RawBoard;
}

/** What a file is called, without its ending and the number that Notion puts behind the name of a database. */
const nameOf = (file: File) =>
  file.name.replace(/\.\w+$/, "").replace(/ [0-9a-f]{32}(?:_all)?$/, "");

const isEmpty = ({ cards, templates }: ImportDraft) => cards.length + templates.length === 0;

/** Imports a board: a file, what will be made of it, then the import itself, with those of before below. */
export function ImportPage() {
  const [search] = useSearchParams<{ from?: string }>();
  return <ImportFlow from={search.from} />;
}

/** The page itself; `from` is a board that a new one is made of. */
export function ImportFlow(props: { from: string | undefined }) {
  const t = useTexts();
  const locale = useLocale();
  const boards = useQuery(() => boardListQuery());
  const members = useQuery(() => membersQuery());
  const clients = useQuery(() => clientNamesQuery(""));
  const list = useQuery(() => importsQuery());
  const imports = useImports();
  const toasts = useToasts();
  const say = useProblemText();
  const [taken, setTaken] = createSignal<Taken | null>(null);
  const [fault, setFault] = createSignal<Fault | null>(null);
  const [reading, setReading] = createSignal(false);
  const [archived, setArchived] = createSignal(true);
  const [target, setTarget] = createSignal<string>(NEW);
  const [title, setTitle] = createSignal("");
  const [bare, setBare] = createSignal(false);
  const columns = useQuery(() => ({
    ...boardColumnsQuery(target()),
    enabled: target() !== NEW,
  }));
  usePage(() => ({
    title: t().boardImports.title,
    trail: [{ label: t().boardScreen.title, href: "/boards" }],
  }));
  const refuse = (error: unknown, name: string) => {
    if (!(error instanceof FileRefused)) throw error;
    const { fault: why, row, column, found } = error;
    setFault({ name, fault: why, row, column, found });
  };
  const take = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    setReading(true);
    setFault(null);
    setTaken(null);
    try {
      const raw = readFile(await bytesOf(files), t().boardImports.sections, file.name);
      const told = withoutUnseen(raw.title ?? nameOf(file)).trim();
      setTitle((told || t().boardImports.defaultTitle).slice(0, 120));
      setTaken({ name: withoutUnseen(file.name).slice(0, 200), raw });
    } catch (error) {
      refuse(error, file.name);
    } finally {
      setReading(false);
    }
  };
  /** Another board is read as its own export would be: what a new one takes from it is shown before it is made. */
  const takeBoard = async (id: string) => {
    setReading(true);
    const json = await api("get /boards/{id}/export.json", { params: { id } }).catch(
      (error: unknown) => void toasts.show({ text: say(error), tone: "bad" }),
    );
    setReading(false);
    try {
      const raw = json && readBoardFile(json);
      if (!raw) return;
      const name = raw.title ?? "";
      setTitle(t().boardImports.copyOf(name).slice(0, 120));
      setTaken({ name, raw });
    } catch (error) {
      refuse(error, json?.title ?? "");
    }
  };
  createEffect(
    on(
      () => props.from,
      (id) => id && void takeBoard(id),
    ),
  );
  const draft = createMemo(() => {
    const file = taken();
    return (
      file &&
      draftBoard(bare() ? { ...file.raw, cards: [] } : file.raw, {
        members: members.data?.items ?? [],
        clients: clients.data?.items ?? [],
        language: locale.language(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        words: t().boardImports.sections,
        archived: archived(),
      })
    );
  });
  const where = () => ({
    boardId: target() === NEW ? null : target(),
    title: title().trim() || t().boardImports.defaultTitle,
    columns: target() === NEW ? [] : (columns.data ?? []),
  });
  const ready = () => target() === NEW || columns.isSuccess;
  const go = async () => {
    const made = draft();
    const file = taken();
    if (!made || !file) return;
    if (await imports.start(made, file.name, where())) setTaken(null);
  };
  const options = () => [
    { value: NEW, label: t().boardImports.newBoard },
    ...(boards.data?.items ?? []).map(({ id, title: label }) => ({ value: id, label })),
  ];
  const items = () => {
    const live = imports.live();
    const known = list.data?.items ?? [];
    if (!live) return known;
    return [live, ...known.filter(({ id }) => id !== live.id)];
  };
  return (
    <div class="mx-auto flex w-full max-w-200 flex-col gap-6 px-6 py-5 phone:px-4 phone:py-3">
      <h1 class="sr-only">{t().boardImports.title}</h1>
      <p class="text-ink-2">{t().boardImports.lead}</p>
      <DropFile
        label={taken() ? t().boardImports.other : t().boardImports.choose}
        chosen={taken()?.name || undefined}
        busy={reading()}
        onFiles={(files) => void take(files)}
      />
      <HowTo />
      <Show when={fault()}>{(told) => <FileFaultBanner fault={told()} />}</Show>
      <Show when={draft()}>
        {(made) => (
          <>
            <div class="flex flex-wrap items-end gap-3">
              <Select
                label={t().boardImports.target}
                options={options()}
                value={target()}
                onChange={setTarget}
              />
              <Show when={target() === NEW}>
                <TextField
                  label={t().boardImports.boardTitle}
                  value={title()}
                  onInput={setTitle}
                  maxLength={120}
                />
              </Show>
            </div>
            <Show
              when={[...(taken()?.raw.columns ?? []), ...(taken()?.raw.cards ?? [])].some(
                (one) => one.archived,
              )}
            >
              <Checkbox
                label={t().boardImports.archived}
                checked={archived()}
                onChange={setArchived}
              />
            </Show>
            <Show when={taken()?.raw.source === "aetheria"}>
              <Checkbox label={t().boardImports.bare} checked={bare()} onChange={setBare} />
            </Show>
            <DraftView draft={made()} target={where()} members={members.data?.items ?? []} />
            <div class="sticky bottom-0 z-sticky -mx-6 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-6 py-3 phone:-mx-4 phone:px-4">
              <Button
                kind="primary"
                disabled={(isEmpty(made()) && !bare()) || !ready()}
                loading={imports.live() !== null}
                onClick={() => void go()}
              >
                {t().boardImports.go}
              </Button>
              <span class="text-small text-ink-3">{t().boardImports.stay}</span>
            </div>
          </>
        )}
      </Show>
      <section aria-labelledby="imports-title" class="flex flex-col gap-2">
        <h2 id="imports-title" class="font-medium">
          {t().boardImports.list}
        </h2>
        <QueryView query={list}>
          {() => (
            <Show
              when={items().length > 0}
              fallback={<p class="text-ink-3">{t().boardImports.none}</p>}
            >
              <ul class="divide-y divide-line rounded-3 border border-line bg-surface">
                {/* By id: a question that is open on a row outlives the news of its import. */}
                <For each={items().map(({ id }) => id)}>
                  {(id) => (
                    <Show when={items().find((one) => one.id === id)}>
                      {(item) => (
                        <ImportRow
                          item={item()}
                          busy={imports.live()?.id === id}
                          sent={imports.live()?.id === id ? imports.sent() : null}
                          onCancel={() => void imports.cancel(item())}
                          onGoOn={() => void imports.goOn(item())}
                          onUndo={() => void imports.undo(item())}
                        />
                      )}
                    </Show>
                  )}
                </For>
              </ul>
            </Show>
          )}
        </QueryView>
      </section>
    </div>
  );
}
