import IconDelete from "~icons/lucide/trash-2";
import IconEdit from "~icons/lucide/pencil";
import IconMore from "~icons/lucide/ellipsis";
import IconOpen from "~icons/lucide/lock-open";
import IconTest from "~icons/lucide/plug-zap";
import IconTables from "~icons/lucide/table-properties";
import IconWarn from "~icons/lucide/triangle-alert";
import { A, useNavigate } from "@solidjs/router";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Connection, ConnectionTest } from "#domain/connections/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { StatusChip } from "#web/ui/chip.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ConnectionDialog } from "./connection-dialog.tsx";
import { DeleteConnection } from "./delete-connection.tsx";
import { TestResult } from "./test-result.tsx";

/** One connection: where it leads, when its tables were read, and what can be done about it. */
export function ConnectionRow(props: { connection: Connection }) {
  const t = useTexts();
  const f = useFormat();
  const navigate = useNavigate();
  const words = () => t().connections;
  const [asking, setAsking] = createSignal<"edit" | "delete">();
  const [test, setTest] = createSignal<ConnectionTest>();
  const close = () => setAsking(undefined);
  const href = () => `/analytics/connections/${props.connection.id}`;
  const trying = createSubmit(async () => {
    setTest(undefined);
    const params = { id: props.connection.id };
    setTest(await api("post /connections/{id}/test", { params, quiet: true }));
  });
  const place = () => {
    const { host, port, database } = props.connection;
    return `${host}:${port}/${database}`;
  };
  return (
    <li class="flex items-start gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
          <A href={href()} class="min-w-0 truncate font-medium hover:underline">
            {props.connection.name}
          </A>
          <Show when={props.connection.tls === "off"}>
            <StatusChip tone="warn" icon={IconOpen}>
              {words().openly}
            </StatusChip>
          </Show>
          <Show when={props.connection.writerAccepted}>
            <StatusChip tone="warn" icon={IconWarn}>
              {words().mayWrite}
            </StatusChip>
          </Show>
        </p>
        <p class="truncate font-mono text-small text-ink-2" title={place()}>
          {props.connection.user} · {place()}
        </p>
        <p class="text-small text-ink-3">
          {words().kinds[props.connection.kind]} ·{" "}
          {props.connection.schemaReadAt === null
            ? words().neverRead
            : words().read(f().moment(props.connection.schemaReadAt))}
        </p>
        <Show when={trying.pending()}>
          <p role="status" class="text-small text-ink-2">
            {words().test.running}
          </p>
        </Show>
        <Show when={test()}>{(found) => <TestResult test={found()} />}</Show>
        <FormProblem problem={trying.problem()} />
      </div>
      <DropdownMenu
        placement="bottom-end"
        items={[
          { label: words().actions.open, icon: IconTables, onSelect: () => navigate(href()) },
          { label: words().actions.test, icon: IconTest, onSelect: () => void trying.run() },
          { label: words().actions.edit, icon: IconEdit, onSelect: () => setAsking("edit") },
          {
            label: words().actions.delete,
            icon: IconDelete,
            danger: true,
            onSelect: () => setAsking("delete"),
          },
        ]}
        trigger={(attributes) => (
          <IconButton
            {...attributes}
            icon={IconMore}
            label={words().actions.of(props.connection.name)}
            quiet
          />
        )}
      />
      <Switch>
        <Match when={asking() === "edit"}>
          <ConnectionDialog connection={props.connection} onClose={close} />
        </Match>
        <Match when={asking() === "delete"}>
          <DeleteConnection connection={props.connection} onClose={close} />
        </Match>
      </Switch>
    </li>
  );
}
