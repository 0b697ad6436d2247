import { A } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** An address without a board behind it: gone, or another organization's. */
export function MissingBoard() {
  const t = useTexts();
  return (
    <EmptyState
      title={t().boardScreen.missing}
      actions={
        <A href="/boards" class={buttonClass("primary")}>
          {t().boardScreen.backToList}
        </A>
      }
    />
  );
}
