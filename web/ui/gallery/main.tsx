import type { Language } from "#domain/i18n/texts.ts";
import { loadTexts, SpeechProvider } from "#web/lib/i18n.tsx";
import { applyTheme } from "#web/lib/theme.ts";
import { render } from "solid-js/web";
import { ToastProvider } from "#web/ui/toast.tsx";
import { Gallery } from "./gallery.tsx";

const query = new URLSearchParams(location.search);
const language: Language = query.get("lang") === "en" ? "en" : "fr";
const theme = query.get("theme");
if (theme === "dark" || theme === "light") applyTheme(theme);

const texts = await loadTexts(language);
const root = document.getElementById("root");
if (root)
  render(
    () => (
      <SpeechProvider language={language} texts={texts} timeZone="Europe/Paris">
        <ToastProvider>
          <Gallery only={query.get("show")} />
        </ToastProvider>
      </SpeechProvider>
    ),
    root,
  );
