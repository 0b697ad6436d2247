import IconAdd from "~icons/lucide/user-plus";
import IconDelete from "~icons/lucide/trash-2";
import IconMore from "~icons/lucide/ellipsis";
import IconRename from "~icons/lucide/pencil";
import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Division } from "#domain/divisions/model.ts";
import type { Member } from "#domain/members/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AddToDivision } from "./add-to-division.tsx";
import { DeleteDivision } from "./delete-division.tsx";
import { DivisionDialog } from "./division-dialog.tsx";
import { DivisionMemberRow } from "./division-member-row.tsx";
import { RowList, SettingsSection } from "./settings-section.tsx";

/** One division: its name, its people with their roles there, and the ways to change them. */
export function DivisionSection(props: {
  division: Division;
  /** Every member of the organization. */
  people: readonly Member[];
}) {
  const t = useTexts();
  const words = () => t().company.divisions;
  const [asking, setAsking] = createSignal<"add" | "rename" | "delete">();
  const close = () => setAsking(undefined);
  const outside = () =>
    props.people.filter(
      ({ userId }) => !props.division.members.some((place) => place.userId === userId),
    );

  return (
    <SettingsSection
      level={2}
      title={props.division.name}
      lead={words().members(props.division.members.length)}
      action={
        <div class="flex items-center gap-1">
          <Show when={props.division.can.members && outside().length > 0}>
            <Button icon={IconAdd} onClick={() => setAsking("add")}>
              {words().add}
            </Button>
          </Show>
          <Show when={props.division.can.edit}>
            <DropdownMenu
              placement="bottom-end"
              items={[
                { label: words().rename, icon: IconRename, onSelect: () => setAsking("rename") },
                {
                  label: words().delete,
                  icon: IconDelete,
                  danger: true,
                  onSelect: () => setAsking("delete"),
                },
              ]}
              trigger={(attributes) => (
                <IconButton
                  {...attributes}
                  icon={IconMore}
                  label={words().actions(props.division.name)}
                  quiet
                />
              )}
            />
          </Show>
        </div>
      }
    >
      <Show when={props.division.members.length > 0}>
        <RowList label={props.division.name}>
          <For each={props.division.members}>
            {(place) => <DivisionMemberRow division={props.division} place={place} />}
          </For>
        </RowList>
      </Show>
      <Switch>
        <Match when={asking() === "add"}>
          <AddToDivision division={props.division} people={outside()} onClose={close} />
        </Match>
        <Match when={asking() === "rename"}>
          <DivisionDialog division={props.division} onClose={close} />
        </Match>
        <Match when={asking() === "delete"}>
          <DeleteDivision division={props.division} onClose={close} />
        </Match>
      </Switch>
    </SettingsSection>
  );
}
