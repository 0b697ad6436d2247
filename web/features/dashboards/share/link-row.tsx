import IconCopy from "~icons/lucide/copy";
import IconLock from "~icons/lucide/lock";
import IconUnlocked from "~icons/lucide/lock-open";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import type { LinkView } from "#domain/dashboards/share/model.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { LinkPassword } from "./link-password.tsx";

/** One public link: until when, how often it was opened, its password, its address to copy, and its end. */
export function LinkRow(props: {
  link: LinkView;
  onChanged: (link: LinkView) => void;
  onRevoke: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const people = createPeople();
  const words = () => t().dashboardShare.links;
  const [locking, setLocking] = createSignal(false);
  const locked = () => props.link.passwordSetAt !== null;
  const over = () => {
    const { expiresAt } = props.link;
    return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
  };
  const life = () => {
    const { expiresAt } = props.link;
    if (expiresAt === null) return words().endless;
    return over() ? words().over(f().dateTime(expiresAt)) : words().until(f().dateTime(expiresAt));
  };
  const opened = () => {
    const { opens, openedAt } = props.link;
    return openedAt === null
      ? words().unopened
      : words().opened(opens, f().number(opens), f().moment(openedAt));
  };
  const copy = async () => {
    try {
      const { token } = await api("get /dashboard-links/{id}/token", {
        params: { id: props.link.id },
      });
      await navigator.clipboard.writeText(`${location.origin}/shared#${token}`);
      toasts.show({ text: words().copied, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
  };
  return (
    <li class="flex items-center gap-2 py-2.5">
      <div class="min-w-0 flex-1">
        <p class={over() ? "text-warn" : undefined}>{life()}</p>
        <Show when={locked()}>
          <p class="flex items-center gap-1.5 text-small text-ink-2">
            <Icon of={IconLock} size={12} />
            {words().password.asks}
          </p>
        </Show>
        <p class="text-small text-ink-2">{opened()}</p>
        <p class="truncate text-small text-ink-3">
          {words().by(people.find(props.link.createdBy).name, f().moment(props.link.createdAt))}
        </p>
      </div>
      <Show when={!over()}>
        <Button size="sm" icon={IconCopy} onClick={() => void copy()}>
          {words().copy}
        </Button>
        <IconButton
          size="sm"
          icon={locked() ? IconLock : IconUnlocked}
          label={locked() ? words().password.change : words().password.add}
          onClick={() => setLocking(true)}
        />
      </Show>
      <Show when={locking()}>
        <LinkPassword
          link={props.link}
          onSaved={(link) => props.onChanged(link)}
          onClose={() => setLocking(false)}
        />
      </Show>
      <IconButton
        size="sm"
        icon={IconTrash}
        label={words().revoke}
        onClick={() => props.onRevoke()}
      />
    </li>
  );
}
