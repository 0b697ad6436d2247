import IconReplay from "~icons/lucide/rotate-ccw";
import { useQueryClient } from "@tanstack/solid-query";
import { For, Show, type JSX } from "solid-js";
import type { Attempt, DeliveryDetail } from "#domain/webhooks/deliveries.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { DeliveryChip } from "./delivery-chip.tsx";
import { outcomeWords } from "./outcome-words.ts";
import { deliveryQuery } from "./queries.ts";
import { Source } from "./source.tsx";
import { entityWords, typeWords } from "./words.ts";

function Block(props: { title: string; note?: string; copy?: JSX.Element; children: JSX.Element }) {
  return (
    <section class="flex min-w-0 flex-col gap-1.5">
      <div class="flex items-center justify-between gap-2">
        <h3 class="font-medium">{props.title}</h3>
        {props.copy}
      </div>
      {props.children}
      <Show when={props.note}>
        <p class="text-small text-ink-3">{props.note}</p>
      </Show>
    </section>
  );
}

/** JSON with line breaks, where it is JSON. */
function spread(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function headerLines({ headers }: DeliveryDetail): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
}

function AttemptRow(props: { attempt: Attempt }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().webhooks.detail;
  return (
    <li class="px-3 py-2">
      <p class="flex flex-wrap items-baseline gap-x-2">
        <span class="font-medium">{words().attempt(props.attempt.number)}</span>
        <span class="num text-small text-ink-3">{f().stamp(props.attempt.at)}</span>
      </p>
      <p class="text-small text-ink-2">
        {outcomeWords(t(), props.attempt)} · {words().duration(f().number(props.attempt.duration))}
      </p>
      <Show when={props.attempt.answer}>
        <p class="mt-1 text-small text-ink-3">{words().answer}</p>
        <Source text={props.attempt.answer} label={words().answer} wrap />
      </Show>
    </li>
  );
}

/** Everything that is known of one delivery, and the way to send it again. */
export function DeliveryDialog(props: {
  id: string;
  named: (webhookId: string) => string;
  onClose: () => void;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().webhooks.detail;
  const delivery = useQuery(() => deliveryQuery(props.id));
  const replay = createSubmit(async () => {
    await api("post /webhooks/deliveries/{id}/replay", { params: { id: props.id } });
    toasts.show({ text: words().replayed, tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["webhooks"] });
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="lg"
      title={delivery.isSuccess ? typeWords(t(), delivery.data.type) : words().title}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.close}</Button>
          <Button
            kind="primary"
            icon={IconReplay}
            disabled={!delivery.isSuccess}
            loading={replay.pending()}
            onClick={() => void replay.run()}
          >
            {words().replay}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-5">
        <FormProblem problem={replay.problem()} />
        <QueryView query={delivery}>
          {(found) => (
            <>
              <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
                <dt class="text-ink-3">{words().id}</dt>
                <dd class="flex min-w-0 items-center gap-1">
                  <code class="min-w-0 break-all font-mono text-small">{found().id}</code>
                  <CopyButton text={found().id} />
                </dd>
                <dt class="text-ink-3">{words().webhook}</dt>
                <dd>{props.named(found().webhookId)}</dd>
                <dt class="text-ink-3">{words().record}</dt>
                <dd class="min-w-0">
                  {entityWords(t(), found().entity)}{" "}
                  <code class="break-all font-mono text-small">{found().entityId}</code>
                </dd>
                <dt class="text-ink-3">{t().webhooks.log.state}</dt>
                <dd>
                  <DeliveryChip state={found().state} />
                </dd>
              </dl>
              <Block title={words().attempts}>
                <Show
                  when={found().log.length > 0}
                  fallback={<p class="text-ink-3">{words().none}</p>}
                >
                  <ol
                    aria-label={words().attempts}
                    class="divide-y divide-line rounded-2 border border-line"
                  >
                    <For each={found().log.toReversed()}>
                      {(attempt) => <AttemptRow attempt={attempt} />}
                    </For>
                  </ol>
                </Show>
              </Block>
              <Show when={Object.keys(found().headers).length > 0}>
                <Block title={words().headers} note={words().headersNote}>
                  <Source text={headerLines(found())} label={words().headers} wrap />
                </Block>
              </Show>
              <Show
                when={found().body}
                fallback={
                  <Block title={words().body}>
                    <p class="text-ink-3">{words().hidden}</p>
                  </Block>
                }
              >
                {(body) => (
                  <Block
                    title={words().body}
                    copy={<CopyButton text={body()} label={words().copyBody} />}
                  >
                    <Source text={spread(body())} label={words().body} wrap />
                  </Block>
                )}
              </Show>
            </>
          )}
        </QueryView>
      </div>
    </Dialog>
  );
}
