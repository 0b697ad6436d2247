import { en } from "#domain/i18n/en/index.ts";
import { fr } from "#domain/i18n/fr/index.ts";
import type { Language } from "#domain/i18n/texts.ts";
import { SpeechProvider } from "#web/lib/i18n.tsx";
import { cleanup, fireEvent, render } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import { afterEach, vi } from "vitest";
import { ToastProvider } from "./toast.tsx";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** Renders a component with the providers every page has: texts, formats, toasts. */
export function renderUi(ui: () => JSX.Element, language: Language = "fr") {
  return render(() => (
    <SpeechProvider language={language} texts={language === "fr" ? fr : en} timeZone="Europe/Paris">
      <ToastProvider>{ui()}</ToastProvider>
    </SpeechProvider>
  ));
}

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  const event = { key, bubbles: true, cancelable: true, ...more };
  fireEvent.keyDown(target, event);
  fireEvent.keyUp(target, event);
}

/** Lets what was put off by a timer or a microtask happen. */
export function settle(ms = 0): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Has the window be a phone's until the test stubs are taken back (`vi.unstubAllGlobals`). */
export function onPhone(): void {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: /width < (?:40|\d{3,}px)/.test(query),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}
