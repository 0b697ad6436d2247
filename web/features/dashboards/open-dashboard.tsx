import IconCheck from "~icons/lucide/check";
import IconFilter from "~icons/lucide/list-filter-plus";
import IconPencil from "~icons/lucide/pencil-ruler";
import IconPlus from "~icons/lucide/plus";
import IconRedo from "~icons/lucide/redo-2";
import IconUndo from "~icons/lucide/undo-2";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show, onCleanup } from "solid-js";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { CutNote } from "#web/features/sources/cut-note.tsx";
import { useSources } from "#web/features/sources/use-sources.ts";
import { api } from "#web/lib/api.ts";
import { useEngineWord } from "#web/features/analytics/engine-word.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { PageActions } from "#web/lib/page.tsx";
import { usePrinting } from "#web/lib/printing.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { today } from "#web/lib/today.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { DashboardContext, type DashboardScope } from "./context.ts";
import { useChangeDashboard } from "./change-dashboard.ts";
import { useComments } from "./comments/queries.ts";
import { PAPER } from "./export/on-paper.ts";
import { PaperApart } from "./export/paper-apart.tsx";
import { DashboardMenu } from "./dashboard-menu.tsx";
import { useDeleteDashboard } from "./delete-dashboard.ts";
import { blankWidget } from "./edit/blank-widget.ts";
import { EditBar } from "./edit/edit-bar.tsx";
import { ParametersDialog } from "./edit/parameters-dialog.tsx";
import { WidgetForm, type WidgetFormed } from "./edit/widget-form.tsx";
import { FilterBar } from "./filters/filter-bar.tsx";
import { createFilters } from "./filters/filters.ts";
import { dashboardKeys, useDashboardNews } from "./follow.ts";
import { versionsQuery } from "./queries.ts";
import { FILTERS_FORM } from "./presence/here.ts";
import { OthersHere } from "./presence/others-here.tsx";
import { createRunner } from "./runner.ts";
import { DashboardActions } from "./view/dashboard-actions.tsx";
import { DashboardHead } from "./view/dashboard-head.tsx";
import { DashboardPanels, type Panel } from "./view/dashboard-panels.tsx";
import { Grid } from "./view/grid.tsx";
import { createTables } from "./tables.ts";
import { createWidgets } from "./widgets.ts";

