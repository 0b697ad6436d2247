import IconChevron from "~icons/lucide/chevron-right";
import IconSystem from "~icons/lucide/shield-check";
import { createSignal, createUniqueId, Show, type JSX } from "solid-js";
import type { AuditEntry } from "#domain/audit/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { stepRows } from "./step-rows.ts";

type Actor = AuditEntry["actor"];

/** What acts without being a person of the organization says so beside its name. */
const MARKED: ReadonlySet<Actor["kind"]> = new Set(["token", "service", "support"]);

/** Who acted, under the name of then; what is no person says what it is. */
function Author(props: { actor: Actor }) {
  const t = useTexts();
  const name = () => props.actor.name || t().audit.system;
  return (
    <span class="flex min-w-0 items-center gap-2">
      <Show
        when={props.actor.kind !== "system"}
        fallback={<Icon of={IconSystem} class="mx-0.5 shrink-0 text-ink-3" />}
      >
        <Avatar
          person={{ id: props.actor.id, name: name() }}
          self={props.actor.id === session.me()?.person.id}
          decorative
        />
      </Show>
      <span class="truncate">{name()}</span>
      <Show when={MARKED.has(props.actor.kind)}>
        <Chip>{t().audit.kinds[props.actor.kind]}</Chip>
      </Show>
    </span>
  );
}

/** One row of a log: when, who, what; opens to its details by a click anywhere, Enter or Space. */
export function LogRow(props: {
  entry: { id: number | string; at: string; actor: Actor };
  label: string;
  children: JSX.Element;
  details: () => JSX.Element;
}) {
  const f = useFormat();
  const [open, setOpen] = createSignal(false);
  const id = createUniqueId();
  return (
    <li class={cx("border-b border-line", open() && "bg-canvas")}>
      <div class="relative grid min-h-row grid-cols-[24px_64px_minmax(120px,200px)_minmax(0,1fr)] items-center gap-x-3 px-3 py-1 hover:bg-hover phone:grid-cols-[32px_minmax(0,1fr)_auto] phone:gap-y-0.5 phone:py-2">
        <button
          type="button"
          data-row-toggle
          aria-expanded={open()}
          aria-controls={open() ? id : undefined}
          aria-label={props.label}
          onClick={() => setOpen(!open())}
          onKeyDown={stepRows}
          // Its hit area is the whole row; links stand above it.
          class="flex size-6 after:absolute after:inset-0 items-center justify-center rounded-1 text-ink-3 hover:text-ink phone:row-span-2 phone:size-8"
        >
          <Icon
            of={IconChevron}
            size={14}
            class={cx("transition-transform duration-fast", open() && "rotate-90")}
          />
        </button>
        <time
          datetime={props.entry.at}
          class="num text-small text-ink-3 phone:col-start-3 phone:row-start-2"
        >
          {f().time(props.entry.at)}
        </time>
        <span class="min-w-0 phone:col-start-2 phone:row-start-2 phone:text-small phone:text-ink-2">
          <Author actor={props.entry.actor} />
        </span>
        <span class="flex min-w-0 items-center gap-2 phone:col-span-2 phone:col-start-2 phone:row-start-1">
          {props.children}
        </span>
      </div>
      <Show when={open()}>
        <div id={id} class="pb-4 pl-12 pr-4 pt-1 phone:pl-11">
          {props.details()}
        </div>
      </Show>
    </li>
  );
}
