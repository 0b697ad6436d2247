import { Router } from "@solidjs/router";
import type { Language } from "#domain/i18n/texts.ts";
import { SpeechProvider, type Dictionary } from "#web/lib/i18n.tsx";
import { ToastProvider } from "#web/ui/toast.tsx";
import { PageBoundary } from "./page-boundary.tsx";
import { routes } from "./routes.ts";
import { UpdateNotice } from "./update-notice.tsx";

/** The whole page: language, toasts, and whatever the address asks for. */
export function Root(props: { language: Language; texts: Dictionary; part: "door" | "all" }) {
  return (
    <SpeechProvider language={props.language} texts={props.texts} part={props.part}>
      <ToastProvider>
        <UpdateNotice />
        <Router root={(page) => <PageBoundary>{page.children}</PageBoundary>}>{routes}</Router>
      </ToastProvider>
    </SpeechProvider>
  );
}
