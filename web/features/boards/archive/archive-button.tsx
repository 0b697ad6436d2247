import IconArchive from "~icons/lucide/archive";
import { useSearchParams } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** Opens the board's archive beside it. */
export function ArchiveButton() {
  const t = useTexts();
  const [, setSearch] = useSearchParams<{ card?: string; archive?: string }>();
  return (
    <IconButton
      icon={IconArchive}
      size="sm"
      label={t().boardCard.archive.open}
      onClick={() => setSearch({ archive: "1", card: undefined })}
    />
  );
}
