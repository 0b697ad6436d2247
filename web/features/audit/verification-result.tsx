import IconBroken from "~icons/lucide/shield-alert";
import IconIntact from "~icons/lucide/shield-check";
import IconX from "~icons/lucide/x";
import { For, Match, Show, Switch } from "solid-js";
import type { Finding } from "#domain/audit/verify.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import type { createVerification } from "./verify-log.ts";

/** What a verification showed: how far it is, that the chain holds and up to when, or which rows were tampered with. */
export function VerificationResult(props: { of: ReturnType<typeof createVerification> }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().audit.verify;
  const tell = ({ kind, id, upTo }: Finding) => {
    const [first, last] = [f().number(id), f().number(upTo)];
    const many = kind === "reordered" ? words().pair(first, last) : words().range(first, last);
    return words().findings[kind](id === upTo ? first : many, id !== upTo);
  };
  const intact = () => {
    const state = props.of.state();
    if (!state?.sealedUpTo) return words().intactEmpty;
    const rows = words().rows(state.checked, f().number(state.checked));
    return words().intact(rows, f().stamp(state.sealedUpTo.at));
  };
  const close = () => (
    <IconButton
      icon={IconX}
      size="sm"
      quiet
      label={words().dismiss}
      onClick={() => props.of.dismiss()}
    />
  );
  const line = "flex min-h-bar items-center gap-2 border-b border-line px-4 py-2";
  return (
    <div role="status" class="shrink-0">
      <Switch>
        <Match when={props.of.problem()}>
          {(problem) => (
            <div class={`${line} bg-bad-soft`}>
              <Icon of={IconBroken} class="shrink-0 text-bad" />
              <p class="min-w-0 flex-1">
                {words().failed} {say(problem())}
              </p>
              <Button size="sm" onClick={() => void props.of.run()}>
                {t().ui.retry}
              </Button>
              {close()}
            </div>
          )}
        </Match>
        <Match when={props.of.running()}>
          <div class={`${line} bg-sunken`}>
            <div class="min-w-0 flex-1">
              <p class="num pb-1 text-small text-ink-2">
                {words().running(
                  f().number(props.of.state()?.checked ?? 0),
                  f().number(props.of.state()?.all ?? 0),
                )}
              </p>
              <ProgressBar
                label={words().action}
                value={
                  props.of.state() &&
                  (100 * (props.of.state()?.checked ?? 0)) / (props.of.state()?.all || 1)
                }
              />
            </div>
            <Button size="sm" onClick={() => props.of.dismiss()}>
              {words().stop}
            </Button>
          </div>
        </Match>
        <Match when={props.of.state()?.findings.length === 0}>
          <div class={`${line} bg-ok-soft`}>
            <Icon of={IconIntact} class="shrink-0 text-ok" />
            <p class="min-w-0 flex-1">
              <span class="font-medium">{intact()}</span>
              <Show when={props.of.state()?.unsealed}>
                {(count) => <span class="text-ink-2"> {words().unsealed(count())}</span>}
              </Show>
            </p>
            {close()}
          </div>
        </Match>
        <Match when={props.of.state()}>
          {(state) => (
            <div class={`${line} items-start! bg-bad-soft`}>
              <Icon of={IconBroken} class="mt-0.5 shrink-0 text-bad" />
              <div class="min-w-0 flex-1">
                <p class="font-medium text-bad">{words().tampered(state().findings.length)}</p>
                <ul class="my-1 max-h-40 list-disc overflow-y-auto pl-5">
                  <For each={state().findings}>{(finding) => <li>{tell(finding)}</li>}</For>
                </ul>
                <p class="text-ink-2">{words().tamperedBody}</p>
              </div>
              {close()}
            </div>
          )}
        </Match>
      </Switch>
    </div>
  );
}
