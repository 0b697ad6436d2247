import IconExport from "~icons/lucide/package";
import { useQueryClient } from "@tanstack/solid-query";
import { onCleanup, Show } from "solid-js";
import type { ExportView, Progress } from "#domain/exports/model.ts";
import { SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api, type ApiAnswer } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive, useLive } from "#web/lib/live.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ArchiveList } from "./archive-list.tsx";
import { Contents } from "./contents.tsx";
import { exportsQuery } from "./queries.ts";
import { RunningExport } from "./running-export.tsx";

const ended = (items: readonly ExportView[]) => items.filter(({ state }) => state !== "running");

/** Takes the whole organization out as one archive: start, how far it is, what there is to download. */
export function ExportSection() {
  const t = useTexts();
  const toasts = useToasts();
  const say = useProblemText();
  const queries = useQueryClient();
  const list = useQuery(exportsQuery);
  const again = () => queries.invalidateQueries({ queryKey: ["exports"] });
  onLive("exports", () => void again());
  onCleanup(
    useLive().onProgress(({ topic, id, stage, done, total }) => {
      if (topic !== "exports") return;
      const progress = { stage: stage as Progress["stage"], done, total };
      queries.setQueryData<ApiAnswer<"get /exports">>(
        ["exports"],
        (held) =>
          held && {
            items: held.items.map((item) => (item.id === id ? { ...item, progress } : item)),
          },
      );
    }),
  );
  const running = () =>
    (list.isSuccess ? list.data.items : []).find(({ state }) => state === "running");
  const start = createSubmit(async () => {
    await api("post /exports", {});
    toasts.show({ text: t().exports.section.started, tone: "ok" });
  });
  const press = async () => {
    if (!(await start.run())) toasts.show({ text: say(start.problem()), tone: "bad" });
    await again();
  };
  return (
    <SettingsSection
      level={2}
      title={t().exports.section.title}
      lead={t().exports.section.lead}
      action={
        <Button
          kind="primary"
          icon={IconExport}
          loading={start.pending()}
          disabled={!list.isSuccess || running() !== undefined}
          onClick={() => void press()}
        >
          {t().exports.section.start}
        </Button>
      }
    >
      <p class="mb-3 text-small text-ink-3">{t().exports.section.hint}</p>
      <Show when={running()}>{(one) => <RunningExport of={one()} onChanged={again} />}</Show>
      <QueryView query={list}>
        {(data) => (
          <ArchiveList
            items={ended(data().items)}
            nothingYet={data().items.length === 0}
            onChanged={again}
          />
        )}
      </QueryView>
      <Contents />
    </SettingsSection>
  );
}
