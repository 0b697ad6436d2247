import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** No page has this address. */
export function NotFound() {
  const t = useTexts();
  usePage(() => ({ title: t().app.notFound.title }));
  return (
    <>
      <h1 class="sr-only">{t().app.notFound.title}</h1>
      <EmptyState
        class="h-full"
        title={t().app.notFound.title}
        body={t().app.notFound.body}
        actions={
          <a href="/" class={buttonClass("primary")}>
            {t().app.notFound.home}
          </a>
        }
      />
    </>
  );
}
