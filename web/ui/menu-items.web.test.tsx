import { fireEvent, screen } from "@solidjs/testing-library";
import { expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { DropdownMenu } from "./dropdown-menu.tsx";
import { press, renderUi } from "./testing.tsx";

/** An open menu of one row. */
function open(onSelect: () => void) {
  renderUi(() => (
    <DropdownMenu
      items={[{ label: "Déplacer", onSelect }]}
      trigger={(attributes) => <Button {...attributes}>Plus</Button>}
    />
  ));
  screen.getByRole("button", { name: "Plus" }).focus();
  press("ArrowDown");
}

it("keeps the click of a finger's press from what lies below the row that it chose", async () => {
  const [select, below] = [vi.fn(), vi.fn()];
  open(select);
  renderUi(() => <Button onClick={below}>Dessous</Button>);
  const beneath = screen.getByRole("button", { name: "Dessous", hidden: true });
  const finger = { pointerType: "touch", button: 0 };
  const row = await screen.findByRole("menuitem", { name: /Déplacer/ });
  fireEvent.pointerDown(row, finger);
  fireEvent.pointerUp(row, finger);
  expect(select).toHaveBeenCalledOnce();
  expect(fireEvent.mouseDown(beneath, { detail: 1 })).toBe(false);
  fireEvent.click(beneath, { detail: 1 });
  expect(below).not.toHaveBeenCalled();
  // The press is over: the next one counts, as does what a key clicks meanwhile.
  fireEvent.click(beneath, { detail: 1 });
  expect(below).toHaveBeenCalledOnce();
});

it("lets a script's click and the next press through while a finger's click is still to come", async () => {
  const below = vi.fn();
  open(() => undefined);
  renderUi(() => <Button onClick={below}>Dessous</Button>);
  const beneath = screen.getByRole("button", { name: "Dessous", hidden: true });
  const row = await screen.findByRole("menuitem", { name: /Déplacer/ });
  fireEvent.pointerUp(row, { pointerType: "touch", button: 0 });
  fireEvent.click(beneath, { detail: 0 });
  fireEvent.pointerDown(beneath, { pointerType: "touch", button: 0 });
  fireEvent.click(beneath, { detail: 1 });
  expect(below).toHaveBeenCalledTimes(2);
});
