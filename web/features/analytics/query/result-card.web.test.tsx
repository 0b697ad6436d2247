import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, it, vi } from "vitest";
import { drillQuery } from "#domain/analytics/drill/drill-query.ts";
import { renderUi } from "#web/ui/testing.tsx";
import type { Answer } from "./answer.ts";
import { ResultCard } from "./result-card.tsx";

const asked = vi.hoisted(() => vi.fn());
// The engine itself is asked in run-drill.test.ts: here it confirms whatever can be cut.
vi.mock("#web/features/analytics/drill/run-drill.ts", () => ({
  runDrill: (_: unknown, question: Answer, point: Parameters<typeof drillQuery>[2]) => {
    asked(question.sql);
    const drill = drillQuery(question.sql, question.columns, point);
    return Promise.resolve("reason" in drill ? drill : { sql: drill.sql, total: 2 });
  },
  drillPage: () =>
    Promise.resolve({ columns: [{ name: "agence", kind: "text" }], rows: [["Lyon"], ["Lyon"]] }),
}));

const answer = (column: string, measure: string): Answer => ({
  columns: [
    { name: column, kind: "text" },
    { name: measure, kind: "number" },
  ],
  rows: [["Lyon", 30]],
  more: false,
  ms: 1,
  sql: `SELECT ${column}, sum(${measure}) AS ${measure} FROM ventes GROUP BY 1`,
  chart: null,
});

it("shows the rows of the answer that was pressed, whatever answer comes meanwhile", async () => {
  const [now, setNow] = createSignal(answer("agence", "ca"));
  const keeper = { use: (task: (engine: never) => unknown) => task(undefined as never) } as never;
  renderUi(() => <ResultCard answer={now()} fileName="ventes.csv" keeper={keeper} />);
  fireEvent.click(await screen.findByRole("button", { name: /30.*voir ses lignes/ }));
  setNow(answer("famille", "quantite"));
  await screen.findByText("2 lignes donnent 30");
  await waitFor(() => expect(screen.getByText("famille")).toBeTruthy());
  expect(asked.mock.calls).toEqual([[answer("agence", "ca").sql]]);
  expect(screen.queryByText(/ne se retrouve pas/)).toBeNull();
});

it("names the measures that a chart does not draw, and draws one on a press", async () => {
  const several: Answer = {
    ...answer("agence", "ca"),
    columns: [
      { name: "agence", kind: "text" },
      { name: "ca", kind: "number" },
      { name: "nb", kind: "number" },
    ],
    rows: [["Lyon", 30_000, 2]],
    chart: { type: "pie", category: "agence", value: "ca" },
  };
  renderUi(() => <ResultCard answer={several} fileName="ventes.csv" />);
  fireEvent.click(screen.getByRole("button", { name: "Dessiner nb" }));
  expect(screen.getByRole("heading", { name: "nb par agence" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Dessiner ca" })).toBeTruthy();
  // The table has them all.
  fireEvent.click(screen.getByRole("radio", { name: "Tableau" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "Dessiner ca" })).toBeNull());
});

it("shows a crossed table that was cut by its limit without totals, and says so", async () => {
  const cut: Answer = {
    ...answer("agence", "ca"),
    limited: true,
    chart: { type: "pivot", rows: ["agence"], columns: ["famille"], value: "ca" },
    columns: [
      { name: "agence", kind: "text" },
      { name: "famille", kind: "text" },
      { name: "ca", kind: "number" },
    ],
    rows: [
      ["Lyon", "Études", 30],
      ["Lyon", "Suivi", 4],
    ],
  };
  const [now, setNow] = createSignal(cut);
  renderUi(() => <ResultCard answer={now()} fileName="ventes.csv" />);
  expect(screen.getByTestId("pivot-cut").textContent).toMatch(/limité à 2 lignes/);
  expect(screen.queryByText("Total")).toBeNull();
  setNow({ ...cut, limited: false });
  expect(await screen.findAllByText("Total")).toHaveLength(2);
  expect(screen.queryByTestId("pivot-cut")).toBeNull();
});

it("shows a result crossed as soon as it is, though its table was looked at", async () => {
  const plain: Answer = {
    ...answer("agence", "ca"),
    chart: { type: "bar", category: "agence", value: "ca" },
  };
  const [now, setNow] = createSignal(plain);
  renderUi(() => <ResultCard answer={now()} fileName="ventes.csv" />);
  fireEvent.click(screen.getByRole("radio", { name: "Tableau" }));
  await waitFor(() => expect(screen.queryByRole("application")).toBeNull());
  setNow({ ...plain, chart: { type: "pivot", rows: ["agence"], columns: [], value: "ca" } });
  await screen.findByTestId("pivot");
});
