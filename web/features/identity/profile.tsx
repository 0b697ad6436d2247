import { Navigate } from "@solidjs/router";
import { createSignal } from "solid-js";
import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import { api } from "#web/lib/api.ts";
import { useChooseLanguage } from "#web/lib/choose-language.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { LeaveGuard } from "#web/lib/leave-guard.tsx";
import { usePage } from "#web/lib/page.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { useTheme, type Theme } from "#web/lib/theme.ts";
import { Button } from "#web/ui/button.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";
import { SettingsSection } from "./settings-section.tsx";

const person = () => session.me()?.person;

/** `/settings` itself opens the profile. */
export function ToProfile() {
  return <Navigate href="/settings/profile" />;
}

/** The person's own name, language and theme. */
export function Profile() {
  const t = useTexts();
  const toasts = useToasts();
  const speech = useLocale();
  const choose = useChooseLanguage();
  const [theme, setTheme] = useTheme();
  const [typed, setName] = createSignal<string>();
  const name = () => typed() ?? person()?.name ?? "";
  usePage(() => ({
    title: t().identity.profile.title,
    trail: [{ label: t().identity.settings.title, href: "/settings/profile" }],
  }));

  const submit = createSubmit(async (changes: { name: string }) => {
    session.update(await api("patch /auth/me", { body: changes }));
  });
  const rule = useFieldRules(submit.problem);
  const saveName = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(await submit.run({ name: name() }))) return;
    setName(undefined);
    toasts.show({ text: t().identity.profile.saved, tone: "ok" });
  };

  return (
    <SettingsSection title={t().identity.profile.title}>
      <LeaveGuard unsaved={name() !== (person()?.name ?? "")} />
      <form
        novalidate
        class="flex max-w-100 flex-col gap-5"
        onSubmit={(event) => void saveName(event)}
      >
        <TextField
          label={t().identity.profile.name}
          name="name"
          autocomplete="name"
          maxlength={80}
          required
          value={name()}
          onInput={setName}
          error={rule("name")}
        />
        <div class="flex min-w-0 flex-col gap-1">
          <span class="font-medium">{t().identity.profile.email}</span>
          <span class="break-words">{person()?.email}</span>
          <span class="text-small text-ink-3">{t().identity.profile.emailNote}</span>
        </div>
        <div class="flex flex-col items-start gap-1.5">
          <span class="font-medium">{t().identity.profile.language}</span>
          <SegmentedControl<Language>
            label={t().identity.profile.language}
            options={LANGUAGES.map((value) => ({ value, label: t().ui.language[value] }))}
            value={speech.language()}
            onChange={choose}
          />
        </div>
        <div class="flex flex-col items-start gap-1.5">
          <span class="font-medium">{t().identity.profile.theme}</span>
          <SegmentedControl<Theme>
            label={t().identity.profile.theme}
            options={(["system", "light", "dark"] as const).map((value) => ({
              value,
              label: t().ui.theme[value],
            }))}
            value={theme()}
            onChange={setTheme}
          />
          <span class="text-small text-ink-3">{t().identity.profile.themeNote}</span>
        </div>
        <FormProblem problem={submit.problem()} />
        <div>
          <Button
            type="submit"
            kind="primary"
            loading={submit.pending()}
            disabled={name().trim() === "" || name() === person()?.name}
          >
            {t().ui.save}
          </Button>
        </div>
      </form>
    </SettingsSection>
  );
}
