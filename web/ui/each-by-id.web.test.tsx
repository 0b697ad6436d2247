import { screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, it } from "vitest";
import { EachById } from "./each-by-id.tsx";
import { renderUi } from "./testing.tsx";

interface Row {
  id: string;
  name: string;
}

it("keeps a row's element, its focus and what was typed in it while its record is read again, moves or others come and go", () => {
  const [rows, setRows] = createSignal<Row[]>([
    { id: "a", name: "Alpha" },
    { id: "b", name: "Beta" },
  ]);
  const shown = new Map<string, () => Row>();
  renderUi(() => (
    <EachById items={rows()}>
      {(row) => {
        shown.set(row().id, row);
        return <input aria-label={row().name} />;
      }}
    </EachById>
  ));
  const beta = screen.getByRole<HTMLInputElement>("textbox", { name: "Beta" });
  beta.value = "typed";
  beta.focus();
  setRows([
    { id: "a", name: "Alpha 2" },
    { id: "b", name: "Beta 2" },
    { id: "c", name: "Gamma" },
  ]);
  expect(screen.getByRole("textbox", { name: "Beta 2" })).toBe(beta);
  expect(document.activeElement).toBe(beta);
  setRows([{ id: "b", name: "Beta 3" }]);
  expect(screen.getAllByRole("textbox")).toEqual([beta]);
  expect(beta.value).toBe("typed");
  expect(document.activeElement).toBe(beta);
  // What is still under way for a row that has gone reads what it was.
  expect(shown.get("a")?.().name).toBe("Alpha 2");
});
