import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** In place of a page of settings that the person's role does not open. */
export function ClosedPage(props: { title: string }) {
  const t = useTexts();
  usePage(() => ({
    title: props.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  return (
    <>
      <h1 class="text-title font-semibold">{props.title}</h1>
      <EmptyState title={t().identity.settings.closed} body={t().identity.settings.closedBody} />
    </>
  );
}
