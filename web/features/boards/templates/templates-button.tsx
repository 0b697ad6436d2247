import IconTemplate from "~icons/lucide/layout-template";
import { useSearchParams } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** Opens the card templates of the board. */
export function TemplatesButton() {
  const t = useTexts();
  const [, setSearch] = useSearchParams<{ templates?: string }>();
  return (
    <IconButton
      icon={IconTemplate}
      size="sm"
      label={t().cardTemplates.title}
      onClick={() => setSearch({ templates: "1" })}
    />
  );
}
