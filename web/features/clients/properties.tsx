import IconConflict from "~icons/lucide/git-compare-arrows";
import { For, Show, type JSX } from "solid-js";
import type { ClientFields, ClientView } from "#domain/clients/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { useClients } from "./context.ts";
import { createFieldSpecs, DueDate, type FieldSpec } from "./field-specs.tsx";
import { Property } from "./property.tsx";
import { calendarDate, daysBetween } from "#web/lib/calendar-date.ts";

/** The fields of a client, each changed in place. */
export function Properties(props: { client: ClientView }) {
  const t = useTexts();
  const f = useFormat();
  const { edits, people } = useClients();
  const specs = createFieldSpecs();
  const since = () => daysBetween(calendarDate(new Date(props.client.stageSince)), calendarDate());
  const add = () => <span class="text-ink-3">{t().clients.empty.field}</span>;
  const unsettled = (field: keyof ClientFields) =>
    edits
      .conflicts()
      .get(props.client.id)
      ?.fields.some((item) => item.field === field) ? (
      <span class="inline-flex items-center gap-1.5 font-medium text-bad">
        <Icon of={IconConflict} size={14} />
        {t().clients.conflict.pending}
      </span>
    ) : undefined;
  const property = (spec: FieldSpec, look?: JSX.Element) => (
    <Property client={props.client} spec={spec} unsettled={unsettled(spec.field)}>
      {look}
    </Property>
  );
  const plain = (field: "contact" | "phone" | "email") =>
    property(specs[field], <span class="truncate">{props.client[field] || add()}</span>);

  const rows: readonly { field: string; label: () => string; value: () => JSX.Element }[] = [
    {
      field: "stage",
      label: () => t().clients.fields.stage,
      value: () => (
        <>
          {property(specs.stage)}
          <span class="num truncate text-small text-ink-3">{t().clients.stageSince(since())}</span>
        </>
      ),
    },
    {
      field: "ownerId",
      label: () => t().clients.fields.ownerId,
      value: () =>
        property(
          specs.ownerId,
          <Show when={props.client.ownerId} fallback={add()}>
            {(id) => (
              <span class="inline-flex min-w-0 items-center gap-2">
                <Avatar person={people.find(id())} self={people.find(id()).self} decorative />
                <span class="truncate">{people.find(id()).name}</span>
              </span>
            )}
          </Show>,
        ),
    },
    {
      field: "estimatedMinor",
      label: () => t().clients.fields.estimatedMinor,
      value: () => property(specs.estimatedMinor),
    },
    {
      field: "sector",
      label: () => `${t().clients.fields.sector}, ${t().clients.fields.size.toLowerCase()}`,
      value: () => (
        <>
          {property(specs.sector, <span class="truncate">{props.client.sector || add()}</span>)}
          <span class="text-ink-3">·</span>
          {property(
            specs.size,
            <Show when={props.client.size} fallback={add()}>
              {specs.size.show(props.client)}
            </Show>,
          )}
        </>
      ),
    },
    {
      field: "nextAction",
      label: () => t().clients.fields.nextAction,
      value: () => (
        <>
          {property(
            specs.nextAction,
            <span class="truncate">{props.client.nextAction || add()}</span>,
          )}
          {property(
            specs.nextActionOn,
            <Show
              when={props.client.nextActionOn}
              fallback={
                <span class="text-small text-ink-3">{t().clients.fields.nextActionOn}</span>
              }
            >
              <DueDate client={props.client} />
            </Show>,
          )}
        </>
      ),
    },
    {
      field: "status",
      label: () => `${t().clients.fields.status}, ${t().clients.fields.priority.toLowerCase()}`,
      value: () => (
        <>
          {property(specs.status)}
          <span class="text-ink-3">·</span>
          {property(specs.priority)}
        </>
      ),
    },
    { field: "contact", label: () => t().clients.fields.contact, value: () => plain("contact") },
    { field: "phone", label: () => t().clients.fields.phone, value: () => plain("phone") },
    { field: "email", label: () => t().clients.fields.email, value: () => plain("email") },
    {
      field: "createdAt",
      label: () => t().clients.fields.createdAt,
      value: () => (
        <time
          datetime={props.client.createdAt}
          title={f().moment(props.client.createdAt)}
          class="num px-1.5"
        >
          {f().day(calendarDate(new Date(props.client.createdAt)))}
        </time>
      ),
    },
  ];
  return (
    <dl class="mt-4 flex flex-col">
      <For each={rows}>
        {(row) => (
          <div data-field={row.field} class="flex min-h-7 items-center gap-2 phone:min-h-11">
            <dt class="w-32 shrink-0 text-ink-2">{row.label()}</dt>
            <dd class="flex min-w-0 flex-1 items-center gap-1">{row.value()}</dd>
          </div>
        )}
      </For>
    </dl>
  );
}
