import IconMail from "~icons/lucide/mail";
import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { Banner } from "#web/ui/banner.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useFreshPerson } from "./fresh-person.ts";

/** The address that waits. What this device kept of a person may be older than the field. */
const waiting = () => {
  const person = session.me()?.person;
  return person?.emailVerified === false ? person.email : undefined;
};

/** One line while the person's address is not confirmed. Coming back to the page after the mailbox is enough to end it. */
export function UnverifiedBanner() {
  return <Show when={waiting()}>{(address) => <Unverified email={address()} />}</Show>;
}

function Unverified(props: { email: string }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const [pending, setPending] = createSignal(false);
  useFreshPerson();

  const again = async () => {
    setPending(true);
    try {
      await api("post /auth/email/verification", { quiet: true });
      toasts.show({ text: t().account.banner.sent, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    } finally {
      setPending(false);
    }
  };
  return (
    <Banner
      tone="accent"
      icon={IconMail}
      title={t().account.banner.title}
      action={
        <TextButton disabled={pending()} onClick={() => void again()}>
          {t().account.banner.again}
        </TextButton>
      }
    >
      {t().account.banner.body(props.email)}
    </Banner>
  );
}
