import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, test, vi } from "vitest";
import { FormDialog } from "./form-dialog.tsx";
import { renderUi } from "./testing.tsx";
import { TextField } from "./text-field.tsx";

test("it is submitted by its button or by Enter, when it is ready and once at a time, and left by its foot", async () => {
  const [ready, setReady] = createSignal(false);
  const [pending, setPending] = createSignal(false);
  const [sent, left] = [vi.fn<(form: HTMLFormElement) => void>(), vi.fn<() => void>()];
  renderUi(() => (
    <FormDialog
      title="Nouveau lot"
      submit="Créer"
      ready={ready()}
      pending={pending()}
      onClose={left}
      onSubmit={sent}
    >
      <TextField label="Nom" />
    </FormDialog>
  ));
  const form = (await screen.findByRole("textbox", { name: "Nom" })).closest("form");
  const button = screen.getByRole<HTMLButtonElement>("button", { name: "Créer" });
  if (!form) throw new Error("no form");
  expect(button.disabled).toBe(true);
  fireEvent.submit(form);
  expect(sent).not.toHaveBeenCalled();
  setReady(true);
  fireEvent.click(button);
  expect(sent).toHaveBeenCalledExactlyOnceWith(form);
  setPending(true);
  fireEvent.submit(form);
  expect(sent).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  expect(left).toHaveBeenCalledOnce();
});