/** A dashboard that has arrived with its widgets. */
export function OpenDashboard(props: { dashboard: DashboardView; all: readonly WidgetView[] }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  useEngineWord();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const deleteDashboard = useDeleteDashboard();
  const words = () => t().dashboards;
  const dashboard = () => props.dashboard;
  const fail = (error: unknown) => void toasts.show({ text: say(error), tone: "bad" });
  const phone = createMediaQuery("(width < 40rem)");
  const printing = usePrinting();
  const [editing, setEditing] = createSignal(false);
  const [form, setForm] = createSignal<{ widget: WidgetView; fresh: boolean }>();
  const [panel, setPanel] = createSignal<Panel>();
  const results = new Map<string, ReadResult>();
  const shown: DashboardScope["shown"] = new Map();
  const [asksFilters, setAsksFilters] = createSignal(false);
  const sources = useSources(() => dashboard().workspaceId);
  const runner = createRunner(
    () => sources.keeper(),
    () => sources.answers(),
  );
  onCleanup(() => runner.leave());
  /** Somebody else's work stands: their version is shown, and one's own is offered. */
  const clash = (title: string, insist: () => void) =>
    toasts.show({
      text: words().clash(title),
      tone: "warn",
      lasts: Infinity,
      action: { label: words().insist, onSelect: insist },
    });
  const overtaken = (title: string, gone = false) => {
    const { overtaken: changed, gone: removed } = words().together;
    toasts.show({ text: (gone ? removed : changed)(title), tone: "warn" });
  };
  const filters = createFilters(() => dashboard().parameters, today);
  const widgets = createWidgets(
    () => dashboard().id,
    () => props.all,
    {
      onError: fail,
      onClash: (one) => clash(one.current.title, () => widgets.insist(one)),
      onOvertaken: overtaken,
    },
  );
  const { steps } = widgets;
  const tables = createTables(sources);
  const comments = useComments(dashboard);
  const told = useDashboardNews(dashboard);
  const change = useChangeDashboard(dashboard, {
    told,
    steps: widgets.steps,
    onError: fail,
    onOvertaken: () => overtaken(dashboard().title),
  });
  const insist = (to: string) => void retitle(dashboard().title, to);
  const retitle = async (from: string, to: string): Promise<void> => {
    try {
      const done = await change.title(from, to);
      if (!done) clash(dashboard().title, insist.bind(null, to));
    } catch (error) {
      fail(error);
    }
  };
  /** A form whose change was refused stays open, and says why. */
  const save = async (formed: WidgetFormed) => {
    try {
      const done =
        "made" in formed
          ? await widgets.add(formed.made)
          : await widgets.save(formed.base, formed.changes);
      if (done) setForm(undefined);
    } catch (error) {
      fail(error);
    }
  };
  /** What was made of the dashboard becomes a version when its editing ends. */
  const leave = () => {
    setEditing(false);
    const { id } = dashboard();
    void widgets
      .settled()
      .then(() => api("post /dashboards/{id}/versions", { params: { id } }))
      .then(() => queries.invalidateQueries({ queryKey: versionsQuery(id).queryKey }))
      .catch(fail);
  };
  /** What is on its way is saved first: it comes back with the dashboard. */
  const remove = () => {
    const { workspaceId } = dashboard();
    void deleteDashboard(dashboard(), {
      before: () => widgets.settled(),
      onDeleted: () => navigate(`/analytics/w/${workspaceId}`),
    });
  };
  const toggle = () => (editing() ? leave() : void setEditing(true));
  const add = () => setForm({ widget: blankWidget(dashboard().id), fresh: true });
  dashboardKeys({
    clear: () => (filters.selections().length > 0 ? filters.clear : undefined),
    edit: () => (dashboard().can.write ? toggle : undefined),
    undo: () => (editing() && steps.canUndo() ? steps.undo : undefined),
    redo: () => (editing() && steps.canRedo() ? steps.redo : undefined),
  });
  /** Who else is here and what can be done: in the bar, on a phone beside the title, where it takes no room from the filters. */
  const around = () => (
    <>
      <OthersHere edited={form()?.widget.id ?? (asksFilters() ? FILTERS_FORM : undefined)} />
      <Show
        when={!editing()}
        fallback={<DashboardMenu dashboard={dashboard()} onDelete={remove} />}
      >
        <DashboardActions
          comments={comments}
          folded={phone()}
          onOpen={setPanel}
          onEdit={() => setEditing(true)}
          onDelete={remove}
        />
      </Show>
    </>
  );
  return (
    <DashboardContext.Provider
      value={{
        dashboard,
        widgets,
        sources,
        tables,
        filters,
        runner,
        results,
        shown,
        editing,
        edit: (widget) => setForm({ widget, fresh: false }),
      }}
    >
      <PageActions>
        {/* There, a button of the frame would float over what is read: it stands in the bar. */}
        <Show when={dashboard().can.write && (editing() || !phone())}>
          <Show
            when={editing()}
            fallback={
              <Button icon={IconPencil} onClick={() => setEditing(true)}>
                {words().edit.start}
              </Button>
            }
          >
            <IconButton
              icon={IconUndo}
              label={words().edit.undo}
              disabled={!steps.canUndo()}
              onClick={steps.undo}
            />
            <IconButton
              icon={IconRedo}
              label={words().edit.redo}
              disabled={!steps.canRedo()}
              onClick={steps.redo}
            />
            <Button kind="primary" icon={IconCheck} onClick={leave}>
              {words().edit.done}
            </Button>
          </Show>
        </Show>
      </PageActions>
      <div class="flex h-full flex-col">
        <FilterBar
          end={
            <>
              <Show when={!phone()}>{around()}</Show>
              <Show when={editing()}>
                <Button
                  kind="ghost"
                  size="sm"
                  icon={IconFilter}
                  onClick={() => setAsksFilters(true)}
                >
                  {words().parameters.open}
                </Button>
                <Button kind="ghost" size="sm" icon={IconPlus} onClick={add}>
                  {words().form.add}
                </Button>
              </Show>
            </>
          }
        />
        <div
          data-print="sheets"
          class="min-h-0 flex-1 overflow-y-auto bg-canvas p-4 phone:p-3"
          style={{ width: printing() && !phone() ? PAPER : undefined }}
        >
          <DashboardHead end={<Show when={phone()}>{around()}</Show>} />
          <Show when={editing()}>
            <EditBar title={dashboard().title} onTitle={(from, to) => void retitle(from, to)} />
          </Show>
          <Show
            when={props.all.length > 0}
            fallback={
              <EmptyState
                title={words().empty.title}
                body={words().empty.body}
                actions={
                  <Show when={dashboard().can.write}>
                    <Button kind="primary" icon={IconPlus} onClick={add}>
                      {words().form.add}
                    </Button>
                  </Show>
                }
              />
            }
          >
            <CutNote sources={sources} of={sources.all()} />
            <Grid />
            <PaperApart />
          </Show>
        </div>
      </div>
      <Show when={form()}>
        {(open) => (
          <WidgetForm
            widget={open().widget}
            fresh={open().fresh}
            onClose={() => setForm(undefined)}
            onSave={save}
          />
        )}
      </Show>
      <DashboardPanels comments={comments} open={panel()} onClose={() => setPanel(undefined)} />
      <Show when={asksFilters()}>
        <ParametersDialog
          onClose={() => setAsksFilters(false)}
          onSave={(from, to) =>
            change.filters(from, to).then((done) => void (done && setAsksFilters(false)), fail)
          }
        />
      </Show>
    </DashboardContext.Provider>
  );
}
