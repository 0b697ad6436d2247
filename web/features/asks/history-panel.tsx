import IconHistory from "~icons/lucide/history";
import IconSearch from "~icons/lucide/search";
import { A } from "@solidjs/router";
import { keepPreviousData, queryOptions } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** So many are listed; the search finds those before. */
const SHOWN = 30;

const historyQuery = (workspace: string, q: string) =>
  queryOptions({
    queryKey: ["asks", "history", workspace, q],
    queryFn: ({ signal }) => api("get /ai/asks", { query: { workspace, q, limit: SHOWN }, signal }),
    placeholderData: keepPreviousData,
  });

/** One's own conversations in a workspace, found by the words of any of their questions. */
export function HistoryPanel(props: { workspaceId: string }) {
  const t = useTexts();
  const [open, setOpen] = createSignal(false);
  return (
    <Popover
      label={t().asks.history.open}
      placement="bottom-end"
      open={open()}
      onOpenChange={setOpen}
      class="max-h-[min(30rem,var(--kb-popper-content-available-height))] w-90 max-w-[calc(100vw-1rem)] overflow-y-auto p-2"
      trigger={(attributes) => (
        <IconButton {...attributes} icon={IconHistory} label={t().asks.history.open} />
      )}
    >
      <History workspaceId={props.workspaceId} onPick={() => setOpen(false)} />
    </Popover>
  );
}

function History(props: { workspaceId: string; onPick: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().asks.history;
  const [typed, setTyped] = createSignal("");
  const list = useQuery(() => historyQuery(props.workspaceId, typed().trim()));
  return (
    <div class="flex flex-col gap-2">
      <TextField
        label={words().search}
        labelHidden
        type="search"
        placeholder={words().search}
        icon={IconSearch}
        value={typed()}
        onInput={setTyped}
        data-autofocus
      />
      <QueryView query={list}>
        {(data) => (
          <Show
            when={data().items.length > 0}
            fallback={
              <p class="px-2 py-1 text-small text-ink-2" role="status">
                {typed().trim() === "" ? words().none : words().noMatch}
              </p>
            }
          >
            <ul aria-label={words().open}>
              <For each={data().items}>
                {(item) => (
                  <li>
                    <A
                      href={`/analytics/w/${item.workspaceId}/ask?c=${item.id}`}
                      class="flex min-h-9 flex-col justify-center rounded-2 px-2 py-1 hover:bg-hover phone:min-h-11"
                      onClick={() => props.onPick()}
                    >
                      <span class="truncate">{item.title}</span>
                      <span class="truncate text-small text-ink-3">
                        {f().moment(item.updatedAt)} · {item.question}
                      </span>
                    </A>
                  </li>
                )}
              </For>
            </ul>
          </Show>
        )}
      </QueryView>
    </div>
  );
}
