import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Checkbox } from "./checkbox.tsx";
import { PasswordField } from "./password-field.tsx";
import { SegmentedControl } from "./segmented-control.tsx";
import { Switch } from "./switch.tsx";
import { renderUi } from "./testing.tsx";
import { TextField } from "./text-field.tsx";

describe("TextField", () => {
  it("ties label, error and control together", () => {
    const [error, setError] = createSignal<string>();
    renderUi(() => (
      <TextField label="SIREN" value="1" hint="9 chiffres" error={error()} required />
    ));
    const input = screen.getByLabelText("SIREN");
    const note = () => document.getElementById(input.getAttribute("aria-describedby") ?? "");
    expect(note()?.textContent).toBe("9 chiffres");
    expect(input.getAttribute("aria-required")).toBe("true");
    setError("Il manque un chiffre.");
    expect(note()?.textContent).toBe("Il manque un chiffre.");
    expect(input.getAttribute("aria-invalid")).toBe("true");
  });
  it("drops characters that nobody sees while they are typed or pasted, and keeps the caret", () => {
    const typed = vi.fn();
    renderUi(() => <TextField label="Nom" value="" onInput={typed} />);
    const input = screen.getByLabelText<HTMLInputElement>("Nom");
    input.value = "Ada\u202E\u200B\tLove";
    input.setSelectionRange(5, 5);
    fireEvent.input(input);
    expect(typed).toHaveBeenLastCalledWith("Ada Love");
    expect(input.value).toBe("Ada Love");
    expect(input.selectionStart).toBe(3);
  });
  it("keeps every character of a password, shown or not", () => {
    const typed = vi.fn();
    renderUi(() => (
      <PasswordField label="Secret" autocomplete="new-password" value="" onInput={typed} />
    ));
    const input = screen.getByLabelText("Secret");
    fireEvent.input(input, { target: { value: "a\u200Bb" } });
    fireEvent.click(screen.getByRole("button", { name: "Afficher le mot de passe" }));
    fireEvent.input(input, { target: { value: "a\u202Ec" } });
    expect(typed.mock.calls).toEqual([["a\u200Bb"], ["a\u202Ec"]]);
  });
  it("draws its suffix once", () => {
    const draw = vi.fn(() => "€");
    renderUi(() => <TextField label="Montant" value="" suffix={draw()} />);
    expect(draw).toHaveBeenCalledOnce();
  });
});

describe("PasswordField", () => {
  it("shows and hides the secret, and tells Caps Lock until it is off", () => {
    renderUi(() => (
      <PasswordField label="Mot de passe" autocomplete="current-password" value="x" />
    ));
    const input = screen.getByLabelText("Mot de passe");
    expect(input.getAttribute("type")).toBe("password");
    fireEvent.click(screen.getByRole("button", { name: "Afficher le mot de passe" }));
    expect(input.getAttribute("type")).toBe("text");
    expect(screen.getByRole("button", { name: "Masquer le mot de passe" })).toBeTruthy();

    fireEvent.keyDown(input, { key: "A", modifierCapsLock: true });
    expect(screen.getByText("Verrouillage majuscules activé")).toBeTruthy();
    fireEvent.keyUp(input, { key: "CapsLock" });
    expect(screen.queryByText("Verrouillage majuscules activé")).toBeNull();
  });
});

describe("Checkbox", () => {
  it("draws its mark in a colour of its own where it is on and can't be pressed", () => {
    const { container } = renderUi(() => (
      <Checkbox label="CA" checked disabled onChange={() => undefined} />
    ));
    expect(screen.getByRole<HTMLInputElement>("checkbox").checked).toBe(true);
    const mark = container.querySelector("svg");
    expect(mark?.getAttribute("class")).toContain("text-ink-3");
    expect(mark?.getAttribute("class")).not.toContain("text-on-accent");
  });
  it("is mixed, and stays as its owner says", () => {
    const change = vi.fn();
    renderUi(() => <Checkbox label="Tout" checked="mixed" onChange={change} />);
    const box = screen.getByRole<HTMLInputElement>("checkbox", { name: "Tout" });
    expect(box.indeterminate).toBe(true);
    fireEvent.click(box);
    expect(change).toHaveBeenCalledWith(true);
    expect(box.checked).toBe(false);
  });
});

describe("Switch", () => {
  it("toggles, named by its label and described by its hint", () => {
    const [on, setOn] = createSignal(false);
    renderUi(() => <Switch label="Rappels" hint="Par courriel" checked={on()} onChange={setOn} />);
    const control = screen.getByRole("switch", { name: "Rappels" });
    fireEvent.click(control);
    expect(control.getAttribute("aria-checked")).toBe("true");
    const hint = control.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(hint)?.textContent).toBe("Par courriel");
  });
});

describe("SegmentedControl", () => {
  it("is a radio group that keeps one choice", () => {
    const [value, setValue] = createSignal("a");
    renderUi(() => (
      <SegmentedControl
        label="Vue"
        value={value()}
        onChange={setValue}
        options={[
          { value: "a", label: "Tableau" },
          { value: "b", label: "Liste", iconOnly: true },
        ]}
      />
    ));
    expect(screen.getByRole("radiogroup", { name: "Vue" })).toBeTruthy();
    fireEvent.click(screen.getByRole("radio", { name: "Liste" }));
    expect(value()).toBe("b");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Liste" }).checked).toBe(true);
  });
});
