import { useTexts } from "#web/lib/i18n.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Tag } from "#web/ui/tag.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** Tags of a template: chosen among the board's. Those that the board no longer has are still told. */
export function TemplateTags(props: {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const known = () => [...new Set([...room.tags(), ...props.tags])];
  return (
    <Combobox
      multiple
      label={t().cardTemplates.field.tags}
      placeholder={t().boardScreen.card.addTag}
      options={known()
        .toSorted((a, b) => a.localeCompare(b))
        .map((tag) => ({
          value: tag,
          label: tag,
          mark: () => <Tag label="" color={room.tagColor(tag)} class="w-4.5 px-1!" />,
        }))}
      value={props.tags}
      onChange={(tags) => props.onChange(tags.slice(0, 20))}
    />
  );
}
