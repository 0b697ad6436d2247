import IconMore from "~icons/lucide/ellipsis";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { DropdownMenu } from "./dropdown-menu.tsx";
import { IconButton } from "./icon-button.tsx";
import { press, renderUi, settle } from "./testing.tsx";

test("the name of a button is not drawn over the menu that it opened", async () => {
  renderUi(() => (
    <DropdownMenu
      items={[{ label: "Renommer", onSelect: () => undefined }]}
      trigger={(attributes) => <IconButton {...attributes} icon={IconMore} label="Actions" />}
    />
  ));
  const button = screen.getByRole("button", { name: "Actions" });
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await screen.findByRole("tooltip");
  button.focus();
  press("Enter");
  await screen.findByRole("menu");
  await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
  fireEvent.pointerLeave(button, { pointerType: "mouse" });
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await settle(700);
  expect(screen.queryByRole("tooltip")).toBeNull();
});

test("the name leaves with a press or a key, and does not come once one has pressed", async () => {
  renderUi(() => <IconButton icon={IconMore} label="Ajouter" />);
  const button = screen.getByRole("button", { name: "Ajouter" });
  const point = () => fireEvent.pointerEnter(button, { pointerType: "mouse" });
  point();
  await screen.findByRole("tooltip");
  press("Escape");
  await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
  fireEvent.pointerLeave(button, { pointerType: "mouse" });
  await settle(400);
  point();
  fireEvent.pointerDown(button, { pointerType: "mouse" });
  await settle(700);
  expect(screen.queryByRole("tooltip")).toBeNull();
});
