import IconAlert from "~icons/lucide/database-zap";
import { useNavigate } from "@solidjs/router";
import { For } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { handOver } from "#web/features/analytics/current-library.ts";
import { FileInput } from "#web/features/analytics/list/file-input.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SourceStatus } from "./source-status.tsx";
import type { Sources } from "./use-sources.ts";

/** What is missing here for an answer, and for each source why, with what to do about it. */
export function MissingSources(props: {
  title: string;
  workspaceId: string;
  of: readonly SourceView[];
  sources: Sources;
}) {
  const navigate = useNavigate();
  let input: HTMLInputElement | undefined;
  const bring = (file: File) => {
    handOver.put(file);
    navigate(`/analytics/import?workspace=${props.workspaceId}`);
  };
  const read = (source: SourceView) => void props.sources.load(source).catch(() => undefined);
  return (
    <section
      class="flex gap-2 rounded-card border border-line bg-surface px-3 py-2.5"
      aria-label={props.title}
    >
      <Icon of={IconAlert} class="mt-0.5 shrink-0 text-warn" />
      <div class="min-w-0 flex-1 wrap-anywhere">
        <p class="font-medium">{props.title}</p>
        <FileInput ref={(element) => (input = element)} onFile={bring} testId="missing-file" />
        <ul class="mt-1 divide-y divide-line">
          <For each={props.of}>
            {(source) => (
              <li class="py-2 last:pb-0">
                <p class="font-semibold">{source.title}</p>
                <SourceStatus
                  source={source}
                  state={props.sources.state(source.id)}
                  onRetry={() => read(source)}
                  onStop={() => props.sources.stop(source.id)}
                  onBring={() => input?.click()}
                />
              </li>
            )}
          </For>
        </ul>
      </div>
    </section>
  );
}
