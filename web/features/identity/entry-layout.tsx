import { createEffect, Show, type JSX } from "solid-js";
import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { Wordmark } from "#web/ui/mark.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { EntryPicture } from "./entry-picture.tsx";

/** The page around sign-in, registration, links and invitations: the form at the left, the mark at the right. */
export function EntryLayout(props: {
  title: string;
  lead?: JSX.Element;
  foot?: JSX.Element;
  children: JSX.Element;
}) {
  const t = useTexts();
  const speech = useLocale();
  createEffect(() => {
    document.title = `${props.title} – Aetheria`;
  });
  const languages = LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }));
  return (
    <div class="flex min-h-dvh bg-surface">
      <div class="flex w-full flex-col px-10 py-8 lg:w-140 phone:px-5 phone:py-5">
        <header class="flex items-center justify-between">
          <Wordmark />
          <SegmentedControl<Language>
            label={t().ui.language.label}
            options={languages}
            value={speech.language()}
            onChange={(language) => void speech.setLanguage(language)}
            size="sm"
          />
        </header>
        <main class="flex flex-1 flex-col items-center justify-center py-10">
          <div class="w-full max-w-90">
            <h1 class="text-display font-semibold">{props.title}</h1>
            <Show when={props.lead}>
              <p class="mt-1 text-lead text-ink-2">{props.lead}</p>
            </Show>
            <div class="mt-7">{props.children}</div>
          </div>
        </main>
        <footer class="flex flex-wrap items-center justify-between gap-3 text-small text-ink-3">
          {props.foot}
        </footer>
      </div>
      <aside
        class="relative flex-1 overflow-hidden bg-night text-white max-lg:hidden"
        aria-hidden="true"
      >
        <EntryPicture />
        <div class="absolute inset-x-12 bottom-10 flex items-center justify-between">
          <p class="text-lead font-medium">{t().identity.signIn.promise}</p>
          <ServiceStatus />
        </div>
      </aside>
    </div>
  );
}

/** Asks the service how it is. Says nothing while it is not known. */
function ServiceStatus() {
  const t = useTexts();
  const [ok] = createResource(() =>
    api("get /health").then(
      (health) => health.ok,
      () => false,
    ),
  );
  return (
    <Show when={ok.latest !== undefined}>
      <p class="flex items-center gap-2 text-small text-white/80">
        <span
          class={
            ok.latest
              ? "size-1.5 rounded-full bg-[oklch(0.885_0.205_123)]"
              : "size-1.5 rounded-full bg-warn-mark"
          }
        />
        {ok.latest ? t().identity.signIn.status.ok : t().identity.signIn.status.trouble}
      </p>
    </Show>
  );
}
