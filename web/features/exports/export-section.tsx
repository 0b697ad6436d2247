import { SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useTexts } from "#web/lib/i18n.tsx";

/** Takes the whole organization out as one archive. */
export function ExportSection() {
  const t = useTexts();
  return (
    <SettingsSection level={2} title={t().exports.section.title} lead={t().exports.section.lead}>
      {null}
    </SettingsSection>
  );
}
