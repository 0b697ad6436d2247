const ACCEPTED =
  ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.ndjson,.jsonl,.parquet,text/csv,text/plain,text/tab-separated-values,application/json";

/** The system's file picker for tables; a button opens it with a click on the input. */
export function FileInput(props: {
  ref: (element: HTMLInputElement) => void;
  onFile: (file: File) => void;
  testId: string;
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
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        event.currentTarget.value = "";
        if (file) props.onFile(file);
      }}
    />
  );
}
