import IconExport from "~icons/lucide/download";
import { Show } from "solid-js";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { LogFilter, LogTab } from "./address.ts";
import { downloadAudit, downloadSignIns } from "./download.ts";

/** Takes the rows of the filter out of the house; `small` is its phone form. */
export function ExportMenu(props: {
  tab: Exclude<LogTab, "access">;
  filter: LogFilter;
  small?: boolean;
}) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const { language } = useLocale();
  const exporting = createSubmit((format: "csv" | "json") =>
    props.tab === "audit"
      ? downloadAudit(props.filter, format, language())
      : downloadSignIns(props.filter, language()),
  );
  const download = async (format: "csv" | "json") => {
    const done = await exporting.run(format);
    toasts.show(
      done
        ? { text: t().audit.export.done, tone: "ok" }
        : { text: say(exporting.problem()), tone: "bad" },
    );
  };
  return (
    <DropdownMenu
      placement="bottom-end"
      items={[
        { label: t().audit.export.csv, onSelect: () => void download("csv") },
        ...(props.tab === "audit"
          ? [{ label: t().audit.export.json, onSelect: () => void download("json") }]
          : []),
      ]}
      trigger={(attributes) => (
        <Show
          when={props.small}
          fallback={
            <Button {...attributes} icon={IconExport} loading={exporting.pending()}>
              {t().audit.export.label}
            </Button>
          }
        >
          <IconButton {...attributes} icon={IconExport} label={t().audit.export.label} quiet />
        </Show>
      )}
    />
  );
}
