import IconImport from "~icons/lucide/file-up";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button, type ButtonKind } from "#web/ui/button.tsx";
import { FileInput } from "./file-input.tsx";

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
      <FileInput
        ref={(element) => (input = element)}
        onFile={(file) => props.onFile(file)}
        testId="csv-file"
        several
      />
      <Button kind={props.kind ?? "primary"} icon={IconImport} onClick={() => input?.click()}>
        {props.label ?? t().analytics.importCsv}
      </Button>
    </>
  );
}
