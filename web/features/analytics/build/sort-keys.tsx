import IconDown from "~icons/lucide/arrow-down";
import IconUp from "~icons/lucide/arrow-up";
import { createMemo, createSignal, Index, Match, Show, Switch } from "solid-js";
import { resultNames } from "#domain/analytics/builder/compile.ts";
import type { SortKey } from "#domain/analytics/builder/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refKey, refOf } from "./build-table.ts";
import { StepChips } from "./step.tsx";

/** As many as a question may have. */
const MOST = 4;

const keyOf = ({ by }: SortKey): string =>
  by.type === "column" ? refKey(by.column) : `${by.type} ${by.at}`;

/** What rows are sorted by: the first key first, then the next among those that are equal. */
export function SortKeys(props: { build: Build }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.order;
  const [open, setOpen] = createSignal<number | "new">();
  const query = () => props.build.query();
  const sort = () => query().sort;
  const plain = () => query().groups.length === 0 && query().measures.length === 0;
  const options = createMemo(() => {
    if (plain()) return columnOptions(props.build.columns());
    const names = resultNames(query());
    return [
      ...names.measures.map((label, at) => ({ value: `measure ${at}`, label })),
      ...names.groups.map((label, at) => ({ value: `group ${at}`, label })),
    ];
  });
  const free = () => options().filter(({ value }) => !sort().some((key) => keyOf(key) === value));
  const labelOf = (key: SortKey): string =>
    options().find(({ value }) => value === keyOf(key))?.label ?? "";
  /** Keys that speak of what the question still has. */
  const keys = () => sort().filter((key) => labelOf(key) !== "");
  const put = (next: readonly SortKey[]) => props.build.patch({ sort: [...next] });
  const add = (value: string): void => {
    const [type = "", at] = value.split(" ");
    const by: SortKey["by"] =
      type === "measure" || type === "group"
        ? { type, at: Number(at) }
        : { type: "column", column: refOf(value) };
    put([...keys(), { by, descending: type === "measure" }]);
    setOpen(undefined);
  };
  const at = () => {
    const now = open();
    return typeof now === "number" ? now : undefined;
  };
  const wayOf = ({ descending }: SortKey): string => (descending ? words().down : words().up);
  return (
    <>
      <StepChips
        label={words().by}
        add={keys().length < MOST && free().length > 0 ? words().add : undefined}
        onAdd={() => setOpen("new")}
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
        chips={
          <Index each={keys()}>
            {(key, place) => (
              <FilterChip
                icon={key().descending ? IconDown : IconUp}
                field={place > 0 ? words().afterwards : ""}
                value={labelOf(key())}
                aria-label={words().edit(
                  `${place > 0 ? `${words().afterwards} ` : ""}${labelOf(key())}`,
                  wayOf(key()),
                )}
                removeLabel={t().analyticsBuild.remove(labelOf(key()))}
                onClick={() => setOpen(place)}
                onRemove={() => put(keys().filter((_, own) => own !== place))}
              />
            )}
          </Index>
        }
      >
        <Switch>
          <Match when={open() === "new"}>
            <ComboboxList label={words().by} options={free()} chosen={[]} onToggle={add} />
          </Match>
          <Match when={keys()[at() ?? -1]}>
            {(key) => (
              <div class="flex flex-col gap-3 p-3">
                <p class="truncate font-medium">{labelOf(key())}</p>
                <SegmentedControl
                  label={words().ways}
                  class="self-start"
                  value={key().descending ? "down" : "up"}
                  onChange={(way) =>
                    put(
                      keys().map((one, own) =>
                        own === at() ? { ...one, descending: way === "down" } : one,
                      ),
                    )
                  }
                  options={[
                    { value: "up", label: words().up, icon: IconUp },
                    { value: "down", label: words().down, icon: IconDown },
                  ]}
                />
                <Show when={(at() ?? 0) > 0}>
                  <Button
                    size="sm"
                    class="self-start"
                    onClick={() => {
                      const own = at() ?? 0;
                      put(
                        keys()
                          .toSpliced(own, 1)
                          .toSpliced(own - 1, 0, key()),
                      );
                      setOpen(own - 1);
                    }}
                  >
                    {words().earlier}
                  </Button>
                </Show>
              </div>
            )}
          </Match>
        </Switch>
      </StepChips>
      <Show when={keys().length === 0}>
        <p class="text-small text-ink-3">{plain() ? words().asRead : words().usual}</p>
      </Show>
    </>
  );
}
