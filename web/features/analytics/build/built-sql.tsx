import IconSql from "~icons/lucide/square-terminal";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";

/** The SQL that the steps mean, on demand, and the way to go on in it. */
export function BuiltSql(props: { sql: string; onOpen: (sql: string) => void }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.sql;
  return (
    <div class="flex flex-col gap-2 px-4 py-3">
      <details>
        <summary class="touch-target w-fit rounded-2 text-small font-semibold text-ink-2">
          {words().title}
        </summary>
        <div class="mt-2 flex items-start gap-1 rounded-card border border-line bg-canvas">
          <pre
            class="min-w-0 flex-1 overflow-x-auto whitespace-pre-wrap px-3 py-2 font-mono text-small"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
            tabindex={0}
            role="region"
            aria-label={words().title}
          >
            {props.sql}
          </pre>
          <CopyButton text={props.sql} />
        </div>
      </details>
      <Button
        size="sm"
        class="self-start"
        icon={IconSql}
        disabled={props.sql === ""}
        onClick={() => props.onOpen(props.sql)}
      >
        {words().open}
      </Button>
    </div>
  );
}
