import IconAbsent from "~icons/lucide/monitor-off";
import IconStays from "~icons/lucide/monitor-check";
import { Match, Show, Switch } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { SourceUnreadable, type SourceState } from "./source-state.ts";

/** Where the rows of a source lie, and how far they are from being read here. */
export function SourceStatus(props: {
  source: SourceView;
  state: SourceState;
  onRetry: () => void;
  onStop: () => void;
  onBring: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().workspaces.sources;
  const loading = () => (props.state.kind === "loading" ? props.state : undefined);
  const failed = () => (props.state.kind === "failed" ? props.state : undefined);
  const share = () => {
    const known = loading()?.share;
    return known === undefined ? undefined : Math.round(known * 100);
  };
  return (
    <Switch fallback={<Kept source={props.source} />}>
      <Match when={loading()}>
        <div class="flex items-center gap-2 text-small text-ink-2">
          <p class="num min-w-0 flex-1 truncate">
            <span role="status">{words().loading}</span>{" "}
            <Show when={loading()?.rows}>
              {(rows) => words().rowsSoFar(rows(), f().number(rows()))}
            </Show>
          </p>
          <TextButton
            aria-label={words().stopOne(props.source.title)}
            onClick={() => props.onStop()}
          >
            {words().stop}
          </TextButton>
        </div>
        <ProgressBar label={words().loading} value={share()} />
      </Match>
      <Match when={props.state.kind === "stopped"}>
        <p class="text-small text-ink-2" role="status">
          {words().stopped}{" "}
          <TextButton onClick={() => props.onRetry()}>{words().resume}</TextButton>
        </p>
      </Match>
      <Match when={props.state.kind === "absent"}>
        <p class="flex items-center gap-1.5 text-small text-warn">
          <Icon of={IconAbsent} size={14} /> {words().absent}
        </p>
        <p class="mt-1 text-small text-ink-2">
          {words().absentBody(
            props.source.kind === "device" ? props.source.details.fileName : props.source.title,
          )}{" "}
          <Show when={session.can("analytics.write")}>
            <TextButton onClick={() => props.onBring()}>{words().bring}</TextButton>
          </Show>
        </p>
      </Match>
      <Match when={failed()}>
        {(found) => (
          <p class="text-small text-bad" role="alert">
            {words().failed}
            {". "}
            {found().error instanceof SourceUnreadable
              ? words().unreadable
              : say(found().error)}{" "}
            <TextButton onClick={() => props.onRetry()}>{words().retry}</TextButton>
          </p>
        )}
      </Match>
    </Switch>
  );
}

function Kept(props: { source: SourceView }) {
  const t = useTexts();
  const f = useFormat();
  const others = () => {
    const kind = t().workspaces.sources.kinds[props.source.kind];
    return props.source.kind === "shared"
      ? `${kind} · ${f().bytes(props.source.details.bytes)}`
      : kind;
  };
  return (
    <Show
      when={props.source.kind === "device"}
      fallback={<p class="num text-small text-ink-3">{others()}</p>}
    >
      <p
        class="flex items-center gap-1.5 text-small text-ok"
        title={t().workspaces.sources.staysLong}
      >
        <Icon of={IconStays} size={14} /> {t().workspaces.sources.stays}
      </p>
    </Show>
  );
}
