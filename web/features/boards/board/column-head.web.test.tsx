import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { press, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { ColumnHead } from "./column-head.tsx";

test("one Escape closes the limit of a column, also while the pointer rests on the button of its menu", async () => {
  const { live, show } = await openScene();
  const [column] = live.columns();
  if (!column) throw new Error("no column");
  show(() => <ColumnHead column={column} shown={2} onCompose={() => undefined} />);
  const button = await screen.findByRole("button", { name: /^Actions de la colonne/ });
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await screen.findByRole("tooltip");
  button.focus();
  press("Enter");
  const item = await screen.findByRole("menuitem", { name: /^Limite/ });
  item.focus();
  press("Enter");
  await screen.findByRole("dialog");
  await settle(900);
  press("Escape");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});
