import IconBad from "~icons/lucide/circle-x";
import IconOk from "~icons/lucide/circle-check";
import IconWarn from "~icons/lucide/triangle-alert";
import { Show } from "solid-js";
import type { ConnectionTest } from "#domain/connections/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** At the foot of a form it would arrive out of sight. */
const show = (element: HTMLElement) =>
  requestAnimationFrame(() => element.scrollIntoView({ block: "nearest" }));

/** What a trial found, in the reader's words; the server's own stand below. */
export function TestResult(props: { test: ConnectionTest }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().connections.test;
  return (
    <div ref={show} role="status" class="flex flex-col gap-1 text-small">
      <Show
        when={props.test.failure}
        fallback={
          <>
            <p class="flex items-start gap-1.5 text-ok">
              <Icon of={IconOk} size={14} class="mt-0.5 shrink-0" />
              {words().works(props.test.server, f().number(props.test.ms))}
            </p>
            <Show
              when={props.test.writes.length > 0}
              fallback={<p class="pl-5 text-ink-2">{words().reads}</p>}
            >
              <p class="flex items-start gap-1.5 text-warn">
                <Icon of={IconWarn} size={14} class="mt-0.5 shrink-0" />
                {words().writes(props.test.writes.join(", "))}
              </p>
            </Show>
          </>
        }
      >
        {(failure) => (
          <>
            <p class="flex items-start gap-1.5 text-bad">
              <Icon of={IconBad} size={14} class="mt-0.5 shrink-0" />
              {t().connections.failures[failure()]}
            </p>
            <Show when={props.test.detail}>
              <p class="pl-5 text-ink-3">
                {words().says}{" "}
                <span class="font-mono break-words" lang="">
                  {props.test.detail}
                </span>
              </p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
