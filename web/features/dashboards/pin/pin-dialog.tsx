import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show, untrack } from "solid-js";
import { workspaceDashboardsQuery, workspacesQuery } from "#web/features/workspaces/queries.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useInfiniteQuery, useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { pinWidget, type PinChoice, type Pinned, type PinPlace } from "./pin-widget.ts";

const NEW = "new";
const KINDS = ["chart", "number", "table"] as const;

const kindOf = ({ chart }: Pinned): PinChoice["kind"] => {
  if (chart === null || chart.type === "table") return "table";
  return chart.type === "number" ? "number" : "chart";
};

/** Asks on which dashboard a result goes, under which title and as what; then says so, with the way there and the way back. */
export function PinDialog(props: { place: PinPlace; pinned: Pinned; onClose: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const words = () => t().dashboardPin;
  const elsewhere = () => ("workspaceId" in props.place ? undefined : props.place);
  const [title, setTitle] = createSignal(untrack(() => props.pinned.title.slice(0, 200)));
  const [kind, setKind] = createSignal(untrack(() => kindOf(props.pinned)));
  const [workspace, setWorkspace] = createSignal<string>();
  const [dashboard, setDashboard] = createSignal(
    untrack(() => ("workspaceId" in props.place ? props.place.dashboardId : undefined)),
  );
  const [name, setName] = createSignal("");
  const spaces = useInfiniteQuery(() => ({
    ...workspacesQuery(undefined),
    enabled: elsewhere() !== undefined,
  }));
  const known = () =>
    (spaces.data?.pages ?? []).flatMap(({ items }) => items).filter((one) => one.can.write);
  const workspaceId = () =>
    "workspaceId" in props.place ? props.place.workspaceId : (workspace() ?? known()[0]?.id ?? NEW);
  const list = useQuery(() => ({
    ...workspaceDashboardsQuery(workspaceId()),
    enabled: workspaceId() !== NEW,
  }));
  const dashboards = () =>
    workspaceId() === NEW ? [] : (list.data?.items ?? []).filter((one) => one.can.write);
  const target = () => {
    const chosen = dashboard();
    if (chosen === NEW || dashboards().some(({ id }) => id === chosen)) return chosen ?? NEW;
    return dashboards()[0]?.id ?? NEW;
  };
  const waits = () => workspaceId() !== NEW && list.isPending;
  const submit = createSubmit(async () => {
    const made = await pinWidget(queries, props.place, props.pinned, {
      workspaceId: workspaceId(),
      dashboardId: target(),
      dashboardTitle: name().trim() || words().untitled,
      title: title().trim(),
      kind: kind(),
    });
    const { id, workspaceId: space, title: on } = made.dashboard;
    toasts.show({
      text: words().pinned(made.widget.title, on),
      tone: "ok",
      action: { label: words().open, onSelect: () => navigate(`/analytics/w/${space}/d/${id}`) },
      onUndo: () =>
        void made.undo().catch((error: unknown) => toasts.show({ text: say(error), tone: "bad" })),
    });
    props.onClose();
  });
  return (
    <FormDialog
      title={words().title}
      description={words().body}
      submit={words().submit}
      pending={submit.pending()}
      ready={title().trim() !== "" && !waits()}
      onClose={() => props.onClose()}
      onSubmit={() => void submit.run()}
    >
      <Show when={elsewhere()}>
        <Select
          label={words().workspace}
          value={workspaceId()}
          options={[
            ...known().map((one) => ({ value: one.id, label: one.title })),
            { value: NEW, label: words().newWorkspace },
          ]}
          onChange={(id) => {
            setWorkspace(id);
            setDashboard(undefined);
          }}
        />
      </Show>
      <Select
        label={words().dashboard}
        value={target()}
        disabled={waits()}
        options={[
          ...dashboards().map((one) => ({ value: one.id, label: one.title })),
          { value: NEW, label: words().newDashboard },
        ]}
        onChange={setDashboard}
      />
      <Show when={target() === NEW && !waits()}>
        <TextField
          label={words().dashboardTitle}
          placeholder={words().untitled}
          maxLength={200}
          value={name()}
          onInput={setName}
        />
      </Show>
      <TextField
        label={words().widgetTitle}
        required
        maxLength={200}
        value={title()}
        onInput={setTitle}
      />
      <SegmentedControl
        label={t().dashboards.form.kind}
        value={kind()}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t().dashboards.form.kinds[value] }))}
        class="self-start"
      />
      <Show when={submit.problem()}>
        {(problem) => (
          <p role="alert" class="text-small text-bad">
            {say(problem())}
          </p>
        )}
      </Show>
    </FormDialog>
  );
}
