import { waiting } from "#web/features/analytics/current-library.ts";

const ACCEPTED =
  ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.ndjson,.jsonl,.parquet,text/csv,text/plain,text/tab-separated-values,application/json";

/** The system's file picker for tables; a button opens it with a click on the input. */
export function FileInput(props: {
  ref: (element: HTMLInputElement) => void;
  onFile: (file: File) => void;
  testId: string;
  /** Takes several at once: the first is handed on, the others wait. */
  several?: boolean | undefined;
}) {
  return (
    <input
      ref={(element) => props.ref(element)}
      type="file"
      accept={ACCEPTED}
      class="hidden"
      aria-hidden="true"
      tabindex={-1}
      data-testid={props.testId}
      multiple={props.several}
      onChange={(event) => {
        const [first, ...others] = event.currentTarget.files ?? [];
        event.currentTarget.value = "";
        if (first === undefined) return;
        if (props.several) waiting.put(others);
        props.onFile(first);
      }}
    />
  );
}
