import IconAlert from "~icons/lucide/octagon-alert";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { SemanticDocument, SemanticView } from "#domain/semantic/model.ts";
import type { SemanticProblem } from "#domain/semantic/problems.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { PageActions } from "#web/lib/page.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { Tabs, type Tab } from "#web/ui/tabs.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { notAggregates } from "./not-aggregate.ts";
import { createModelDraft } from "./model-draft.ts";
import { ModelForm } from "./model-form.tsx";
import { ModelVersions } from "./model-versions.tsx";
import { ModelYaml } from "./model-yaml.tsx";
import { titleOf } from "./sections.ts";

type View = "form" | "yaml" | "versions";

const isClash = (problem: unknown) =>
  problem instanceof ApiProblem && problem.code === "conflict.version";

/** A model as form, as YAML and as its versions: one document, saved as one. */
export function ModelEditor(props: {
  workspaceId: string;
  layer: SemanticView | null;
  sources: Sources;
  canWrite: boolean;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { language } = useLocale();
  const words = () => t().semantic;
  const [view, setView] = createSignal<View>("form");
  const draft = createModelDraft(
    () => props.layer,
    () =>
      props.sources.all().map(({ table, columns }) => ({
        table,
        columns: columns.map(({ name }) => name),
      })),
  );
  const write = async (document: SemanticDocument, version: number) => {
    const { layer, workspaceId } = props;
    const saved = layer
      ? await api("patch /semantic-layers/{id}", {
          params: { id: layer.id },
          body: { version, changes: { document } },
        })
      : await api("post /semantic-layers", { body: { workspaceId, document } });
    queries.setQueryData(["semantic", "workspace", workspaceId], saved);
    await queries.invalidateQueries({ queryKey: ["semantic", "versions"] });
  };
  /** What the engine says of measures that were changed. Where it can't be asked, that is in nobody's way. */
  const unsummed = async ({ measures }: SemanticDocument): Promise<SemanticProblem[]> => {
    const known = JSON.stringify(props.layer?.document.measures ?? []);
    if (measures.length === 0 || JSON.stringify(measures) === known) return [];
    const { sources } = props;
    return sources
      .keeper()
      .use((engine) => notAggregates(engine, sources.all(), measures))
      .catch(() => []);
  };
  const submit = createSubmit(async () => {
    const document = draft.document();
    if (document === null || draft.blocking()) return;
    draft.tell(await unsummed(document));
    if (draft.blocking()) return;
    await write(document, draft.base());
    draft.reset();
    toasts.show({ text: words().saved, tone: "ok" });
  });
  const restore = createSubmit(async (version: number, document: SemanticDocument) => {
    const before = props.layer;
    await write(document, props.layer?.version ?? 0);
    draft.reset();
    toasts.show({
      text: words().restored(version),
      tone: "ok",
      onUndo: before ? () => void restore.run(before.version, before.document) : undefined,
    });
  });
  const save = async () => {
    if (!(await submit.run()) && isClash(submit.problem()))
      await queries.invalidateQueries({ queryKey: ["semantic"] });
  };
  const tabs = (): Tab<View>[] => [
    { value: "form", label: words().form },
    { value: "yaml", label: words().yaml },
    { value: "versions", label: words().versions },
  ];
  return (
    <>
      <LeaveGuard unsaved={draft.changed()} />
      <PageActions>
        <Show when={props.canWrite}>
          <Show when={draft.changed()}>
            <Button onClick={() => draft.reset()}>{words().reset}</Button>
          </Show>
          <Button
            kind="primary"
            class={draft.changed() ? undefined : "phone:hidden"}
            loading={submit.pending()}
            disabled={!draft.changed() || draft.blocking() || draft.outdated()}
            onClick={() => void save()}
          >
            {words().save}
          </Button>
        </Show>
      </PageActions>
      <Show when={!props.canWrite}>
        <p class="mb-3 text-ink-2">{words().readOnly}</p>
      </Show>
      <Show
        when={draft.outdated()}
        fallback={<FormProblem problem={submit.problem() ?? restore.problem()} />}
      >
        <Banner tone="warn" icon={IconAlert} title={words().conflict}>
          <span class="flex gap-2 pt-1">
            <Button size="sm" onClick={() => draft.reset()}>
              {words().takeTheirs}
            </Button>
            <Button size="sm" onClick={() => draft.rebase()}>
              {words().keepMine}
            </Button>
          </span>
        </Banner>
      </Show>
      <Show when={draft.told().length > 0}>
        <Banner tone="warn" icon={IconAlert} title={words().notSaved}>
          <ul>
            <For each={draft.told()}>
              {({ path, options }) => (
                <li>
                  {titleOf(
                    "measures",
                    draft.entries("measures")[Number(path[1])] ?? {},
                    language(),
                  )}{" "}
                  {words().reasons.aggregate} <code class="font-mono">{options?.[0]}</code>
                </li>
              )}
            </For>
          </ul>
        </Banner>
      </Show>
      <Tabs<View>
        label={words().views}
        tabs={tabs()}
        value={view()}
        onChange={setView}
        class="mb-4"
      />
      <Switch>
        <Match when={view() === "form"}>
          <ModelForm draft={draft} sources={props.sources} disabled={!props.canWrite} />
        </Match>
        <Match when={view() === "yaml"}>
          <ModelYaml draft={draft} disabled={!props.canWrite} />
        </Match>
        <Match when={view() === "versions"}>
          <Show when={props.layer} fallback={<p class="text-ink-2">{words().noVersions}</p>}>
            {(layer) => (
              <ModelVersions
                layer={layer()}
                disabled={!props.canWrite}
                unsaved={draft.changed()}
                onRestore={(version, document) => void restore.run(version, document)}
              />
            )}
          </Show>
        </Match>
      </Switch>
    </>
  );
}
