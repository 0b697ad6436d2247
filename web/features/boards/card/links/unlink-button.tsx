import IconX from "~icons/lucide/x";
import { IconButton } from "#web/ui/icon-button.tsx";

/** Ends a link: at the end of its row (`group/link`), in sight under the pointer, with the focus, and always on touch. */
export function UnlinkButton(props: { label: string; onClick: () => void }) {
  return (
    <span class="opacity-0 group-focus-within/link:opacity-100 group-hover/link:opacity-100 coarse:opacity-100">
      <IconButton icon={IconX} size="sm" label={props.label} onClick={() => props.onClick()} />
    </span>
  );
}
