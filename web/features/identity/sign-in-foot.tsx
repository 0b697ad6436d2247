import { useTexts } from "#web/lib/i18n.tsx";

/** For whoever stands before a registration with an account. */
export function SignInFoot() {
  const t = useTexts();
  return (
    <p>
      {t().registering.form.known}{" "}
      <a href="/sign-in" class="font-medium text-accent-ink hover:underline">
        {t().registering.form.signIn}
      </a>
    </p>
  );
}
