import IconSignOut from "~icons/lucide/log-out";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { Session } from "#domain/identity/model.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { session } from "#web/lib/session.ts";
import { Chip } from "#web/ui/chip.tsx";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { authEventsQuery, sessionsQuery } from "./queries.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

/** Where the person is signed in, and what happened to the account. */
export function Devices() {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const say = useProblemText();
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const events = useQuery(authEventsQuery);
  usePage(() => ({
    title: t().identity.settings.devices,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));

  const tell = (error: unknown) => toasts.show({ text: say(error), tone: "bad" });
  const end = (device: Session) => {
    api("delete /auth/sessions/{id}", { params: { id: device.id } })
      .then(
        () => toasts.show({ text: t().identity.devices.ended(device.device), tone: "ok" }),
        tell,
      )
      .finally(() => void queries.invalidateQueries({ queryKey: ["account"] }));
  };
  const endAll = () => {
    api("post /auth/sign-out-everywhere", { quiet: true }).then(session.leave, tell);
  };

  return (
    <>
      <SettingsSection
        title={t().identity.devices.title}
        lead={t().identity.devices.lead}
        action={
          <Button kind="danger" onClick={endAll} title={t().identity.devices.everywhereNote}>
            {t().identity.devices.everywhere}
          </Button>
        }
      >
        <QueryView query={sessions}>
          {(data) => (
            <RowList label={t().identity.devices.title}>
              <For each={data().items}>
                {(device) => (
                  <li class="flex min-h-12 items-center gap-3 px-4 py-2">
                    <div class="min-w-0 flex-1">
                      <p class="flex items-center gap-2 font-medium">
                        <span class="truncate">{device.device}</span>
                        <Show when={device.current}>
                          <Chip tone="accent">{t().identity.devices.current}</Chip>
                        </Show>
                      </p>
                      <p class="text-small text-ink-3">
                        {t().identity.devices.seen} {f().moment(device.seenAt)} ·{" "}
                        {t().identity.devices.until(f().moment(device.expiresAt))}
                      </p>
                    </div>
                    <Show when={!device.current}>
                      <Button size="sm" icon={IconSignOut} onClick={() => end(device)}>
                        {t().identity.devices.end}
                      </Button>
                    </Show>
                  </li>
                )}
              </For>
            </RowList>
          )}
        </QueryView>
      </SettingsSection>
      <SettingsSection title={t().identity.devices.events} level={2}>
        <QueryView query={events}>
          {(data) => (
            <RowList label={t().identity.devices.events}>
              <For each={data().items}>
                {(event) => (
                  <li class="flex min-h-9 items-center gap-3 px-4 py-1.5">
                    <span class="min-w-0 flex-1">{t().identity.events[event.kind]}</span>
                    <span class="truncate text-small text-ink-3 phone:hidden">{event.device}</span>
                    <time class="num text-small text-ink-3" datetime={event.at}>
                      {f().moment(event.at)}
                    </time>
                  </li>
                )}
              </For>
            </RowList>
          )}
        </QueryView>
      </SettingsSection>
    </>
  );
}
