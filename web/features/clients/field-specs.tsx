import IconLate from "~icons/lucide/calendar-x";
import { Show, type JSX } from "solid-js";
import type { ClientChanges, ClientFields, ClientView } from "#domain/clients/model.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { cx } from "#web/ui/cx.ts";
import type { CellEdit } from "#web/ui/grid/column.ts";
import { DateCell } from "#web/ui/grid/date-cell.tsx";
import { SelectCell } from "#web/ui/grid/select-cell.tsx";
import { TextCell } from "#web/ui/grid/text-cell.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { PriorityIcon } from "#web/ui/priority-icon.tsx";
import { readAmount, writeAmount } from "./amount.ts";
import { useClients } from "./context.ts";
import { StageChip } from "./stage-chip.tsx";
import { stageLook } from "./stages.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";

/** A field that the list and the record show, and how it is changed in place. */
export interface FieldSpec {
  field: keyof ClientFields;
  show: (client: ClientView) => JSX.Element;
  edit: (edit: CellEdit<ClientView>) => JSX.Element;
}

/** What stands where there is no value. */
function quiet(words: string): JSX.Element {
  return <span class="text-ink-3">{words}</span>;
}

/** The fields of a client as they are shown and changed in place, alike in the list and in the record. */
export function createFieldSpecs(): Record<Exclude<keyof ClientFields, "notes">, FieldSpec> {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const { people, actions, edits } = useClients();
  const save = (client: ClientView, changes: ClientChanges) => actions.save(client, changes);

  /** What was refused in this field before: its editor takes it up again. */
  const refused = (client: ClientView, field: keyof ClientFields) => {
    const refusal = edits.refusals.of(client.id, field);
    return refusal && { ...refusal, onDrop: () => edits.refusals.drop(client.id, field) };
  };
  function text(
    field: "company" | "contact" | "sector" | "phone" | "email" | "nextAction",
    inputMode: "text" | "tel" | "email" = "text",
  ): FieldSpec {
    return {
      field,
      show: (client) => client[field] || quiet(""),
      edit: (edit) => (
        <TextCell
          edit={edit}
          inputMode={inputMode}
          refused={refused(edit.row, field)}
          value={edit.row[field]}
          onSave={(value) => save(edit.row, { [field]: value.trim() })}
        />
      ),
    };
  }
  function choice<K extends "status" | "stage" | "priority" | "size">(
    field: K,
    values: readonly NonNullable<ClientFields[K]>[],
    show: FieldSpec["show"],
  ): FieldSpec {
    const name: "status" | "stage" | "priority" | "size" = field;
    const words = (): Readonly<Record<string, string>> => t().clients[name];
    const empty = () => (field === "size" ? [{ value: "", label: t().clients.empty.value }] : []);
    return {
      field,
      show,
      edit: (edit) => (
        <SelectCell
          edit={edit}
          value={edit.row[field] ?? ""}
          options={[
            ...empty(),
            ...values.map((value) => ({
              value: value as string,
              label: words()[value] ?? value,
              ...(field === "stage"
                ? { icon: stageLook(value as ClientFields["stage"]).icon }
                : {}),
            })),
          ]}
          onSave={(value) => save(edit.row, { [field]: value || null })}
        />
      ),
    };
  }

  return {
    company: { ...text("company"), show: (client) => client.company },
    contact: text("contact"),
    sector: text("sector"),
    phone: text("phone", "tel"),
    email: text("email", "email"),
    nextAction: {
      ...text("nextAction"),
      show: (client) => client.nextAction || quiet(t().clients.empty.action),
    },
    status: choice("status", STATUSES, (client) => t().clients.status[client.status]),
    stage: choice("stage", STAGES, (client) => <StageChip stage={client.stage} />),
    priority: choice("priority", PRIORITIES, (client) => (
      <span class="inline-flex items-center gap-1.5">
        <PriorityIcon level={client.priority} decorative />
        {t().clients.priority[client.priority]}
      </span>
    )),
    size: choice("size", SIZES, (client) =>
      client.size === null ? quiet("") : t().clients.size[client.size],
    ),
    nextActionOn: {
      field: "nextActionOn",
      show: (client) => <DueDate client={client} />,
      edit: (edit) => (
        <DateCell
          edit={edit}
          value={edit.row.nextActionOn}
          refused={refused(edit.row, "nextActionOn")}
          onSave={(nextActionOn) => save(edit.row, { nextActionOn })}
          onRefuse={(typed, why) => actions.refuse(edit.row, "nextActionOn", why, typed)}
        />
      ),
    },
    ownerId: {
      field: "ownerId",
      show: (client) => (
        <Show when={client.ownerId} fallback={quiet(t().clients.empty.owner)}>
          {(id) => <Avatar person={people.find(id())} self={people.find(id()).self} />}
        </Show>
      ),
      edit: (edit) => (
        <SelectCell
          edit={edit}
          value={edit.row.ownerId ?? ""}
          options={[
            { value: "", label: t().clients.empty.owner },
            ...people.all().map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onSave={(id) => save(edit.row, { ownerId: id || null })}
        />
      ),
    },
    estimatedMinor: {
      field: "estimatedMinor",
      show: (client) =>
        client.estimatedMinor ? (
          f().money(client.estimatedMinor, "EUR")
        ) : (
          <span class="text-ink-off">
            <span aria-hidden="true">–</span>
            <span class="sr-only">
              {client.estimatedMinor === null ? t().clients.empty.amount : f().money(0, "EUR")}
            </span>
          </span>
        ),
      edit: (edit) => (
        <TextCell
          edit={edit}
          numeric
          refused={refused(edit.row, "estimatedMinor")}
          value={writeAmount(edit.row.estimatedMinor, language())}
          onSave={(value) => {
            const estimatedMinor = readAmount(value);
            if (estimatedMinor === undefined)
              actions.refuse(edit.row, "estimatedMinor", t().clients.create.amount, value);
            else save(edit.row, { estimatedMinor });
          }}
        />
      ),
    },
  };
}

/** When the next action is due: red and crossed when that is past. */
export function DueDate(props: { client: ClientView; class?: string }) {
  const f = useFormat();
  const late = () => (props.client.nextActionOn ?? "9") < calendarDate();
  return (
    <Show when={props.client.nextActionOn}>
      {(date) => (
        <time
          datetime={date()}
          class={cx(
            "num inline-flex items-center gap-1 whitespace-nowrap text-small",
            late() ? "font-medium text-bad" : "text-ink-2",
            props.class,
          )}
        >
          <Show when={late()}>
            <Icon of={IconLate} size={12} />
          </Show>
          {f().day(date())}
        </time>
      )}
    </Show>
  );
}
