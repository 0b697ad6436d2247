import IconCheck from "~icons/lucide/cloud-check";
import IconOff from "~icons/lucide/cloud-off";
import IconConflict from "~icons/lucide/git-compare-arrows";
import IconFailed from "~icons/lucide/octagon-alert";
import IconSaving from "~icons/lucide/refresh-cw";
import { useTexts } from "#web/lib/i18n.tsx";
import { Show, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

export type SaveStatus = "saved" | "saving" | "offline" | "lost" | "failed";

const LOOK = {
  saved: { icon: IconCheck, class: "text-ink-3" },
  saving: { icon: IconSaving, class: "text-ink-3" },
  offline: { icon: IconOff, class: "text-warn font-medium" },
  lost: { icon: IconOff, class: "text-warn font-medium" },
  failed: { icon: IconFailed, class: "text-bad font-medium" },
};

const LINE = "inline-flex h-7 items-center whitespace-nowrap gap-1.5 text-small";

/**
 * The quiet word in the top bar: everything is kept, or what is not yet. Conflicts stand beside it and hide nothing
 * but that all is well; with `onOpen` they open the list of them.
 */
export function SaveState(props: {
  status: SaveStatus;
  /** Changes that the server does not have. */
  count?: number | undefined;
  conflicts?: number | undefined;
  onOpen?: (() => void) | undefined;
}) {
  const t = useTexts();
  const words = () => {
    const said = t().ui.saveState;
    if (props.status === "saved") return said.saved;
    if (props.status === "failed") return said.failed;
    return said[props.status](props.count ?? 0);
  };
  const conflicts = () => props.conflicts ?? 0;
  return (
    <span role="status" class="inline-flex shrink-0 items-center gap-3 phone:gap-2">
      <Show when={conflicts() === 0 || props.status !== "saved"}>
        <span class={cx(LINE, LOOK[props.status].class)}>
          <Icon
            of={LOOK[props.status].icon}
            size={14}
            class={props.status === "saving" ? "animate-spin" : undefined}
          />
          <span class="phone:sr-only">{words()}</span>
        </span>
      </Show>
      <Show when={conflicts() > 0}>
        <Conflicts onOpen={props.onOpen}>
          <Icon of={IconConflict} size={14} />
          <span class="phone:sr-only">{t().ui.saveState.conflict(conflicts())}</span>
        </Conflicts>
      </Show>
    </span>
  );
}

function Conflicts(props: { onOpen: (() => void) | undefined; children: JSX.Element }) {
  const look = "text-bad font-medium";
  return (
    <Show when={props.onOpen} fallback={<span class={cx(LINE, look)}>{props.children}</span>}>
      {(open) => (
        <button
          type="button"
          class={cx(LINE, look, "touch-target -mx-1.5 rounded-2 px-1.5 hover:bg-hover")}
          onClick={() => open()()}
        >
          {props.children}
        </button>
      )}
    </Show>
  );
}
