import IconImport from "~icons/lucide/file-up";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button, type ButtonKind } from "#web/ui/button.tsx";

const ACCEPTED =
  ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.ndjson,.jsonl,.parquet,text/csv,text/plain,text/tab-separated-values,application/json";

/** Opens the system's file picker. */
export function FileButton(props: {
  onFile: (file: File) => void;
  kind?: ButtonKind;
  label?: string;
}) {
  const t = useTexts();
  let input: HTMLInputElement | undefined;
  return (
    <>
      <input
        ref={(element) => (input = element)}
        type="file"
        accept={ACCEPTED}
        class="hidden"
        aria-hidden="true"
        tabindex={-1}
        data-testid="csv-file"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) props.onFile(file);
        }}
      />
      <Button kind={props.kind ?? "primary"} icon={IconImport} onClick={() => input?.click()}>
        {props.label ?? t().analytics.importCsv}
      </Button>
    </>
  );
}
