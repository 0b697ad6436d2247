import IconEdit from "~icons/lucide/list-checks";
import { A } from "@solidjs/router";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** The way to how a file is read and to its cleaning steps. */
export function CleaningLink(props: { dataSet: DataSet }) {
  const t = useTexts();
  return (
    <A href={`/analytics/${props.dataSet.id}/edit`} class={buttonClass()}>
      <Icon of={IconEdit} /> {t().analytics.files.editing}
    </A>
  );
}
