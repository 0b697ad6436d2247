import { useSearchParams } from "@solidjs/router";
import { createMemo, createSignal, Show } from "solid-js";
import { WEBHOOK_TYPES } from "#domain/webhooks/catalogue.ts";
import { DeliveryState, type Webhook } from "#domain/webhooks/model.ts";
import { RowList } from "#web/features/identity/settings-section.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Select } from "#web/ui/select.tsx";
import { DeliveryDialog } from "./delivery-dialog.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import { deliveriesQuery, type LogFilter } from "./queries.ts";
import { nameOf, typeWords } from "./words.ts";

const ALL = "all";
const TYPES = [...WEBHOOK_TYPES, "webhook.test"];

/** What was sent and what is to be sent, narrowed by the address. */
export function DeliveryLog(props: { webhooks: readonly Webhook[] }) {
  const t = useTexts();
  const words = () => t().webhooks.log;
  const [params, setParams] = useSearchParams<{
    webhook?: string;
    state?: string;
    type?: string;
  }>();
  const [open, setOpen] = createSignal<string>();
  const filter = createMemo((): LogFilter => {
    const state = DeliveryState.safeParse(params.state);
    return {
      ...(params.webhook ? { webhook: params.webhook } : {}),
      ...(state.success ? { state: state.data } : {}),
      ...(params.type ? { type: params.type } : {}),
    };
  });
  const log = useInfiniteQuery(() => deliveriesQuery(filter()));
  const narrowed = () => Object.keys(filter()).length > 0;
  const named = (id: string) => {
    const webhook = props.webhooks.find((one) => one.id === id);
    return webhook ? nameOf(webhook) : words().removed;
  };
  const clear = () => setParams({ webhook: undefined, state: undefined, type: undefined });

  return (
    <>
      <div class="mb-3 flex flex-wrap items-center gap-2">
        <SegmentedControl
          label={words().state}
          value={filter().state ?? ALL}
          options={([ALL, ...DeliveryState.options] as const).map((value) => ({
            value,
            label: words().states[value],
          }))}
          onChange={(state) => setParams({ state: state === ALL ? undefined : state })}
        />
        <Select
          class="w-48 phone:w-full"
          size="sm"
          label={words().webhook}
          labelHidden
          value={filter().webhook ?? ALL}
          options={[
            { value: ALL, label: words().allWebhooks },
            ...props.webhooks.map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
          onChange={(webhook) => setParams({ webhook: webhook === ALL ? undefined : webhook })}
        />
        <Select
          class="w-48 phone:w-full"
          size="sm"
          label={words().type}
          labelHidden
          value={filter().type ?? ALL}
          options={[
            { value: ALL, label: words().allTypes },
            ...TYPES.map((value) => ({ value, label: typeWords(t(), value) })),
          ]}
          onChange={(type) => setParams({ type: type === ALL ? undefined : type })}
        />
      </div>
      <QueryView query={log}>
        {(data) => {
          const rows = createMemo(() => data().pages.flatMap((page) => page.items));
          return (
            <Show
              when={rows().length > 0}
              fallback={
                <EmptyState
                  title={narrowed() ? words().noMatch : words().empty}
                  {...(narrowed()
                    ? { actions: <Button onClick={clear}>{words().clear}</Button> }
                    : { body: words().emptyBody })}
                />
              }
            >
              <RowList label={words().title}>
                <EachById items={rows()}>
                  {(delivery) => (
                    <DeliveryRow
                      delivery={delivery()}
                      webhook={named(delivery().webhookId)}
                      onOpen={() => setOpen(delivery().id)}
                    />
                  )}
                </EachById>
              </RowList>
              <Show when={log.hasNextPage}>
                <div class="mt-3 flex justify-center">
                  <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
                    {words().more}
                  </Button>
                </div>
              </Show>
            </Show>
          );
        }}
      </QueryView>
      <Show when={open()} keyed>
        {(id) => <DeliveryDialog id={id} named={named} onClose={() => setOpen(undefined)} />}
      </Show>
    </>
  );
}
