import IconDown from "~icons/lucide/chevron-down";
import IconUp from "~icons/lucide/chevron-up";
import IconLink from "~icons/lucide/link";
import IconMore from "~icons/lucide/ellipsis";
import IconTrash from "~icons/lucide/trash-2";
import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, Match, on, Switch, untrack } from "solid-js";
import { api } from "#web/lib/api.ts";
import { isMissing } from "#web/lib/api-problem.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { ProblemState } from "#web/lib/problem-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { SlideOver } from "#web/ui/slide-over.tsx";
import { ClientRecordView } from "./client-record.tsx";
import { useClients } from "./context.ts";
import { onStep } from "./step-keys.ts";
import { Watchers } from "./watchers.tsx";

/** A client over its list, at its own address. J and K go to the next and the one before, Esc closes. */
export function ClientPanel() {
  const t = useTexts();
  const f = useFormat();
  const params = useParams<{ id: string }>();
  const location = useLocation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { list, edits, actions } = useClients();

  const read = useQuery(() => ({
    queryKey: ["clients", "one", params.id],
    queryFn: ({ signal }) => api("get /clients/{id}", { params: { id: params.id }, signal }),
  }));
  const loaded = () => (read.isSuccess ? read.data : undefined);
  createEffect(
    on(loaded, (record) => {
      if (!record) return;
      if (list.find(record.id)) list.put(record);
      edits.follow(record);
    }),
  );
  onLive("clients", (event) => {
    if (event.entityId !== params.id) return;
    void queries.invalidateQueries({ queryKey: ["clients", "one", params.id] });
    void queries.invalidateQueries({ queryKey: ["clients", "history", params.id] });
  });
  /** The newest of what the list and the record's own read know, with unsent changes on top. */
  const client = createMemo(() => {
    const listed = list.find(params.id);
    const own = loaded();
    const newest = listed && (!own || listed.version >= own.version) ? listed : own;
    return newest && newest.id === params.id ? edits.shown(newest) : undefined;
  });

  // A change may be answered before the feed is there to tell of it.
  const version = createMemo(() => client()?.version);
  createEffect(
    on(
      version,
      (now, before) => {
        if (now === undefined || before === undefined) return;
        void queries.invalidateQueries({ queryKey: ["clients", "history", params.id] });
      },
      { defer: true },
    ),
  );

  const index = createMemo(() => list.rows().findIndex((row) => row.id === params.id));
  const go = (id: string | undefined) => {
    if (id) navigate(`/clients/${id}${location.search}`, { replace: true, scroll: false });
  };
  const step = (by: 1 | -1) => {
    const next = index() + by;
    if (index() >= 0 && by === 1 && next >= list.rows().length - 5) void list.more();
    go(list.rows()[next]?.id);
  };
  const close = () => navigate(`/clients${location.search}`, { scroll: false });
  onStep(untrack(() => step));

  const position = () => {
    const count = list.totals()?.count ?? list.rows().length;
    return index() < 0
      ? t().clients.panel.outside
      : t().clients.panel.position(f().number(index() + 1), f().number(count));
  };
  const remove = () => {
    const now = client();
    if (!now) return;
    close();
    actions.remove([now]);
  };
  const gone = () => isMissing(read.error);

  return (
    <SlideOver
      title={client()?.company ?? t().clients.one}
      onClose={close}
      widthKey="client"
      head={<span class="num truncate">{position()}</span>}
      actions={
        <>
          <Watchers id={params.id} />
          <IconButton
            icon={IconUp}
            label={t().clients.panel.previous}
            kbd="K"
            disabled={index() <= 0}
            onClick={() => step(-1)}
          />
          <IconButton
            icon={IconDown}
            label={t().clients.panel.next}
            kbd="J"
            disabled={index() < 0 || index() >= list.rows().length - 1}
            onClick={() => step(1)}
          />
          <DropdownMenu
            placement="bottom-end"
            items={[
              {
                label: t().clients.panel.copyLink,
                icon: IconLink,
                onSelect: () =>
                  void navigator.clipboard.writeText(
                    `${window.location.origin}/clients/${params.id}`,
                  ),
              },
              ...(client()?.can.delete
                ? [
                    { kind: "separator" as const },
                    { label: t().clients.delete, icon: IconTrash, danger: true, onSelect: remove },
                  ]
                : []),
            ]}
            trigger={(attributes) => (
              <IconButton {...attributes} icon={IconMore} label={t().ui.more} quiet />
            )}
          />
        </>
      }
    >
      <Switch fallback={<SkeletonRows rows={8} />}>
        <Match when={gone()}>
          <ErrorState
            title={t().clients.panel.gone}
            body={t().clients.panel.goneBody}
            actions={<Button onClick={close}>{t().clients.panel.back}</Button>}
          />
        </Match>
        <Match when={client()}>{(now) => <ClientRecordView client={now()} />}</Match>
        <Match when={read.error}>
          {(error) => (
            <ProblemState
              error={error()}
              onRetry={() => void read.refetch()}
              at={read.errorUpdatedAt}
            />
          )}
        </Match>
      </Switch>
    </SlideOver>
  );
}
