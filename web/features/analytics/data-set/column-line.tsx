import { createSignal, Show } from "solid-js";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useFormat } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { Popover } from "#web/ui/popover.tsx";
import { ColumnDetails } from "./column-details.tsx";
import { SparkBars } from "./spark-bars.tsx";

/** One column: its kind, its name, its shape in small, and its profile on a click. */
export function ColumnLine(props: {
  profile: ColumnProfile;
  unit: "€" | "$" | "£" | "%" | undefined;
  /** Puts its name into what is being written, where something is. */
  onInsert?: (() => void) | undefined;
}) {
  const f = useFormat();
  const phone = createMediaQuery("(width < 40rem)");
  const [open, setOpen] = createSignal(false);
  const hint = () => {
    const { distinct, approximate, kind, top, count } = props.profile;
    if (kind === "boolean") {
      const yes = top.find(({ value }) => value === "true")?.count ?? 0;
      return f().percent((yes / Math.max(1, count)) * 10_000);
    }
    return (approximate ? "≈\u00a0" : "") + f().number(distinct);
  };
  return (
    <li>
      <Popover
        label={props.profile.name}
        placement={phone() ? "bottom-start" : "right-start"}
        open={open()}
        onOpenChange={setOpen}
        class="w-72 p-3"
        trigger={(attributes) => (
          <button
            type="button"
            {...attributes}
            class="flex h-7 w-full items-center gap-2 rounded-2 px-2 text-left hover:bg-hover phone:h-11"
          >
            <Icon
              of={columnIcon(props.profile.kind, props.unit)}
              size={14}
              class="shrink-0 text-ink-3"
            />
            <span class="min-w-0 flex-1 truncate">{props.profile.name}</span>
            <Show
              when={props.profile.histogram.length > 0}
              fallback={<span class="num text-small text-ink-3">{hint()}</span>}
            >
              <SparkBars counts={props.profile.histogram.map(({ count }) => count)} />
            </Show>
          </button>
        )}
      >
        <ColumnDetails
          profile={props.profile}
          onInsert={
            props.onInsert &&
            (() => {
              setOpen(false);
              props.onInsert?.();
            })
          }
        />
      </Popover>
    </li>
  );
}
