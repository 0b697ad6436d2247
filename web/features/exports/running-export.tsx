import type { ExportView } from "#domain/exports/model.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** How far the running export is, and the way to end it. */
export function RunningExport(props: { of: ExportView; onChanged: () => Promise<unknown> }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const words = () => t().exports.running;
  const stage = () => words().stages[props.of.progress?.stage ?? "preparing"];
  const share = () => {
    const { done, total } = props.of.progress ?? { done: 0, total: 0 };
    return total > 0 ? Math.floor((done / total) * 100) : undefined;
  };
  const cancel = createSubmit(() =>
    api("post /exports/{id}/cancel", { params: { id: props.of.id } }),
  );
  const press = async () => {
    const done = await cancel.run();
    toasts.show(
      done ? { text: words().cancelled, tone: "ok" } : { text: say(cancel.problem()), tone: "bad" },
    );
    await props.onChanged();
  };
  return (
    <div class="mb-4 rounded-3 border border-line px-4 py-3">
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div class="min-w-0">
          <h3 class="font-medium">{words().title}</h3>
          <p class="text-small text-ink-3">
            {words().by(props.of.startedBy.name, f().moment(props.of.startedAt))}
          </p>
        </div>
        <Button size="sm" loading={cancel.pending()} onClick={() => void press()}>
          {words().cancel}
        </Button>
      </div>
      <ProgressBar class="mt-3" label={words().title} value={share()} valueText={stage()} />
      <p class="mt-2 flex justify-between gap-4 text-small text-ink-2" role="status">
        <span>{stage()}</span>
        <span class="num">{share() === undefined ? "" : f().percent((share() ?? 0) * 100, 0)}</span>
      </p>
    </div>
  );
}
