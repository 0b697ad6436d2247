import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { DeletionSection } from "#web/features/organization/deletion-section.tsx";
import { ExportSection } from "./export-section.tsx";

/** The organization's data as a whole: taking it out. */
export function DataPage() {
  const t = useTexts();
  usePage(() => ({
    title: t().exports.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  return (
    <>
      <h1 class="mb-6 text-title font-semibold">{t().exports.title}</h1>
      <ExportSection />
      <DeletionSection />
    </>
  );
}
