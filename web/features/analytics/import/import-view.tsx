import IconWarn from "~icons/lucide/triangle-alert";
import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { handOver, currentLibrary, waiting } from "#web/features/analytics/current-library.ts";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { createImport } from "./import-state.ts";
import { createQueue } from "./queue.ts";
import { WaitingFiles } from "./waiting-files.tsx";
import { isProse } from "./prose-note.tsx";
import { CancelReading, createGoOnKey, isRefused, ReadingBody } from "./reading-body.tsx";
import { StepBar } from "./step-bar.tsx";
import { isDoubtful } from "./swallowed-note.tsx";
import { usePlace } from "./use-place.ts";

/** One file on its way in: how it is read at the left, what comes of it at the right. */
export function ImportView(props: { file: File; onAnother: (file: File) => void }) {
  const t = useTexts();
  const f = useFormat();
  const navigate = useNavigate();
  const place = usePlace();
  const words = () => t().analytics;
  // Another file is another view.
  // oxlint-disable-next-line solid/reactivity
  const job = createImport(currentLibrary(), props.file, (position) =>
    words().column.unnamed(position),
  );
  const queue = createQueue(currentLibrary(), job, (position) => words().column.unnamed(position));
  const [apart, setApart] = createSignal(false);
  const together = () => queue.same() && !apart();
  const busy = () => job.state.phase === "reading" || job.state.phase === "keeping";
  const doubtful = () => isDoubtful(job.state.imported) || isProse(job);
  const empty = () => job.state.imported?.rows === 0;
  const goOnLabel = () => {
    if (job.state.phase === "reading") return words().reading.pending;
    if (empty()) return words().reading.nothing;
    const rows = job.state.imported?.rows ?? 0;
    const say = doubtful() ? words().reading.continueDoubtful : words().reading.continue;
    return say(rows, f().number(rows));
  };
  const goOn = async () => {
    if (job.state.phase !== "ready" || empty()) return;
    const [file, name] = [props.file, job.name()];
    const kept = await job.hand((read) => currentLibrary().add(file, name, read));
    if (kept === undefined) return;
    handOver.clear();
    await queue.compared();
    const dataSet = together() ? await queue.joined(kept) : kept;
    const next = queue.next();
    if (next !== undefined) {
      props.onAnother(next);
      return;
    }
    navigate(await place.of(dataSet), { replace: true });
  };
  const skip = () => {
    const next = queue.next();
    if (next !== undefined) props.onAnother(next);
  };
  createGoOnKey(goOn);
  const leave = () => {
    waiting.put([]);
    handOver.clear();
    navigate(place.back());
  };
  return (
    <div class="flex h-full min-h-0 flex-col">
      <Show when={!isRefused(job)}>
        <StepBar current={job.state.phase === "keeping" ? "ready" : "reading"}>
          <CancelReading job={job} onLeave={leave} />
          <Show when={job.state.phase !== "failed"}>
            <Button
              kind={doubtful() ? "secondary" : "primary"}
              icon={doubtful() ? IconWarn : undefined}
              kbd="⌘↵"
              loading={busy()}
              disabled={job.state.phase === "ready" && empty()}
              onClick={() => void goOn()}
            >
              {goOnLabel()}
            </Button>
          </Show>
        </StepBar>
      </Show>
      <ReadingBody
        job={job}
        aside={
          <WaitingFiles
            files={queue.files()}
            same={queue.same()}
            together={together()}
            onTogether={(one) => setApart(!one)}
          />
        }
        refusedActions={
          <>
            {/* One of several that does not read keeps the others from nothing. */}
            <Show when={queue.files()[0]}>
              {(file) => (
                <Button kind="primary" onClick={() => skip()}>
                  {words().files.next(file().name)}
                </Button>
              )}
            </Show>
            <FileButton
              kind="secondary"
              label={words().refused.another}
              onFile={(file) => props.onAnother(file)}
            />
          </>
        }
      />
    </div>
  );
}
