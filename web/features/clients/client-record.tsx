import IconBuilding from "~icons/lucide/building-2";
import IconMail from "~icons/lucide/mail";
import IconPhone from "~icons/lucide/phone";
import { createMemo, createSignal, Show } from "solid-js";
import type { ClientFields, ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { ClientTasks } from "#web/features/boards/tasks/client-tasks.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { useClients } from "./context.ts";
import { createFieldSpecs } from "./field-specs.tsx";
import { historyQuery } from "./history-query.ts";
import { History } from "./history.tsx";
import { Notes } from "./notes.tsx";
import { Properties } from "./properties.tsx";
import { Property } from "./property.tsx";

/** The inside of an open client: its name, what has to be settled, its fields, its history and notes. */
export function ClientRecordView(props: { client: ClientView }) {
  const t = useTexts();
  const { edits, people } = useClients();
  const specs = createFieldSpecs();
  const [tab, setTab] = createSignal<"history" | "notes">("history");
  const history = useInfiniteQuery(() => historyQuery(props.client.id));
  const conflict = () => edits.conflicts().get(props.client.id);
  const subtitle = () => {
    const { contact, sector, size } = props.client;
    return [contact, sector, size && t().clients.size[size]].filter(Boolean).join(" · ");
  };
  /** Who last changed the field that is in conflict. */
  const author = createMemo(() => {
    const field = conflict()?.fields[0]?.field;
    const items = history.isSuccess ? history.data.pages.flatMap((page) => page.items) : [];
    const last = items.find((item) => item.changes.some((change) => change.field === field));
    return last && people.find(last.actorId);
  });
  const other = (field: keyof ClientFields) => {
    const now = conflict();
    if (!now) return;
    edits.takeTheirs(props.client.id, field);
    queueMicrotask(() =>
      document.querySelector<HTMLElement>(`[data-field="${field}"] button`)?.click(),
    );
  };

  return (
    <>
      <div class="flex items-start gap-3">
        <span class="flex size-10 shrink-0 items-center justify-center rounded-card bg-accent-soft text-accent-ink">
          <Icon of={IconBuilding} size={20} />
        </span>
        <div class="min-w-0 flex-1">
          <Property client={props.client} spec={specs.company} class="-ml-1.5">
            <span class="line-clamp-2 text-title font-semibold leading-6 break-words">
              {props.client.company}
            </span>
          </Property>
          <p class="truncate text-small text-ink-2">{subtitle()}</p>
        </div>
        <Show when={props.client.phone}>
          {(phone) => (
            <a href={`tel:${phone().replaceAll(/[^+\d]/g, "")}`} class={buttonClass()}>
              <Icon of={IconPhone} size={14} />
              <span class="phone:sr-only">{t().clients.panel.call}</span>
            </a>
          )}
        </Show>
        <Show when={props.client.email}>
          {(email) => (
            <a
              href={`mailto:${email()}`}
              aria-label={t().clients.panel.write}
              title={t().clients.panel.write}
              class={`${buttonClass()} w-7 !px-0 phone:w-11`}
            >
              <Icon of={IconMail} size={14} />
            </a>
          )}
        </Show>
      </div>
      <Show when={conflict()}>
        {(now) => <ConflictPanel conflict={now()} author={author()} onOther={other} />}
      </Show>
      <Properties client={props.client} />
      <Show when={session.can("boards.read")}>
        <ClientTasks clientId={props.client.id} />
      </Show>
      <Tabs
        label={t().clients.panel.tabs.label}
        class="mt-5"
        value={tab()}
        onChange={setTab}
        tabs={[
          { value: "history", label: t().clients.panel.tabs.history },
          { value: "notes", label: t().clients.panel.tabs.notes },
        ]}
      >
        {(shown) => (
          <Show when={shown === "notes"} fallback={<History client={props.client} />}>
            <Notes client={props.client} />
          </Show>
        )}
      </Tabs>
    </>
  );
}
