import IconMore from "~icons/lucide/ellipsis";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { Combobox } from "./combobox.tsx";
import { Dialog } from "./dialog.tsx";
import { DropdownMenu } from "./dropdown-menu.tsx";
import { IconButton } from "./icon-button.tsx";
import { Select } from "./select.tsx";
import { SlideOver } from "./slide-over.tsx";
import { press, renderUi } from "./testing.tsx";
import { TextField } from "./text-field.tsx";

describe("DropdownMenu", () => {
  const open = (onSelect: () => void) => {
    renderUi(() => (
      <DropdownMenu
        items={[
          { label: "Déplacer vers…", kbd: "M", onSelect },
          { label: "Interdit", disabled: true, onSelect },
          { label: "Archiver", danger: true, onSelect: () => undefined },
        ]}
        trigger={(attributes) => <IconButton {...attributes} icon={IconMore} label="Plus" />}
      />
    ));
    const trigger = screen.getByRole("button", { name: "Plus" });
    trigger.focus();
    press("ArrowDown");
    return trigger;
  };
  it("opens by key on the first row, and Esc gives the focus back", async () => {
    const trigger = open(() => undefined);
    expect(trigger.getAttribute("aria-expanded")).toBe("true");
    const first = await screen.findByRole("menuitem", { name: /Déplacer/ });
    await waitFor(() => expect(document.activeElement).toBe(first));
    press("Escape");
    await waitFor(() => expect(document.activeElement).toBe(trigger));
    expect(screen.queryByRole("menu")).toBeNull();
  });
  it("runs the row that is chosen", async () => {
    const select = vi.fn();
    open(select);
    await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("menuitem"));
    press("Enter");
    await waitFor(() => expect(select).toHaveBeenCalledOnce());
  });

  it("keeps the press that chose a row from what the row opened, such as the field of a form", async () => {
    open(() => undefined);
    const row = await screen.findByRole("menuitem", { name: /Déplacer/ });
    for (const key of ["Enter", " "]) expect(fireEvent.keyDown(row, { key })).toBe(false);
    expect(fireEvent.keyDown(row, { key: "a" })).toBe(true);
  });

  it("keeps the focus on what was just ticked, so that keys go on and Esc closes", async () => {
    const [hidden, setHidden] = createSignal<readonly string[]>([]);
    renderUi(() => (
      <DropdownMenu
        items={["Étape", "Montant"].map((label) => ({
          kind: "check" as const,
          label,
          checked: !hidden().includes(label),
          onChange: (on) =>
            setHidden((now) => (on ? now.filter((x) => x !== label) : [...now, label])),
        }))}
        trigger={(attributes) => <Button {...attributes}>Colonnes</Button>}
      />
    ));
    screen.getByRole("button", { name: "Colonnes" }).focus();
    press("Enter");
    const checked = () =>
      screen
        .getAllByRole("menuitemcheckbox")
        .map((item) => item.ariaChecked ?? item.getAttribute("aria-checked"));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("Étape"));
    press(" ");
    await waitFor(() => expect(checked()).toEqual(["false", "true"]));
    expect(document.activeElement?.textContent).toBe("Étape");
    press("ArrowDown");
    press(" ");
    await waitFor(() => expect(checked()).toEqual(["false", "false"]));
    press("Escape");
    await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
  });
});

