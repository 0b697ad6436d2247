import type { Affected } from "#domain/sources/affected.ts";
import {
  ColumnChangesList,
  type TableChange,
} from "#web/features/analytics/data-set/column-changes.tsx";
import { AffectedList } from "#web/features/sources/affected/affected-list.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";

/** What another reading of a kept file changes, shown before it happens. */
export function ConfirmEdit(props: {
  name: string;
  change: TableChange;
  affected: readonly Affected[];
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const words = () => t().analytics.files;
  return (
    <FormDialog
      title={words().editTitle(props.name)}
      submit={words().editSave}
      onClose={() => props.onClose()}
      onSubmit={() => props.onConfirm()}
    >
      <ColumnChangesList change={props.change} />
      <AffectedList items={props.affected} />
    </FormDialog>
  );
}
