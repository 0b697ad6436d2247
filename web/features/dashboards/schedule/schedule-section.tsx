import IconMail from "~icons/lucide/mail";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { inputOf } from "./draft.ts";
import { schedulesQuery } from "./queries.ts";
import { SendDialog } from "./send-dialog.tsx";
import { ScheduleForm } from "./schedule-form.tsx";
import { ScheduleRow } from "./schedule-row.tsx";

/** Mails of the dashboard: planned, tried on oneself, paused, changed, taken off. */
export function ScheduleSection(props: { published: boolean }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { dashboard } = useDashboard();
  const [form, setForm] = createSignal<{ schedule: ScheduleView | undefined }>();
  const [sending, setSending] = createSignal<ScheduleView>();
  const words = () => t().dashboardSchedule;
  const key = () => schedulesQuery(dashboard().id).queryKey;
  const found = useQuery(() => schedulesQuery(dashboard().id));
  const put = (next: ScheduleView) =>
    queries.setQueryData(key(), (known) => {
      const all = known ?? [];
      return all.some(({ id }) => id === next.id)
        ? all.map((one) => (one.id === next.id ? next : one))
        : [...all, next];
    });
  const attempt = async (work: () => Promise<string | undefined>) => {
    try {
      const text = await work();
      if (text) toasts.show({ text, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
      await queries.invalidateQueries({ queryKey: key() });
    }
  };
  const save = async (input: ReturnType<typeof inputOf>) => {
    const before = form()?.schedule;
    if (!before) {
      const params = { id: dashboard().id };
      put(
        await api("post /dashboards/{id}/schedules", { params, body: { ...input, paused: false } }),
      );
      return;
    }
    const body = { version: before.version, changes: input };
    put(await api("patch /dashboard-schedules/{id}", { params: { id: before.id }, body }));
  };
  const pause = ({ id, version, paused }: ScheduleView) =>
    attempt(async () => {
      const body = { version, changes: { paused: !paused } };
      put(await api("patch /dashboard-schedules/{id}", { params: { id }, body }));
      return undefined;
    });
  const remove = ({ id }: ScheduleView) =>
    attempt(async () => {
      await api("delete /dashboard-schedules/{id}", { params: { id } });
      queries.setQueryData(key(), (known) => known?.filter((one) => one.id !== id));
      return words().removed;
    });
  const test = ({ id }: ScheduleView) =>
    attempt(async () => {
      await api("post /dashboard-schedules/{id}/test", { params: { id } });
      return words().tested;
    });
  const send = async ({ id }: ScheduleView) => {
    const next = await api("post /dashboard-schedules/{id}/send", { params: { id } });
    put(next);
    const [last] = next.sendings;
    const count = last?.mails ?? 0;
    const text =
      count > 0 ? words().outcomes.sent(count, f().number(count)) : words().outcomes.nobody;
    toasts.show({ text, tone: count > 0 ? "ok" : "bad" });
  };
  return (
    <section aria-label={words().title}>
      <h3 class="font-semibold">{words().title}</h3>
      <p class="mt-1 text-ink-2">{words().lead}</p>
      <QueryView query={found}>
        {(schedules) => (
          <Show
            when={schedules().length > 0}
            fallback={<p class="mt-2 text-ink-3">{words().none}</p>}
          >
            <ul class="mt-2 divide-y divide-line">
              <For each={schedules()}>
                {(schedule) => (
                  <ScheduleRow
                    schedule={schedule}
                    onSend={() => setSending(schedule)}
                    onTest={() => void test(schedule)}
                    onPause={() => void pause(schedule)}
                    onEdit={() => setForm({ schedule })}
                    onRemove={() => void remove(schedule)}
                  />
                )}
              </For>
            </ul>
          </Show>
        )}
      </QueryView>
      <Button
        size="sm"
        class="mt-3"
        icon={IconMail}
        onClick={() => setForm({ schedule: undefined })}
      >
        {words().add}
      </Button>
      <Show when={!props.published}>
        <p class="mt-1.5 text-small text-ink-3">{words().unpublished}</p>
      </Show>
      <Show when={sending()}>
        {(schedule) => (
          <SendDialog
            schedule={schedule()}
            onSend={() => send(schedule())}
            onClose={() => setSending(undefined)}
          />
        )}
      </Show>
      <Show when={form()}>
        {(open) => (
          <ScheduleForm
            schedule={open().schedule}
            outside={dashboard().can.share}
            onSave={save}
            onClose={() => setForm(undefined)}
          />
        )}
      </Show>
    </section>
  );
}
