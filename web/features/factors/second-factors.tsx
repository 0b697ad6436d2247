import IconCodes from "~icons/lucide/life-buoy";
import IconPhone from "~icons/lucide/smartphone";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Match, Show, Switch } from "solid-js";
import type { Factors, Passkey } from "#domain/factors/model.ts";
import { sessionsQuery } from "#web/features/identity/queries.ts";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { FactorRow } from "./factor-row.tsx";
import { PasskeyDialog } from "./passkey-dialog.tsx";
import { PasskeyRows } from "./passkey-rows.tsx";
import { factorsQuery } from "./queries.ts";
import { RecoveryDialog } from "./recovery-dialog.tsx";
import { TotpDialog } from "./totp-dialog.tsx";

type Open = "totp" | "totp.remove" | "recovery" | "passkey";

/** The person's second factors and recovery codes: what there is, and what can be done about it. */
export function SecondFactors() {
  const t = useTexts();
  const f = useFormat();
  const toasts = useToasts();
  const queries = useQueryClient();
  const factors = useQuery(factorsQuery);
  const [open, setOpen] = createSignal<Open>();
  const [codes, setCodes] = createSignal<readonly string[]>();
  const [leaving, setLeaving] = createSignal<Passkey>();
  const close = () => setOpen(undefined);
  const changed = async () => {
    await queries.invalidateQueries({ queryKey: ["account"] });
    // What the organization demands may be met now, or no longer.
    session.update(await api("get /auth/me"));
  };

  const devices = () => t().identity.devices;
  const endOthers = async () => {
    await api("delete /auth/sessions");
    toasts.show({ text: devices().othersEnded, tone: "ok" });
  };
  /** Says what changed and, where the person is signed in elsewhere too, offers to end that (ASVS 7.4.3). */
  const tell = async (text: string) => {
    const sessions = await queries.fetchQuery(sessionsQuery()).catch(() => undefined);
    const elsewhere = (sessions?.items.length ?? 0) > 1;
    const action = { label: devices().others, onSelect: () => void endOthers() };
    toasts.show({ text, tone: "ok", ...(elsewhere && { action }) });
  };

  const added = (text: string, fresh: readonly string[] | null) => {
    close();
    void changed().then(() => tell(text));
    if (fresh) setCodes(fresh);
  };
  const removeTotp = async () => {
    await api("delete /auth/factors/totp", { quiet: true });
    await changed();
    await tell(t().factors.totp.removed);
  };
  const removePasskey = async (id: string) => {
    await api("delete /auth/passkeys/{id}", { params: { id }, quiet: true });
    await changed();
    await tell(t().factors.passkeys.removed);
  };
  const issue = async () => {
    setCodes((await api("post /auth/factors/recovery-codes", { quiet: true })).codes);
    void changed();
  };
  const recoveryState = (data: Factors) =>
    data.recovery ? t().factors.recovery.left(data.recovery.left) : t().factors.recovery.none;

  return (
    <SettingsSection title={t().factors.title} level={2} lead={t().factors.lead}>
      <QueryView query={factors}>
        {(data) => (
          <RowList label={t().factors.title}>
            <FactorRow
              icon={IconPhone}
              title={t().factors.totp.title}
              state={
                <Show when={data().totp} fallback={t().factors.totp.off}>
                  {(totp) => t().factors.totp.on(f().moment(totp().confirmedAt))}
                </Show>
              }
              action={
                <Show
                  when={data().totp}
                  fallback={<Button onClick={() => setOpen("totp")}>{t().factors.totp.add}</Button>}
                >
                  <Button kind="danger" onClick={() => setOpen("totp.remove")}>
                    {t().factors.totp.remove}
                  </Button>
                </Show>
              }
            />
            <PasskeyRows
              passkeys={data().passkeys}
              onAdd={() => setOpen("passkey")}
              onRemove={setLeaving}
            />
            <FactorRow
              icon={IconCodes}
              title={t().factors.recovery.title}
              state={recoveryState(data())}
              action={
                <Show when={data().recovery}>
                  <Button onClick={() => setOpen("recovery")}>{t().factors.recovery.issue}</Button>
                </Show>
              }
            />
          </RowList>
        )}
      </QueryView>
      <Switch>
        <Match when={open() === "totp"}>
          <TotpDialog onClose={close} onAdded={(fresh) => added(t().factors.totp.added, fresh)} />
        </Match>
        <Match when={open() === "totp.remove"}>
          <ConfirmDialog
            title={t().factors.totp.removeTitle}
            body={t().factors.totp.removeBody}
            label={t().factors.totp.remove}
            work={removeTotp}
            onClose={close}
          />
        </Match>
        <Match when={open() === "passkey"}>
          <PasskeyDialog
            onClose={close}
            onAdded={(fresh) => added(t().factors.passkeys.added, fresh)}
          />
        </Match>
        <Match when={leaving()}>
          {(passkey) => (
            <ConfirmDialog
              title={t().factors.passkeys.removeTitle(passkey().name)}
              body={t().factors.passkeys.removeBody}
              label={t().factors.passkeys.remove}
              work={() => removePasskey(passkey().id)}
              onClose={() => setLeaving(undefined)}
            />
          )}
        </Match>
        <Match when={open() === "recovery"}>
          <ConfirmDialog
            title={t().factors.recovery.issueTitle}
            body={t().factors.recovery.issueBody}
            label={t().factors.recovery.issue}
            work={issue}
            onClose={close}
          />
        </Match>
      </Switch>
      <Show when={codes()}>
        {(shown) => <RecoveryDialog codes={shown()} onClose={() => setCodes(undefined)} />}
      </Show>
    </SettingsSection>
  );
}
