import IconEdit from "~icons/lucide/pencil";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Role } from "#domain/members/model.ts";
import { PERMISSIONS, type Permission } from "#domain/permissions.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { RightBox } from "./right-box.tsx";
import type { RightEdits } from "./right-edits.ts";
import { RIGHT_GROUPS, useFeatureName } from "./right-groups.ts";
import { useRoleName } from "./role-name.ts";

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Rights down, roles across. One Tab stop; arrows go to the next box that can be changed. Heads stay in view. */
export function RoleMatrix(props: {
  roles: readonly Role[];
  edits: RightEdits;
  onEdit: (role: Role) => void;
}) {
  const t = useTexts();
  const roleName = useRoleName();
  const featureName = useFeatureName();
  const [at, setAt] = createSignal<{ role: string; right: Permission }>();
  let table!: HTMLTableElement;
  // Where every role has its room the page scrolls, else the table does in both directions.
  const wide = createMemo(() => createMediaQuery(`(width >= ${480 + 144 * props.roles.length}px)`));

  const isStop = (role: Role, right: Permission) => {
    const place = at();
    if (place) return place.role === role.id && place.right === right;
    const first = props.roles.find((one) =>
      PERMISSIONS.some((key) => props.edits.isOpen(one, key)),
    );
    const key = first && PERMISSIONS.find((one) => props.edits.isOpen(first, one));
    return first?.id === role.id && key === right;
  };
  const boxAt = (row: number, column: number) =>
    table.querySelector<HTMLInputElement>(`td[data-cell="${row}:${column}"] input`);
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td[data-cell]");
    if (!step || !cell) return;
    event.preventDefault();
    const [rows, columns] = step;
    let [row = 0, column = 0] = (cell.dataset["cell"] ?? "").split(":").map(Number);
    do {
      row += rows;
      column += columns;
      const box = boxAt(row, column);
      if (box) return box.focus();
    } while (PERMISSIONS[row] !== undefined && props.roles[column] !== undefined);
  };

  return (
    <section
      aria-label={t().company.matrix.label}
      // Without a box to stop at, the keyboard scrolls the region itself.
      tabIndex={props.roles.some((role) => role.can.edit) ? undefined : 0}
      class={cx(
        "rounded-3 border border-line",
        wide()() ? "overflow-clip" : "max-h-[calc(100dvh-17rem)] overflow-auto",
      )}
    >
      {/* Keys of the boxes, heard once for all of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table
        ref={table}
        class="w-full border-separate border-spacing-0"
        onKeyDown={move}
        onFocusIn={(event) => {
          const place = event.target.closest<HTMLElement>("td[data-cell]")?.dataset;
          const role = place?.["role"];
          if (role) setAt({ role, right: place["right"] as Permission });
        }}
      >
        <thead>
          <tr>
            <th
              scope="col"
              class="sticky left-0 top-0 z-20 border-b border-line bg-canvas px-4 py-2 text-left text-small font-medium text-ink-3"
            >
              {t().company.matrix.right}
            </th>
            <For each={props.roles}>
              {(role) => (
                <th
                  scope="col"
                  class="sticky top-0 z-10 min-w-24 max-w-36 border-b border-line bg-canvas px-2 py-2 text-center align-bottom"
                >
                  <span class="flex items-center justify-center gap-0.5 font-medium">
                    <span class="truncate" title={roleName(role)}>
                      {roleName(role)}
                    </span>
                    <Show when={role.can.edit}>
                      <IconButton
                        icon={IconEdit}
                        size="sm"
                        quiet
                        label={t().identity.roles.edit(roleName(role))}
                        onClick={() => props.onEdit(role)}
                      />
                    </Show>
                  </span>
                  <span class="num block whitespace-nowrap text-small font-normal text-ink-3">
                    {t().identity.roles.holders(role.members)}
                  </span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <For each={RIGHT_GROUPS}>
          {([feature, keys]) => (
            <tbody>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={props.roles.length + 1}
                  class="border-b border-line bg-sunken px-4 py-1.5 text-left text-small font-medium text-ink-2"
                >
                  <span class="sticky left-4">{featureName(feature)}</span>
                </th>
              </tr>
              <For each={keys}>
                {(right) => (
                  <tr class="group">
                    <th
                      scope="row"
                      class="sticky left-0 z-10 min-w-56 border-b border-line bg-surface px-4 py-2 text-left font-normal group-hover:bg-hover"
                    >
                      {t().identity.rights[right]}
                    </th>
                    <For each={props.roles}>
                      {(role, column) => (
                        <td
                          data-cell={`${PERMISSIONS.indexOf(right)}:${column()}`}
                          data-role={role.id}
                          data-right={right}
                          class={cx(
                            "border-b border-line px-2 text-center text-ink-3",
                            props.edits.isChanged(role, right)
                              ? "bg-accent-soft"
                              : "group-hover:bg-hover",
                          )}
                        >
                          <span class="inline-flex items-center justify-center align-middle">
                            <RightBox
                              role={role}
                              right={right}
                              edits={props.edits}
                              tabIndex={isStop(role, right) ? 0 : -1}
                            />
                          </span>
                        </td>
                      )}
                    </For>
                  </tr>
                )}
              </For>
            </tbody>
          )}
        </For>
      </table>
    </section>
  );
}