describe("Dialog", () => {
  it("takes the focus, is named, and gives the focus back", async () => {
    const [shown, setShown] = createSignal(false);
    renderUi(() => (
      <>
        <Button onClick={() => setShown(true)}>Ouvrir</Button>
        <Dialog open={shown()} onOpenChange={setShown} title="Refuser" description="Le motif part.">
          <TextField label="Motif" />
        </Dialog>
      </>
    ));
    const opener = screen.getByRole("button", { name: "Ouvrir" });
    opener.focus();
    fireEvent.click(opener);
    const dialog = await screen.findByRole("dialog", { name: "Refuser" });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    press("Escape");
    await waitFor(() => expect(shown()).toBe(false));
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("keeps the focus when what hears of it changes", async () => {
    const [shown, setShown] = createSignal(false);
    const [place, setPlace] = createSignal(0);
    const heard = vi.fn<(place: number) => void>();
    renderUi(() => (
      <>
        <Button>Carte</Button>
        <Dialog open={shown()} onOpenChange={setShown} title="Déplacer">
          <form onFocusIn={() => heard(place())}>
            <TextField label="Place" />
          </form>
        </Dialog>
      </>
    ));
    screen.getByRole("button", { name: "Carte" }).focus();
    setShown(true);
    const field = await screen.findByLabelText("Place");
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(heard).toHaveBeenCalledWith(0);
    setPlace(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(field);
  });

  it("says once that something typed is not saved before Esc closes it", async () => {
    const [shown, setShown] = createSignal(true);
    renderUi(() => (
      <Dialog open={shown()} onOpenChange={setShown} title="Refuser">
        <TextField label="Motif" />
      </Dialog>
    ));
    const dialog = await screen.findByRole("dialog", { name: "Refuser" });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    fireEvent.input(screen.getByLabelText("Motif"), { target: { value: "Trop cher" } });
    press("Escape");
    await screen.findByText(/Fermez encore une fois/);
    expect(shown()).toBe(true);
    fireEvent.input(screen.getByLabelText("Motif"), { target: { value: "Trop cher." } });
    expect(screen.queryByText(/Fermez encore une fois/)).toBeNull();
    press("Escape");
    await screen.findByText(/Fermez encore une fois/);
    press("Escape");
    await waitFor(() => expect(shown()).toBe(false));
  });
});

describe("SlideOver", () => {
  const show = () => {
    const [shown, setShown] = createSignal(false);
    renderUi(() => (
      <>
        <Button onClick={() => setShown(true)}>Ouvrir</Button>
        <Show when={shown()}>
          <SlideOver title="Les Tilleuls" widthKey="test" onClose={() => setShown(false)}>
            <input
              aria-label="Montant"
              onKeyDown={(event) =>
                event.key === "Escape" && event.altKey && event.preventDefault()
              }
            />
          </SlideOver>
        </Show>
      </>
    ));
    const opener = screen.getByRole("button", { name: "Ouvrir" });
    opener.focus();
    fireEvent.click(opener);
    return { opener, shown };
  };
  it("takes the focus, closes with Esc and gives the focus back", () => {
    const { opener, shown } = show();
    const panel = screen.getByRole("dialog", { name: "Les Tilleuls" });
    expect(document.activeElement).toBe(panel);
    press("Escape");
    expect(shown()).toBe(false);
    expect(document.activeElement).toBe(opener);
  });
  it("stays open when something inside takes Esc for itself", () => {
    const { shown } = show();
    screen.getByLabelText("Montant").focus();
    press("Escape", { altKey: true });
    expect(shown()).toBe(true);
  });
  it("closes from the list beside it and with the focus nowhere, not from what lies above it", () => {
    const { opener, shown } = show();
    const above = document.body.appendChild(document.createElement("button"));
    above.focus();
    press("Escape");
    expect(shown()).toBe(true);
    above.remove();
    opener.focus();
    press("Escape");
    expect(shown()).toBe(false);
    fireEvent.click(opener);
    screen.getByRole("dialog").blur();
    press("Escape");
    expect(shown()).toBe(false);
  });
  it("is resized by key, and remembers", () => {
    show();
    const edge = screen.getByRole("separator", { name: "Largeur du panneau" });
    const before = Number(edge.getAttribute("aria-valuenow"));
    edge.focus();
    press("ArrowLeft");
    expect(Number(edge.getAttribute("aria-valuenow"))).toBe(before + 24);
    expect(localStorage.getItem("aetheria.width.test")).toBe(String(before + 24));
    press("Home");
    expect(edge.getAttribute("aria-valuenow")).toBe("360");
  });
});

describe("a field within a dialog", () => {
  const options = ["montant", "ville"].map((value) => ({ value, label: value }));
  it.each([
    [
      "Select",
      () => <Select label="Colonne" options={options} value="ville" onChange={vi.fn()} />,
      () => press("Enter"),
    ],
    [
      "Combobox",
      () => <Combobox label="Colonne" options={options} value={undefined} onChange={vi.fn()} />,
      (trigger: HTMLElement) => fireEvent.click(trigger),
    ],
  ] as const)("has options that screen readers find: %s", async (_, field, open) => {
    renderUi(() => (
      <Dialog open onOpenChange={() => undefined} title="Filtres">
        <form>{field()}</form>
      </Dialog>
    ));
    const trigger = () => document.querySelector<HTMLElement>("form [aria-haspopup]");
    await waitFor(() => expect(document.activeElement).toBe(trigger()));
    /** Something beside the dialog, which hides it from screen readers a frame later, as all that came before it. */
    const beside = async () => {
      const other = document.body.appendChild(document.createElement("p"));
      await waitFor(() =>
        expect(other.ariaHidden ?? other.getAttribute("aria-hidden")).toBe("true"),
      );
      other.remove();
    };
    await beside();
    open(trigger() as HTMLElement);
    await screen.findAllByRole("option", { hidden: true });
    await beside();
    const found = screen.getAllByRole("option");
    expect(found.map((one) => one.textContent)).toEqual(["montant", "ville"]);
  });
});

it("a list of options stays open, and keeps the focus, where the same options are told anew", async () => {
  const [read, setRead] = createSignal(1);
  const options = () => read() > 0 && ["exclude", "keep"].map((value) => ({ value, label: value }));
  renderUi(() => (
    <Select label="Total" options={options() || []} value="exclude" onChange={vi.fn()} />
  ));
  screen.getByRole("button", { name: /Total/ }).focus();
  press("Enter");
  const option = await screen.findByRole("option", { name: "exclude" });
  await waitFor(() => expect(document.activeElement).toBe(option));
  setRead(2);
  expect(option.isConnected).toBe(true);
  expect(document.activeElement).toBe(option);
});
