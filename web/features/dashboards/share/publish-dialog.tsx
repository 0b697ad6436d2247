import IconUnfiltered from "~icons/lucide/funnel-x";
import IconDevice from "~icons/lucide/monitor-smartphone";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show, untrack } from "solid-js";
import type { Published } from "#domain/dashboards/share/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { CutNote } from "#web/features/sources/cut-note.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { createPublication, type Candidate } from "./publication.ts";
import { publishedQuery } from "./queries.ts";

/** Says what leaves of each widget, how many rows and from which sources, then publishes those that are chosen. */
export function PublishDialog(props: { before: Published | null; onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { dashboard, sources } = useDashboard();
  const publication = createPublication();
  const words = () => t().dashboardShare.publish;
  const candidates = publication.candidates();
  const before = untrack(() => props.before);
  const [left, setLeft] = createSignal<ReadonlySet<string>>(
    new Set(
      candidates
        .filter(
          ({ widget, published, beside }) =>
            !published || beside || (before && !before.widgets.some(({ id }) => id === widget.id)),
        )
        .map(({ widget }) => widget.id),
    ),
  );
  const [keeps, setKeeps] = createSignal(before?.keepCurrent ?? true);
  const chosen = () =>
    candidates.flatMap(({ widget, published }) =>
      published && !left().has(widget.id) ? [published] : [],
    );
  const choose = (id: string, on: boolean) =>
    setLeft((known) => {
      const next = new Set(known);
      if (on) next.delete(id);
      else next.add(id);
      return next;
    });
  const submit = createSubmit(async () => {
    const { id } = dashboard();
    const body = await publication.bodyOf(chosen(), keeps());
    const next = await api("put /dashboards/{id}/figures", { params: { id }, body });
    queries.setQueryData(publishedQuery(id).queryKey, { published: next });
    const pictured = await publication.sendPicture(next, body.figures);
    toasts.show({ text: pictured ? words().done : words().unpictured, tone: "ok" });
  });
  const publish = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title}
      description={words().lead}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            loading={submit.pending()}
            disabled={chosen().length === 0}
            onClick={() => void publish()}
          >
            {words().confirm(chosen().length)}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
      <CutNote sources={sources} of={sources.all()} />
      <ul class="divide-y divide-line rounded-2 border border-line">
        <For each={candidates}>
          {(candidate) => (
            <li class="px-3 py-2.5">
              <Checkbox
                label={candidate.widget.title}
                checked={!left().has(candidate.widget.id)}
                disabled={candidate.published === null}
                onChange={(on) => choose(candidate.widget.id, on)}
              />
              <p class="ml-6.5 text-small text-ink-2">
                <Leaving of={candidate} />
              </p>
            </li>
          )}
        </For>
      </ul>
      <p class="mt-3 text-small text-ink-2">
        {publication.inWords().length > 0
          ? words().filters(publication.inWords().join(" · "))
          : words().unfiltered}
      </p>
      <Switch
        class="mt-4"
        label={words().keep}
        hint={words().keepHint}
        checked={keeps()}
        onChange={setKeeps}
      />
      <p class="mt-4 text-small text-ink-3">{words().never(f().number(1_000))}</p>
      <p class="mt-1 text-small text-ink-3">{words().picture}</p>
    </Dialog>
  );
}

const named = (sources: Candidate["sources"]) => sources.map(({ title }) => title).join(", ");

/** What leaves of one widget, in words. */
function Leaving(props: { of: Candidate }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().dashboardShare.publish;
  const device = () => props.of.sources.filter(({ kind }) => kind === "device");
  const others = () => props.of.sources.filter(({ kind }) => kind !== "device");
  return (
    <Show when={props.of.published} fallback={words().absent}>
      {(published) => (
        <>
          {published().kind === "text"
            ? words().text
            : words().rows(published().rows.length, f().number(published().rows.length))}
          {published().more ? ` ${words().first}` : ""}
          <Show when={others().length > 0}> · {words().from(named(others()))}</Show>
          <Show when={device().length > 0}>
            <span class="mt-0.5 flex items-start gap-1.5 text-warn">
              <Icon of={IconDevice} size={14} class="mt-0.5 shrink-0" />
              <span>{words().device(named(device()))}</span>
            </span>
          </Show>
          <Show when={props.of.unfiltered.length > 0}>
            <span class="mt-0.5 flex items-start gap-1.5 text-warn">
              <Icon of={IconUnfiltered} size={14} class="mt-0.5 shrink-0" />
              <span>{words().beside(props.of.unfiltered.join(", "))}</span>
            </span>
          </Show>
        </>
      )}
    </Show>
  );
}
