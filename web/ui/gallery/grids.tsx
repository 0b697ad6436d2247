import { useFormat } from "#web/lib/i18n.tsx";
import { createMemo, createSignal } from "solid-js";
import { Avatar } from "#web/ui/avatar.tsx";
import { StatusChip } from "#web/ui/chip.tsx";
import type { GridColumn, GridSort } from "#web/ui/grid/column.ts";
import { DataGrid } from "#web/ui/grid/data-grid.tsx";
import { SelectCell } from "#web/ui/grid/select-cell.tsx";
import { TextCell } from "#web/ui/grid/text-cell.tsx";
import { createLiveMarks } from "#web/ui/live-marks.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { stageIcons } from "#web/ui/stage-icon.tsx";
import { OWNERS, sampleClients, STAGES, type SampleClient } from "./sample-clients.ts";
import { Row, Section } from "./section.tsx";

export function Grids() {
  const f = useFormat();
  const [rows, setRows] = createSignal(sampleClients(10_000));
  const [sort, setSort] = createSignal<GridSort | undefined>();
  const [selected, setSelected] = createSignal<ReadonlySet<string>>(new Set(["cli_3"]));
  const [current, setCurrent] = createSignal("cli_9");
  const [grouped, setGrouped] = createSignal(false);
  const [shown, setShown] = createSignal<"rows" | "loading" | "empty">("rows");
  const marks = createLiveMarks();

  const patch = (id: string, change: Partial<SampleClient>) =>
    setRows((all) => all.map((row) => (row.id === id ? { ...row, ...change } : row)));
  const columns: GridColumn<SampleClient>[] = [
    {
      id: "name",
      label: "Nom",
      width: 260,
      grow: true,
      fixed: true,
      sortable: true,
      cell: (row) => <span class="font-medium">{row.name}</span>,
      foot: () => <span>{f().number(rows().length)} clients</span>,
    },
    {
      id: "stage",
      label: "Étape",
      width: 130,
      sortable: true,
      cell: (row) => {
        const stage = STAGES[row.stage];
        return (
          <StatusChip tone={stage.tone} icon={stageIcons[stage.shape]}>
            {stage.label}
          </StatusChip>
        );
      },
      edit: (edit) => (
        <SelectCell
          edit={edit}
          value={edit.row.stage}
          options={Object.entries(STAGES).map(([value, stage]) => ({
            value: value as SampleClient["stage"],
            label: stage.label,
            icon: stageIcons[stage.shape],
          }))}
          onSave={(stage) => patch(edit.row.id, { stage })}
        />
      ),
    },
    { id: "owner", label: "Resp.", width: 80, cell: (row) => <Avatar person={row.owner} /> },
    {
      id: "action",
      label: "Prochaine action",
      width: 240,
      cell: (row) =>
        row.action ? (
          <span class="flex items-baseline justify-between gap-3">
            <span class="truncate">{row.action}</span>
            <span class="num text-small text-ink-3">{f().day(row.date, 2026)}</span>
          </span>
        ) : (
          <span class="text-ink-3">Aucune</span>
        ),
      edit: (edit) => (
        <TextCell
          edit={edit}
          value={edit.row.action}
          onSave={(action) => patch(edit.row.id, { action })}
        />
      ),
    },
    {
      id: "revenue",
      label: "CA 12 mois",
      width: 140,
      numeric: true,
      sortable: true,
      cell: (row) => f().money(row.revenue, "EUR"),
      groupCell: (group) => f().money(sum(group), "EUR"),
      foot: () => f().money(sum(rows()), "EUR"),
      edit: (edit) => (
        <TextCell
          edit={edit}
          numeric
          value={String(edit.row.revenue / 100)}
          onSave={(text) => patch(edit.row.id, { revenue: Math.round(Number(text) * 100) })}
        />
      ),
    },
  ];
  const sorted = createMemo(() => {
    const by = sort();
    if (!by) return rows();
    const key = by.column as "name" | "stage" | "revenue";
    const sign = by.direction === "ascending" ? 1 : -1;
    return rows().toSorted((a, b) => (a[key] < b[key] ? -sign : a[key] > b[key] ? sign : 0));
  });
  const groups = () =>
    OWNERS.map((owner) => ({
      id: owner.id,
      label: owner.name,
      rows: sorted().filter((row) => row.owner.id === owner.id),
    }));

  return (
    <div class="col-span-2 phone:col-span-1">
      <Section title="DataGrid">
        <Row>
          <Button onClick={() => marks.mark("cli_6", OWNERS[3] ?? { id: "x", name: "X" })}>
            Live change
          </Button>
          <Button onClick={() => setGrouped(!grouped())}>Groups</Button>
          <Button onClick={() => setShown("loading")}>Loading</Button>
          <Button onClick={() => setShown("empty")}>Empty</Button>
          <Button onClick={() => setShown("rows")}>Rows</Button>
        </Row>
        <div class="-mx-4 -mb-4 h-160 overflow-hidden rounded-b-3 border-t border-line">
          <DataGrid
            label="Clients"
            columns={columns}
            rows={shown() === "rows" ? sorted() : []}
            groups={grouped() && shown() === "rows" ? groups() : undefined}
            loading={shown() === "loading"}
            empty={<EmptyState title="Aucun client pour l’instant" />}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            sort={sort()}
            onSort={setSort}
            selected={selected()}
            onSelect={setSelected}
            current={current()}
            onOpen={(row) => setCurrent(row.id)}
            changed={(row) => marks.of(row.id)}
            phoneRow={(row) => (
              <>
                <span class="min-w-0 flex-1">
                  <span class="block truncate font-medium">{row.name}</span>
                  <span class="block truncate text-small text-ink-2">
                    {STAGES[row.stage].label}
                  </span>
                </span>
                <span class="num">{f().money(row.revenue, "EUR")}</span>
              </>
            )}
          />
        </div>
      </Section>
    </div>
  );
}

function sum(rows: readonly SampleClient[]): number {
  return rows.reduce((total, row) => total + row.revenue, 0);
}
