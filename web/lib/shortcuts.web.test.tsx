import { cleanup, fireEvent, render } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { onShortcuts } from "./shortcuts.ts";

const run = { help: vi.fn<() => void>(), palette: vi.fn<() => void>(), home: vi.fn<() => void>() };

function Page() {
  onShortcuts(() => ({ "?": run.help, "mod+k": run.palette, "g h": run.home }));
  return <input aria-label="field" />;
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

it("runs keys, chords on both systems and sequences", () => {
  render(() => <Page />);
  fireEvent.keyDown(document.body, { key: "?" });
  fireEvent.keyDown(document.body, { key: "k", metaKey: true });
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  fireEvent.keyDown(document.body, { key: "g" });
  fireEvent.keyDown(document.body, { key: "h" });
  fireEvent.keyDown(document.body, { key: "h" });
  expect(run.help).toHaveBeenCalledTimes(1);
  expect(run.palette).toHaveBeenCalledTimes(2);
  expect(run.home).toHaveBeenCalledTimes(1);
});

it("leaves letters to whoever types, not chords", () => {
  const field = render(() => <Page />).getByLabelText("field");
  fireEvent.keyDown(field, { key: "?" });
  fireEvent.keyDown(field, { key: "k", ctrlKey: true });
  expect(run.help).not.toHaveBeenCalled();
  expect(run.palette).toHaveBeenCalledTimes(1);
});

it("leaves letters to whoever types in an editor of a shadow root", () => {
  const host = render(() => <Page />).container;
  const root = host.attachShadow({ mode: "open" });
  const editor = root.appendChild(document.createElement("textarea"));
  for (const key of ["g", "h", "?"]) fireEvent.keyDown(editor, { key, composed: true });
  expect(run.home).not.toHaveBeenCalled();
  expect(run.help).not.toHaveBeenCalled();
});

it("stops with its page", () => {
  const page = render(() => <Page />);
  page.unmount();
  fireEvent.keyDown(document.body, { key: "?" });
  expect(run.help).not.toHaveBeenCalled();
});
