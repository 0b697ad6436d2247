import IconClock from "~icons/lucide/clock";
import IconOff from "~icons/lucide/circle-off";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Permission } from "#domain/permissions.ts";
import type { Token } from "#domain/tokens/model.ts";
import { ConfirmDialog } from "#web/features/factors/confirm-dialog.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { StatusChip } from "#web/ui/chip.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { stateOf, type TokenState } from "./life.ts";

const TONES = { over: "bad", idle: "neutral", soon: "warn" } as const;
const ICONS = { over: IconOff, idle: IconOff, soon: IconClock };

/** One token: what it may do, when it was used and when it ends, and the way to revoke it. */
export function TokenRow(props: { token: Token; showOwner?: boolean }) {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const say = useProblemText();
  const queries = useQueryClient();
  const words = () => t().tokens.row;
  const [asking, setAsking] = createSignal(false);
  const state = (): TokenState => stateOf(props.token, Date.now());
  const over = () => state() === "over";
  const noted = () => {
    const now = state();
    return now === "fine" ? undefined : now;
  };

  const names = (keys: readonly string[]) =>
    keys.map((key) => t().identity.rights[key as Permission] ?? key).join(" · ");
  const held = () => props.token.permissions.filter((key) => !props.token.withheld.includes(key));
  const use = () => {
    const { usedAt, usedFrom } = props.token;
    if (usedAt === null) return words().neverUsed;
    const moment = f().moment(usedAt);
    return usedFrom === null ? words().used(moment) : words().usedFrom(moment, usedFrom);
  };
  const facts = () => {
    const { expiresAt, hint, owner } = props.token;
    const end = f().moment(expiresAt);
    return [
      ...(props.showOwner ? [words().of(owner.name)] : []),
      words().ending(hint),
      use(),
      over() ? words().ended(end) : words().ends(end),
    ].join(" · ");
  };
  const revoke = async (done: string) => {
    await api("delete /tokens/{id}", { params: { id: props.token.id } });
    toasts.show({ text: done, tone: "ok" });
    void queries.invalidateQueries({ queryKey: ["tokens"] });
  };
  // Nothing is lost with a token that opens nothing any more.
  const drop = () =>
    revoke(t().tokens.revoke.dropped(props.token.name)).catch((error: unknown) =>
      toasts.show({ text: say(error), tone: "bad" }),
    );

  return (
    <li class="flex min-h-12 items-start gap-3 px-4 py-2.5 phone:flex-col phone:items-stretch">
      <div class="min-w-0 flex-1">
        <p class="flex flex-wrap items-center gap-2 font-medium">
          <span class="min-w-0 break-words">{props.token.name}</span>
          <Show when={noted()}>
            {(now) => (
              <StatusChip tone={TONES[now()]} icon={ICONS[now()]}>
                {words()[now()]}
              </StatusChip>
            )}
          </Show>
        </p>
        <p class="break-words text-small text-ink-3">{facts()}</p>
        <Show when={held().length > 0}>
          <p class="text-small text-ink-2">{names(held())}</p>
        </Show>
        <Show when={props.token.withheld.length > 0}>
          <p class="text-small text-ink-3">{words().withheld(names(props.token.withheld))}</p>
        </Show>
      </div>
      <Show
        when={over()}
        fallback={
          <Button
            kind="danger"
            size="sm"
            aria-label={words().revokeNamed(props.token.name)}
            onClick={() => setAsking(true)}
          >
            {words().revoke}
          </Button>
        }
      >
        <Button
          size="sm"
          aria-label={words().dropNamed(props.token.name)}
          onClick={() => void drop()}
        >
          {words().drop}
        </Button>
      </Show>
      <Show when={asking()}>
        <ConfirmDialog
          title={t().tokens.revoke.title(props.token.name)}
          body={t().tokens.revoke.body}
          label={words().revoke}
          work={() => revoke(t().tokens.revoke.done(props.token.name))}
          onClose={() => setAsking(false)}
        />
      </Show>
    </li>
  );
}
