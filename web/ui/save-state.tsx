import IconCheck from "~icons/lucide/cloud-check";
import IconOff from "~icons/lucide/cloud-off";
import IconConflict from "~icons/lucide/git-compare-arrows";
import IconFailed from "~icons/lucide/octagon-alert";
import IconSaving from "~icons/lucide/refresh-cw";
import { useTexts } from "#web/lib/i18n.tsx";
import { Show } from "solid-js";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

export type SaveStatus = "saved" | "saving" | "offline" | "conflict" | "failed";

const LOOK = {
  saved: { icon: IconCheck, class: "text-ink-3" },
  saving: { icon: IconSaving, class: "text-ink-3" },
  offline: { icon: IconOff, class: "text-warn font-medium" },
  conflict: { icon: IconConflict, class: "text-bad font-medium" },
  failed: { icon: IconFailed, class: "text-bad font-medium" },
};

/** The quiet word in the top bar: everything is kept, or what is not yet. With `onOpen` it opens the list of them. */
export function SaveState(props: {
  status: SaveStatus;
  count?: number | undefined;
  onOpen?: (() => void) | undefined;
}) {
  const t = useTexts();
  const words = () => {
    const said = t().ui.saveState;
    const count = props.count ?? 0;
    if (props.status === "saved") return said.saved;
    if (props.status === "failed") return said.failed;
    return said[props.status](count);
  };
  const inside = () => (
    <>
      <Icon
        of={LOOK[props.status].icon}
        size={14}
        class={props.status === "saving" ? "animate-spin" : undefined}
      />
      <span class="phone:sr-only">{words()}</span>
    </>
  );
  const look = () =>
    cx("inline-flex h-7 items-center gap-1.5 text-small", LOOK[props.status].class);
  return (
    <span role="status">
      <Show when={props.onOpen} fallback={<span class={look()}>{inside()}</span>}>
        {(open) => (
          <button
            type="button"
            class={cx(look(), "touch-target -mx-1.5 rounded-2 px-1.5 hover:bg-hover")}
            onClick={() => open()()}
          >
            {inside()}
          </button>
        )}
      </Show>
    </span>
  );
}
