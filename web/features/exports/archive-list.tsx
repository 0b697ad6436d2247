import IconDownload from "~icons/lucide/download";
import { createSignal, Show } from "solid-js";
import type { ExportView } from "#domain/exports/model.ts";
import { RowList } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { RemoveArchive } from "./remove-archive.tsx";

/** What was exported, newest first: what can be downloaded, and what became of the rest. */
export function ArchiveList(props: {
  items: readonly ExportView[];
  nothingYet: boolean;
  onChanged: () => Promise<unknown>;
}) {
  const t = useTexts();
  const [removing, setRemoving] = createSignal<ExportView>();
  return (
    <>
      <Show when={props.nothingYet}>
        <EmptyState title={t().exports.list.empty} body={t().exports.list.emptyBody} />
      </Show>
      <Show when={props.items.length > 0}>
        <RowList label={t().exports.list.title}>
          <EachById items={props.items}>
            {(item) => <ArchiveRow of={item()} onRemove={() => setRemoving(item())} />}
          </EachById>
        </RowList>
      </Show>
      <Show when={removing()}>
        {(item) => (
          <RemoveArchive
            of={item()}
            onClose={() => setRemoving(undefined)}
            onChanged={props.onChanged}
          />
        )}
      </Show>
    </>
  );
}

function ArchiveRow(props: { of: ExportView; onRemove: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const words = () => t().exports.list;
  const when = () => f().moment(props.of.startedAt);
  const tone = () =>
    props.of.state === "ready" ? "ok" : props.of.state === "failed" ? "bad" : undefined;
  const download = createSubmit(async () => {
    const link = await api("post /exports/{id}/link", { params: { id: props.of.id } });
    // The browser saves it by itself: an archive is too large to be held by the page.
    const anchor = document.createElement("a");
    anchor.href = link.path;
    anchor.download = "";
    anchor.click();
  });
  const press = async () => {
    if (!(await download.run())) toasts.show({ text: say(download.problem()), tone: "bad" });
  };
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div class="min-w-0 flex-1 basis-60">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span class="font-medium">{when()}</span>
          <span class="text-ink-2">{words().by(props.of.startedBy.name)}</span>
          <Chip tone={tone()}>{words().states[props.of.state]}</Chip>
        </p>
        <Show when={props.of.state === "ready"}>
          <p class="text-small text-ink-3">
            {f().bytes(props.of.size ?? 0)} ·{" "}
            {words().facts(f().number(props.of.rows ?? 0), f().number(props.of.files ?? 0))}
            {" · "}
            {words().until(f().moment(props.of.expiresAt ?? props.of.startedAt))}
          </p>
        </Show>
        <Show when={props.of.fault}>
          {(fault) => <p class="text-small text-ink-2">{words().faults[fault()]}</p>}
        </Show>
      </div>
      <Show when={props.of.state === "ready"}>
        <div class="flex gap-2">
          <Button
            size="sm"
            icon={IconDownload}
            loading={download.pending()}
            aria-label={words().downloadOf(when())}
            onClick={() => void press()}
          >
            {words().download}
          </Button>
          <Button size="sm" aria-label={words().deleteOf(when())} onClick={() => props.onRemove()}>
            {words().delete}
          </Button>
        </div>
      </Show>
    </li>
  );
}
