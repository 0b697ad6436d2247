// oxlint-disable-next-line import/no-unassigned-import -- the one stylesheet, which Vite links
import "./theme.css";
import { render } from "solid-js/web";
import { config } from "zod";
import { loadTexts, preferredLanguage } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { sessionStore } from "#web/lib/session-store.ts";
import { Root } from "./root.tsx";
import { preloadPage, workspace } from "./routes.ts";

// The content policy forbids evaluating text, and asking whether it may be done is already reported.
config({ jitless: true });

const host = document.getElementById("root");
if (!host) throw new Error("index.html has no #root");

/**
 * Who this is, the words, the frame and the page are fetched side by side; the first paint waits for the words alone.
 * A function, for files that are fetched here may import this one: they would wait for it, and it for them.
 */
async function start(into: HTMLElement): Promise<void> {
  void session.restore();
  const part = sessionStore.me() ? "all" : "door";
  if (part === "all") {
    void workspace.preload();
    preloadPage(location.pathname);
  }
  const language = preferredLanguage();
  const texts = await loadTexts(language, part);
  render(() => <Root language={language} texts={texts} part={part} />, into);
}

void start(host);
