import IconFile from "~icons/lucide/file-spreadsheet";
import IconStays from "~icons/lucide/monitor-check";
import { createSignal, For, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import { quoteIdentifier } from "#domain/analytics/sql/quote.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { seconds } from "#web/features/analytics/seconds.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { Popover } from "#web/ui/popover.tsx";
import { ColumnDetails } from "./column-details.tsx";
import { SparkBars } from "./spark-bars.tsx";

/** The file and its columns, each with its shape in small and its profile on a click. */
export function ColumnsPanel(props: { dataSet: DataSet; onInsert: (text: string) => void }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.dataSet;
  return (
    <div class="flex flex-col gap-3 p-3">
      <section
        class="rounded-card border border-accent-line bg-surface p-3"
        aria-label={props.dataSet.fileName}
      >
        <h2 class="flex items-center gap-2 font-semibold">
          <Icon of={IconFile} class="shrink-0 text-accent" />
          <span class="truncate">{props.dataSet.fileName}</span>
        </h2>
        <p class="num mt-1 text-small text-ink-2">
          {words().info(
            props.dataSet.rows,
            f().number(props.dataSet.rows),
            props.dataSet.profiles.length,
            f().number(props.dataSet.profiles.length),
          )}
        </p>
        <Show when={props.dataSet.rejected > 0}>
          <p class="num text-small text-warn">
            {t().analytics.rejects.title(
              props.dataSet.rejected,
              f().number(props.dataSet.rejected),
            )}
          </p>
        </Show>
        <p class="num text-small text-ink-3">
          {words().read(f().bytes(props.dataSet.size), seconds(props.dataSet.ms, f()))}
        </p>
        <p
          class="mt-1.5 flex items-center gap-1.5 text-small text-ok"
          title={t().analytics.staysLong}
        >
          <Icon of={IconStays} size={14} /> {t().analytics.stays}
        </p>
      </section>
      <ul aria-label={words().columns} class="flex flex-col">
        <For each={props.dataSet.profiles}>
          {(profile) => (
            <ColumnLine
              profile={profile}
              unit={props.dataSet.reading.columns.find(({ name }) => name === profile.name)?.unit}
              onInsert={() => props.onInsert(quoteIdentifier(profile.name))}
            />
          )}
        </For>
      </ul>
    </div>
  );
}

function ColumnLine(props: {
  profile: ColumnProfile;
  unit: "€" | "$" | "£" | "%" | undefined;
  onInsert: () => void;
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
          onInsert={() => {
            setOpen(false);
            props.onInsert();
          }}
        />
      </Popover>
    </li>
  );
}
