import IconAlert from "~icons/lucide/shield-alert";
import { createMemo, createSignal, For, Show } from "solid-js";
import { shownDevice } from "#domain/identity/device.ts";
import { EVENT_GROUPS, groupOf, type EventGroup } from "#domain/identity/event-groups.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Select } from "#web/ui/select.tsx";
import { usePlaceName } from "./place-name.ts";
import { authEventsQuery } from "./queries.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

type Choice = EventGroup | "all";

/** What happened to the account, the last first, page by page, of one group if chosen. */
export function AccountEvents() {
  const t = useTexts();
  const f = useFormat();
  const place = usePlaceName();
  const words = () => t().identity.devices;
  const [choice, setChoice] = createSignal<Choice>("all");
  const events = useInfiniteQuery(() =>
    authEventsQuery(choice() === "all" ? undefined : (choice() as EventGroup)),
  );
  const options = () =>
    (["all", ...EVENT_GROUPS] as const).map((value) => ({ value, label: words().groups[value] }));
  return (
    <SettingsSection
      title={words().events}
      level={2}
      lead={words().eventsLead}
      action={
        <Select
          label={words().filter}
          labelHidden
          class="w-56"
          options={options()}
          value={choice()}
          onChange={setChoice}
        />
      }
    >
      <QueryView query={events}>
        {(data) => {
          const rows = createMemo(() => data().pages.flatMap((page) => page.items));
          return (
            <Show
              when={rows().length > 0}
              fallback={
                <EmptyState
                  title={words().noEvents}
                  actions={<Button onClick={() => setChoice("all")}>{words().groups.all}</Button>}
                />
              }
            >
              <RowList label={words().events}>
                <For each={rows()}>
                  {(event) => (
                    <li class="flex min-h-9 items-center gap-3 px-4 py-1.5">
                      <div class="min-w-0 flex-1">
                        <p class="flex items-center gap-2">
                          <Show when={groupOf(event.kind) === "refused"}>
                            <Icon of={IconAlert} size={14} class="text-warn" />
                          </Show>
                          {t().identity.events[event.kind]}
                        </p>
                        <Show when={event.device}>
                          {(device) => (
                            <p class="break-words text-small text-ink-3">
                              {[
                                shownDevice(device(), words().unknown),
                                place(event.place),
                                event.address,
                              ]
                                .filter(Boolean)
                                .join(" · ")}
                            </p>
                          )}
                        </Show>
                      </div>
                      <time class="num shrink-0 text-small text-ink-3" datetime={event.at}>
                        {f().moment(event.at)}
                      </time>
                    </li>
                  )}
                </For>
              </RowList>
              <Show when={events.hasNextPage}>
                <div class="mt-3 flex justify-center">
                  <Button
                    loading={events.isFetchingNextPage}
                    onClick={() => void events.fetchNextPage()}
                  >
                    {t().audit.more}
                  </Button>
                </div>
              </Show>
            </Show>
          );
        }}
      </QueryView>
    </SettingsSection>
  );
}
