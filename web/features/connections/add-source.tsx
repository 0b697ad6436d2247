import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onCleanup, Show, untrack } from "solid-js";
import type { CatalogueTable } from "#domain/connections/catalogue.ts";
import type { Connection } from "#domain/connections/model.ts";
import { tableName } from "#domain/analytics/sql/quote.ts";
import { sourcesQuery } from "#web/features/sources/queries.ts";
import { workspacesQuery } from "#web/features/workspaces/queries.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { readColumns } from "./read-columns.ts";
import { WhyFailed } from "./why-failed.tsx";

/** Makes a table, or a query that is typed here, a source of a workspace, and goes there. */
export function AddSource(props: {
  connection: Connection;
  table?: CatalogueTable;
  onClose: () => void;
}) {
  const t = useTexts();
  const words = () => t().connections.add;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const spaces = useInfiniteQuery(() => workspacesQuery(undefined));
  const all = () => (spaces.data?.pages ?? []).flatMap(({ items }) => items);
  const table = untrack(() => props.table);
  const [workspace, setWorkspace] = createSignal<string>();
  const [title, setTitle] = createSignal(table?.name ?? "");
  const [sql, setSql] = createSignal("");
  const [tried, setTried] = createSignal(false);
  const chosen = () => workspace() ?? (all().length === 1 ? all()[0]?.id : undefined);

  // Closed while the database is still at it, it is stopped.
  const leave = new AbortController();
  onCleanup(() => leave.abort());
  const submit = createSubmit(async () => {
    // What was typed when it was sent: columns and text of a source belong together.
    const [workspaceId, called, text] = [chosen() ?? "", title().trim(), sql().trim()];
    const taken = await queries.fetchQuery({ ...sourcesQuery(workspaceId), staleTime: 0 });
    const connectionId = props.connection.id;
    const columns =
      table?.columns.slice(0, 1_000).map(({ name, kind }) => ({ name, kind })) ??
      (await readColumns(connectionId, text, leave.signal));
    const { id } = await api("post /data-sources", {
      body: {
        workspaceId,
        kind: "connection",
        title: called,
        table: tableName(
          called,
          taken.map((source) => source.table),
        ),
        columns,
        rows: table?.rows ?? null,
        details: table
          ? { connectionId, schema: table.schema, table: table.name }
          : { connectionId, sql: text },
      },
    });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    navigate(`/analytics/w/${workspaceId}?source=${id}`);
  });
  const asked = (empty: boolean) => (tried() && empty ? t().connections.form.asked : undefined);
  const send = () => {
    setTried(true);
    const whole = chosen() && title().trim() !== "" && (table || sql().trim() !== "");
    if (whole) void submit.run();
  };
  return (
    <FormDialog
      title={words().title}
      description={words().lead(props.connection.name)}
      submit={words().confirm}
      pending={submit.pending()}
      onClose={() => props.onClose()}
      onSubmit={send}
    >
      <Select
        label={words().workspace}
        required
        options={all().map(({ id, title: label }) => ({ value: id, label }))}
        value={chosen()}
        placeholder={t().ui.choose}
        onChange={setWorkspace}
        hint={spaces.isSuccess && all().length === 0 ? words().noWorkspace : undefined}
        error={tried() && !chosen() ? words().workspaceAsked : undefined}
      />
      <TextField
        label={words().name}
        required
        maxlength={300}
        value={title()}
        onInput={setTitle}
        error={asked(title().trim() === "")}
      />
      <Show when={!table}>
        <TextArea
          label={words().sql}
          hint={words().sqlHint}
          required
          spellcheck={false}
          maxlength={20_000}
          rows={6}
          readonly={submit.pending()}
          value={sql()}
          onInput={setSql}
          error={asked(sql().trim() === "")}
        />
      </Show>
      <WhyFailed problem={submit.problem()} />
    </FormDialog>
  );
}
