import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Session } from "#domain/identity/model.ts";
import { ConfirmDialog } from "#web/features/factors/confirm-dialog.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { AccountEvents } from "./account-events.tsx";
import { DeviceRow } from "./device-row.tsx";
import { sessionsQuery } from "./queries.ts";
import { RowList, SettingsSection } from "./settings-section.tsx";

async function endAll(): Promise<void> {
  await api("post /auth/sign-out-everywhere", { quiet: true });
  session.leave();
}

/** Where the person is signed in, how to end that, and what happened to the account. */
export function Devices() {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery);
  const words = () => t().identity.devices;
  const [asking, setAsking] = createSignal<Session | "others" | "all">();
  const close = () => setAsking(undefined);
  const one = () => {
    const asked = asking();
    return typeof asked === "object" ? asked : undefined;
  };
  usePage(() => ({
    title: t().identity.settings.devices,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));

  const ended = async (text: string) => {
    toasts.show({ text, tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["account"] });
  };
  const end = async ({ id, device }: Session) => {
    await api("delete /auth/sessions/{id}", { params: { id }, quiet: true });
    await ended(words().ended(device));
  };
  const endOthers = async () => {
    await api("delete /auth/sessions", { quiet: true });
    await ended(words().othersEnded);
  };
  const others = () => (sessions.isSuccess ? sessions.data.items.length > 1 : false);

  return (
    <>
      <SettingsSection
        title={words().title}
        lead={words().lead}
        action={
          <div class="flex flex-wrap gap-2">
            <Show when={others()}>
              <Button kind="danger" onClick={() => setAsking("others")}>
                {words().others}
              </Button>
            </Show>
            <Button onClick={() => setAsking("all")}>{words().everywhere}</Button>
          </div>
        }
      >
        <QueryView query={sessions}>
          {(data) => (
            <RowList label={words().title}>
              <For each={data().items}>
                {(device) => <DeviceRow device={device} onEnd={() => setAsking(device)} />}
              </For>
            </RowList>
          )}
        </QueryView>
      </SettingsSection>
      <AccountEvents />
      <Switch>
        <Match when={one()}>
          {(device) => (
            <ConfirmDialog
              title={words().endTitle(device().device)}
              body={words().endBody}
              label={words().end}
              work={() => end(device())}
              onClose={close}
            />
          )}
        </Match>
        <Match when={asking() === "others"}>
          <ConfirmDialog
            title={words().othersTitle}
            body={words().othersBody}
            label={words().others}
            work={endOthers}
            onClose={close}
          />
        </Match>
        <Match when={asking() === "all"}>
          <ConfirmDialog
            title={words().everywhereTitle}
            body={words().everywhereBody}
            label={words().everywhere}
            work={endAll}
            onClose={close}
          />
        </Match>
      </Switch>
    </>
  );
}
