import IconAlert from "~icons/lucide/octagon-alert";
import IconRetry from "~icons/lucide/rotate-cw";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { Instant } from "#web/lib/format.ts";
import { Show, type JSX } from "solid-js";
import { Button } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** What could not be read, what is safe, how to go on, and the request id to quote to whoever helps. */
export function ErrorState(props: {
  title?: string | undefined;
  body?: JSX.Element;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  /** A second way on: open the copy kept on this device. */
  actions?: JSX.Element;
  requestId?: string | undefined;
  at?: Instant | undefined;
  class?: string | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  return (
    <div
      role="alert"
      class={cx("mx-auto flex w-full max-w-105 gap-3 px-4 py-10 phone:flex-col", props.class)}
    >
      <span class="flex size-8 shrink-0 items-center justify-center rounded-2 bg-bad-soft text-bad">
        <Icon of={IconAlert} />
      </span>
      <div class="min-w-0 flex-1">
        <h2 class="text-lead font-semibold">{props.title ?? t().ui.error.title}</h2>
        <p class="mt-1 text-ink-2">{props.body ?? t().ui.error.safe}</p>
        <div class="mt-3 flex flex-wrap gap-2">
          <Show when={props.onRetry}>
            {(retry) => (
              <Button
                kind="primary"
                icon={IconRetry}
                loading={props.retrying ?? false}
                onClick={() => retry()()}
              >
                {t().ui.retry}
              </Button>
            )}
          </Show>
          {props.actions}
        </div>
        <Show when={props.requestId}>
          {(id) => (
            <p class="mt-3 flex flex-wrap items-center gap-x-2 border-t border-line pt-3 text-small text-ink-3">
              <span>{t().ui.request}</span>
              <code class="min-w-0 break-all font-mono text-ink-2">{id()}</code>
              <CopyButton text={id()} />
              <Show when={props.at}>
                {(at) => <time class="num ml-auto">{f().stamp(at())}</time>}
              </Show>
            </p>
          )}
        </Show>
      </div>
    </div>
  );
}
