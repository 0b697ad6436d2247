import { fireEvent, screen } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { openScene } from "#web/features/boards/testing.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { useRoom } from "./room.tsx";

function Bar() {
  const room = useRoom();
  return (
    <>
      <FilterBar shown />
      <button type="button" onClick={() => room.setFilter("priorities", ["urgent", "high"])}>
        Filter
      </button>
    </>
  );
}

test("what is chosen stands below the tools, which stay where they are, and is taken away there", async () => {
  const { show } = await openScene();
  show(() => <Bar />);
  const tools = () =>
    screen.getByRole("button", { name: "Archives" }).parentElement?.parentElement?.children ?? [];
  const before = [...tools()];
  fireEvent.click(screen.getByRole("button", { name: "Filter" }));
  const chip = screen.getByRole("button", { name: /Priorité\s*est\s*Urgente, Haute/ });
  const row = [...tools()].at(-1);
  expect([...tools()]).toEqual([...before, row]);
  expect(row?.contains(chip)).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Tout effacer" }));
  expect([...tools()]).toEqual(before);
});
