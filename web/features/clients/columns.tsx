import IconUnsent from "~icons/lucide/cloud-upload";
import IconConflict from "~icons/lucide/git-compare-arrows";
import IconOpen from "~icons/lucide/arrow-up-right";
import { useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import type { ClientSort } from "#domain/clients/order.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { GridColumn } from "#web/ui/grid/column.ts";
import { EMPTY_LAYOUT, type ColumnLayout } from "#web/ui/grid/layout.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useClients } from "./context.ts";
import { createFieldSpecs, DueDate, type FieldSpec } from "./field-specs.tsx";
import { RefusedText } from "./refused-text.tsx";
import { FootCount, FootLate, FootStages, FootSum } from "./foot.tsx";

/** The columns that a list starts with; the others wait in the menu. */
export const FIRST_LAYOUT: ColumnLayout = {
  ...EMPTY_LAYOUT,
  hidden: [
    "contact",
    "status",
    "priority",
    "sector",
    "size",
    "phone",
    "email",
    "nextActionOn",
    "createdAt",
    "updatedAt",
  ],
};

/** What a click on a column's head sorts by: a next action is looked up by its date. */
export function sortOf(column: string): ClientSort {
  return column === "nextAction" ? "nextActionOn" : (column as ClientSort);
}

/** The columns of the list of clients. */
export function createColumns(): readonly GridColumn<ClientView>[] {
  const t = useTexts();
  const f = useFormat();
  const specs = createFieldSpecs();

  function column(
    spec: FieldSpec,
    width: number,
    more: Partial<GridColumn<ClientView>> = {},
  ): GridColumn<ClientView> {
    return {
      id: spec.field,
      label: t().clients.fields[spec.field],
      width,
      sortable: true,
      cell: (client) => (
        <RefusedText id={client.id} field={spec.field}>
          {spec.show(client)}
        </RefusedText>
      ),
      edit: spec.edit,
      canEdit: (client) => client.can.write,
      ...more,
    };
  }
  const moment = (field: "createdAt" | "updatedAt"): GridColumn<ClientView> => ({
    id: field,
    label: t().clients.fields[field],
    width: 120,
    sortable: true,
    cell: (client) => <span class="num text-ink-2">{f().moment(client[field])}</span>,
  });

  return [
    {
      id: "company",
      label: t().clients.fields.company,
      width: 184,
      grow: true,
      fixed: true,
      sortable: true,
      cell: (client) => <CompanyCell client={client} />,
      foot: () => <FootCount />,
    },
    column(specs.contact, 160),
    column(specs.status, 104),
    column(specs.stage, 112, { foot: () => <FootStages /> }),
    column(specs.priority, 112),
    column(specs.ownerId, 80, { label: t().clients.heads.ownerId }),
    column(specs.nextAction, 192, {
      grow: true,
      cell: (client) => (
        <span class="flex items-center justify-between gap-3">
          <span class="truncate">
            <RefusedText id={client.id} field="nextAction">
              {specs.nextAction.show(client)}
            </RefusedText>
          </span>
          <DueDate client={client} />
        </span>
      ),
      foot: () => <FootLate />,
    }),
    column(specs.nextActionOn, 120),
    column(specs.sector, 144),
    column(specs.size, 136),
    column(specs.phone, 136),
    column(specs.email, 200),
    column(specs.estimatedMinor, 136, {
      label: t().clients.heads.estimatedMinor,
      numeric: true,
      foot: () => <FootSum />,
    }),
    moment("createdAt"),
    moment("updatedAt"),
  ];
}

/** The name, which opens the record; the arrow shows it under the pointer. */
function CompanyCell(props: { client: ClientView }) {
  const t = useTexts();
  const location = useLocation();
  const { edits } = useClients();
  return (
    <span class="flex items-center gap-1.5">
      <a
        href={`/clients/${props.client.id}${location.search}`}
        ref={(link) => link.setAttribute("noscroll", "")}
        tabIndex={-1}
        class="truncate font-medium underline-offset-2 hover:underline"
      >
        {props.client.company}
      </a>
      <Show when={edits.conflicts().has(props.client.id)}>
        <Icon
          of={IconConflict}
          size={14}
          class="shrink-0 text-bad"
          label={t().clients.conflict.pending}
        />
      </Show>
      <Show when={edits.pending().has(props.client.id)}>
        <Icon of={IconUnsent} size={14} class="shrink-0 text-warn" label={t().clients.unsent} />
      </Show>
      <Icon
        of={IconOpen}
        size={12}
        class="shrink-0 text-ink-3 opacity-0 group-hover/row:opacity-100"
      />
    </span>
  );
}
