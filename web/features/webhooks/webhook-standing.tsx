import IconAlert from "~icons/lucide/triangle-alert";
import { Show } from "solid-js";
import type { Webhook } from "#domain/webhooks/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** How a webhook's deliveries go, and what somebody should look at: why it rests, what failed, what it does not send. */
export function WebhookStanding(props: { webhook: Webhook }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().webhooks;
  const last = () => {
    const { lastAt, lastState } = props.webhook.deliveries ?? {};
    return lastAt && lastState ? words().last[lastState](f().moment(lastAt)) : words().never;
  };
  const counts = () => {
    const { waiting = 0, failed = 0 } = props.webhook.deliveries ?? {};
    return [
      ...(waiting > 0 ? [words().waiting(waiting)] : []),
      ...(failed > 0 ? [words().failed(failed)] : []),
    ].join(" · ");
  };
  const notice = () => {
    const { pausedReason, missing } = props.webhook;
    if (pausedReason && pausedReason !== "person") return words().paused[pausedReason];
    return missing.length > 0 ? words().missing : undefined;
  };
  return (
    <>
      <p class="text-small text-ink-3">
        {last()}
        <Show when={counts()}>{(text) => <> · {text()}</>}</Show>
      </p>
      <Show when={notice()}>
        {(text) => (
          <p
            role="status"
            class="mt-2 flex items-start gap-2 rounded-2 bg-warn-soft px-2 py-1 text-small text-warn"
          >
            <Icon of={IconAlert} size={14} class="mt-0.5" />
            <span class="min-w-0">{text()}</span>
          </p>
        )}
      </Show>
    </>
  );
}
