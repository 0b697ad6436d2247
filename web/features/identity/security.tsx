import { SecondFactors } from "#web/features/factors/second-factors.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { ChangeEmail } from "./change-email.tsx";
import { ChangePassword } from "./change-password.tsx";
import { SettingsSection } from "./settings-section.tsx";

/** What lets the person in, and nobody else. */
export function Security() {
  const t = useTexts();
  const words = () => t().account.security;
  usePage(() => ({
    title: words().title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));
  return (
    <>
      <h1 class="mb-6 text-title font-semibold">{words().title}</h1>
      <SecondFactors />
      <SettingsSection title={words().email} level={2} lead={words().emailLead}>
        <ChangeEmail />
      </SettingsSection>
      <SettingsSection title={words().password} level={2} lead={words().passwordLead}>
        <ChangePassword />
      </SettingsSection>
    </>
  );
}
