import IconAccess from "~icons/lucide/eye";
import IconChanges from "~icons/lucide/scroll-text";
import IconSignIns from "~icons/lucide/fingerprint";
import IconRetention from "~icons/lucide/timer-reset";
import IconVerify from "~icons/lucide/shield-check";
import { useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { Tabs } from "#web/ui/tabs.tsx";
import { AccessRow } from "./access-row.tsx";
import { BARE, readAddress, type LogFilter } from "./address.ts";
import { AuditRow } from "./audit-row.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { LogList } from "./log-list.tsx";
import { accessQuery, auditQuery, signInsQuery } from "./queries.ts";
import { RetentionDialog } from "./retention-dialog.tsx";
import { SignInRow } from "./sign-in-row.tsx";
import { VerificationResult } from "./verification-result.tsx";
import { createVerification } from "./verify-log.ts";

/** What an event of these topics tells of has left an audit row. */
const TOPICS = ["clients", "boards", "tasks", "members", "audit", "webhooks"] as const;
const SETTLE_MS = 1_000;
/** A busy firm changes something all the time: the list is read again this often at most. */
const AGAIN_MS = 10_000;

/** Who did what, and who read what is sensitive: filtered by the address, verified and exported by button. */
export function AuditPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const [params, setParams] = useSearchParams();
  const [retention, setRetention] = createSignal(false);
  const phone = createMediaQuery("(width < 40rem)");
  const verification = createVerification();
  const address = createMemo(
    () => readAddress(params as Readonly<Record<string, string | undefined>>),
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  /** The log that this reader may take out. */
  const exported = () => {
    const { tab } = address();
    return tab !== "access" && session.can("audit.export") ? tab : undefined;
  };
  usePage(() => ({ title: t().audit.title }));
  onCleanup(() => verification.dismiss());

  let settling: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const follow = () => {
    clearTimeout(settling);
    const delay = Math.max(SETTLE_MS, readAt + AGAIN_MS - Date.now());
    settling = setTimeout(() => {
      readAt = Date.now();
      void queries.invalidateQueries({ queryKey: ["audit", "list"] });
      void queries.invalidateQueries({ queryKey: ["audit", "actors"] });
    }, delay);
  };
  for (const topic of TOPICS) onLive(topic, follow);
  onCleanup(() => clearTimeout(settling));

  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{t().audit.title}</h1>
      <PageActions>
        <Show when={!phone() && exported()}>
          {(tab) => <ExportMenu tab={tab()} filter={address().filter} />}
        </Show>
        <Show when={!phone() && address().tab === "audit"}>
          <Button
            kind="primary"
            icon={IconVerify}
            loading={verification.running()}
            onClick={() => void verification.run()}
          >
            {t().audit.verify.action}
          </Button>
        </Show>
      </PageActions>
      <div class="flex h-bar shrink-0 items-center gap-2 border-b border-line px-3 phone:h-14">
        <Tabs
          label={t().audit.tabs.label}
          class="min-w-0 flex-1"
          value={address().tab}
          onChange={(tab) => setParams({ ...BARE, tab: tab === "audit" ? undefined : tab })}
          tabs={[
            {
              value: "audit",
              label: t().audit.tabs.audit,
              ...(phone() ? {} : { icon: IconChanges }),
            },
            {
              value: "access",
              label: t().audit.tabs.access,
              ...(phone() ? {} : { icon: IconAccess }),
            },
            {
              value: "sign-ins",
              label: t().audit.tabs.signIns,
              ...(phone() ? {} : { icon: IconSignIns }),
            },
          ]}
        />
        {/* On a phone a floating button would lie over the times of the rows. */}
        <Show when={phone() && address().tab === "audit"}>
          <IconButton
            icon={IconVerify}
            label={t().audit.verify.action}
            disabled={verification.running()}
            onClick={() => void verification.run()}
          />
        </Show>
        <Show when={phone() && exported()}>
          {(tab) => <ExportMenu tab={tab()} filter={address().filter} small />}
        </Show>
        <IconButton
          icon={IconRetention}
          label={t().audit.retention.title}
          onClick={() => setRetention(true)}
        />
      </div>
      <VerificationResult of={verification} />
      <FilterBar tab={address().tab} filter={address().filter} />
      <div class="min-h-0 flex-1 overflow-y-auto bg-surface phone:pb-4">
        <Switch>
          <Match when={address().tab === "audit"}>
            <AuditLog filter={address().filter} />
          </Match>
          <Match when={address().tab === "access"}>
            <AccessLog filter={address().filter} />
          </Match>
          <Match when={address().tab === "sign-ins"}>
            <SignInLog filter={address().filter} />
          </Match>
        </Switch>
      </div>
      <Show when={retention()}>
        <RetentionDialog onClose={() => setRetention(false)} />
      </Show>
    </div>
  );
}

function AuditLog(props: { filter: LogFilter }) {
  const t = useTexts();
  const log = useInfiniteQuery(() => auditQuery(props.filter));
  return (
    <LogList
      query={log}
      narrowed={Object.keys(props.filter).length > 0}
      empty={{ title: t().audit.empty.title, body: t().audit.empty.body }}
    >
      {(entry) => <AuditRow entry={entry()} record={props.filter.record} />}
    </LogList>
  );
}

function AccessLog(props: { filter: LogFilter }) {
  const t = useTexts();
  const log = useInfiniteQuery(() => accessQuery(props.filter));
  return (
    <LogList
      query={log}
      narrowed={Object.keys(props.filter).length > 0}
      empty={{ title: t().audit.empty.access, body: t().audit.empty.accessBody }}
    >
      {(entry) => <AccessRow entry={entry()} />}
    </LogList>
  );
}

function SignInLog(props: { filter: LogFilter }) {
  const t = useTexts();
  const log = useInfiniteQuery(() => signInsQuery(props.filter));
  return (
    <>
      <p class="border-b border-line px-4 py-2 text-small text-ink-3">{t().audit.signIns.lead}</p>
      <LogList
        query={log}
        narrowed={Object.keys(props.filter).length > 0}
        empty={{ title: t().audit.empty.signIns, body: t().audit.empty.signInsBody }}
      >
        {(entry) => <SignInRow entry={entry()} />}
      </LogList>
    </>
  );
}
