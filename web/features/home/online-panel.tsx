import { useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { placeName } from "#web/app/place-name.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import type { LivePerson } from "#web/lib/live-feed.ts";
import { Avatar, PresenceDot } from "#web/ui/avatar.tsx";
import { Panel } from "./panel.tsx";

/** Who has the organization open now, and what each one looks at. Without a connection, nobody knows. */
export function OnlinePanel(props: {
  people: readonly LivePerson[] | undefined;
  /** Of the team, oneself among them. */
  present: number;
  all: number | undefined;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  return (
    <Panel
      title={t().home.online}
      aside={
        <Show when={props.people}>
          <PresenceDot presence="online" />
          <Show when={props.all}>
            {(all) => (
              <span class="text-small text-ink-3">
                {t().home.onlineCount(props.present, all())}
              </span>
            )}
          </Show>
        </Show>
      }
    >
      <Show
        when={(props.people?.length ?? 0) > 0}
        fallback={
          <p class="px-4 py-3 text-ink-3">{props.people ? t().home.nobody : t().home.away}</p>
        }
      >
        <ul class="grid grid-cols-2 gap-x-4 gap-y-3 px-4 py-3">
          <For each={props.people}>
            {(person) => (
              <li class="flex min-w-0 items-center gap-2.5">
                <Avatar
                  person={{ id: person.userId, name: person.name, presence: "online" }}
                  size={24}
                  decorative
                />
                <div class="min-w-0">
                  <p class="truncate">{person.name}</p>
                  <p class="truncate text-micro text-ink-3">
                    {placeName(t(), queries, person.place)}
                  </p>
                </div>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Panel>
  );
}
