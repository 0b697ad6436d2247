import { useTexts } from "#web/lib/i18n.tsx";
import { For, Show } from "solid-js";
import { cx } from "./cx.ts";
import { initials, personColor, personFill } from "./person.ts";

const SIZES = {
  20: "size-5 text-[0.5625rem]",
  24: "size-6 text-[0.625rem]",
  28: "size-7 text-micro",
  36: "size-9 text-small",
};

export type Person = { id: string; name: string; presence?: "online" | "away" | undefined };

/**
 * A person: white initials on their one colour, with a ring when it is oneself. The name is the accessible name unless it is
 * written next to it (`decorative`).
 */
export function Avatar(props: {
  person: Person;
  size?: keyof typeof SIZES | undefined;
  self?: boolean | undefined;
  decorative?: boolean | undefined;
  class?: string | undefined;
}) {
  const t = useTexts();
  const name = () => {
    const presence = props.person.presence;
    const who = props.self ? t().ui.people.self(props.person.name) : props.person.name;
    return presence ? `${who}, ${t().ui.presence[presence]}` : who;
  };
  return (
    <span
      role={props.decorative ? undefined : "img"}
      aria-label={props.decorative ? undefined : name()}
      aria-hidden={props.decorative ? "true" : undefined}
      title={props.decorative ? undefined : name()}
      class={cx(
        "relative inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold text-white",
        SIZES[props.size ?? 20],
        personFill[personColor(props.person.id)],
        props.self && "outline-1 -outline-offset-[2.5px] outline-white",
        props.class,
      )}
    >
      {initials(props.person.name)}
      <Show when={props.person.presence}>
        {(presence) => (
          <PresenceDot presence={presence()} class="absolute -bottom-0.5 -right-0.5" />
        )}
      </Show>
    </span>
  );
}

/** Chartreuse for "here, now"; a hollow ring for away. */
export function PresenceDot(props: { presence: "online" | "away"; class?: string }) {
  return (
    <span
      class={cx(
        "box-content size-1.5 rounded-full border ring-[1.5px] ring-surface",
        props.presence === "online"
          ? "border-signal-edge bg-signal"
          : "border-[1.5px] border-ink-3 bg-surface",
        props.class,
      )}
    />
  );
}

/** People side by side, never overlapped, so that initials stay readable; the rest as a count. */
export function AvatarStack(props: {
  people: readonly Person[];
  max?: number;
  size?: keyof typeof SIZES;
}) {
  const t = useTexts();
  const max = () => props.max ?? 4;
  const hidden = () => Math.max(0, props.people.length - max());
  return (
    <span class={cx("inline-flex items-center", (props.size ?? 20) > 20 ? "gap-1.5" : "gap-0.5")}>
      <For each={props.people.slice(0, max())}>
        {(person) => <Avatar person={person} size={props.size} />}
      </For>
      <Show when={hidden() > 0}>
        <span class="num px-0.5 text-small text-ink-3">
          <span aria-hidden="true">+{hidden()}</span>
          <span class="sr-only">{t().ui.people.more(hidden())}</span>
        </span>
      </Show>
    </span>
  );
}
