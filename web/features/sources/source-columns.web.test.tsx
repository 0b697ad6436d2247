import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { columnOf } from "#domain/analytics/overview/testing-column.ts";
import { sampleSource } from "#web/features/workspaces/testing.tsx";
import { renderUi } from "#web/ui/testing.tsx";
import { columnsOf, SourceColumns } from "./source-columns.tsx";
import type { SourceState } from "./source-state.ts";

const source = sampleSource({
  columns: [
    { name: "agence", kind: "text", description: "Où la vente a eu lieu" },
    { name: "ancienne", kind: "text" },
  ],
});
const ready: SourceState = {
  kind: "ready",
  rows: 330,
  profiles: [columnOf("agence", "text"), columnOf("canal", "text")],
};

it("lists the columns that its rows have once they are read, whatever its record still says", () => {
  renderUi(() => <SourceColumns source={source} state={ready} onInsert={undefined} />);
  expect(screen.getByText("canal")).toBeTruthy();
  expect(screen.queryByText("ancienne")).toBeNull();
  expect(columnsOf(source, ready)[0]?.description).toBe("Où la vente a eu lieu");
});

it("lists those of its record until then", () => {
  renderUi(() => <SourceColumns source={source} state={{ kind: "idle" }} onInsert={undefined} />);
  expect(screen.getByText("ancienne")).toBeTruthy();
});
