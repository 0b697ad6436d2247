import { createRoot, createSignal } from "solid-js";

/** "system" follows the device, live; the two others are the person's choice on this device. */
export type Theme = "system" | "light" | "dark";

const STORAGE_KEY = "aetheria.theme";

/** Writes the theme on <html data-theme>; "system" removes it, and color-scheme follows the device. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** The theme stored on this device. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(STORAGE_KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

/** One for the page: the menu, the palette and the profile show the same choice. */
const shared = createRoot(() => createSignal<Theme>(storedTheme()));

/** `const [theme, setTheme] = useTheme()` – sets, stores and shows the choice. */
export function useTheme(): readonly [() => Theme, (theme: Theme) => void] {
  const [theme, setTheme] = shared;
  return [
    theme,
    (next) => {
      localStorage.setItem(STORAGE_KEY, next);
      applyTheme(next);
      setTheme(next);
    },
  ] as const;
}
