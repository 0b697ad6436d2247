import { Show } from "solid-js";
import type { Webhook } from "#domain/webhooks/model.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SNIPPET } from "./snippet.ts";
import { Source } from "./source.tsx";
import { nameOf } from "./words.ts";

/** A text to be copied whole, with its name above. */
function Copied(props: { label: string; text: string; copy?: string; block?: boolean }) {
  return (
    <div class="flex min-w-0 flex-col gap-1.5">
      <div class="flex items-center justify-between gap-2">
        <span class="font-medium">{props.label}</span>
        <CopyButton text={props.text} {...(props.copy ? { label: props.copy } : {})} />
      </div>
      <Show
        when={props.block}
        fallback={
          <code class="select-all break-all rounded-2 bg-sunken px-2 py-1.5 font-mono text-small">
            {props.text}
          </code>
        }
      >
        <Source text={props.text} label={props.label} />
      </Show>
    </div>
  );
}

/** What signs, and how a receiver verifies it. The secret is read when this opens and forgotten when it closes. */
export function SecretDialog(props: { webhook: Webhook; fresh?: boolean; onClose: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().webhooks.secret;
  const secret = useQuery(() => ({
    queryKey: ["webhook-secret", props.webhook.id, props.webhook.version],
    queryFn: () =>
      api("post /webhooks/{id}/secret", { params: { id: props.webhook.id }, quiet: true }),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
    meta: { keep: false },
  }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().title(nameOf(props.webhook))}
      description={props.fresh ? words().created : words().lead}
      actions={
        <Button kind="primary" onClick={() => props.onClose()}>
          {props.fresh ? words().done : t().ui.close}
        </Button>
      }
    >
      <div class="flex flex-col gap-4">
        <QueryView query={secret}>
          {(data) => (
            <>
              <Copied label={words().label} text={data().secret} />
              <Show when={data().previous}>
                {(previous) => (
                  <Copied
                    label={words().previous(f().moment(previous().until))}
                    text={previous().secret}
                  />
                )}
              </Show>
            </>
          )}
        </QueryView>
        <Copied label={words().snippet} text={SNIPPET} copy={words().copySnippet} block />
      </div>
    </Dialog>
  );
}
