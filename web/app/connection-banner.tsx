import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive } from "#web/lib/live.tsx";
import { isOnline, offlineSince } from "#web/lib/online.ts";
import { readAgain } from "#web/lib/query-cache.ts";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { OfflineBanner } from "#web/ui/offline-banner.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Losses shorter than this are nobody's business. */
const QUIET_MS = 5_000;

/** Says that the network is away and how old the data is; says once that it is back and what came with it. */
export function ConnectionBanner() {
  const t = useTexts();
  const live = useLive();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 10_000);
  onCleanup(() => clearInterval(timer));
  let lostAt: number | null = null;
  // What is read follows the feed: while that is open, all of it is as of now, however long ago it was read.
  const [followedTo, setFollowedTo] = createSignal<number | null>(null);

  createEffect(
    on(live.status, (status, before) => {
      if (before === "open") setFollowedTo(Date.now());
      if (status === "open") return;
      lostAt ??= status === "waiting" ? Date.now() : null;
    }),
  );
  createEffect(
    on(
      live.caughtUp,
      (back) => {
        const away = back && lostAt ? back.at - lostAt : 0;
        lostAt = null;
        if (back && away > QUIET_MS)
          toasts.show({ text: t().app.live.back(back.changes), tone: "ok" });
      },
      { defer: true },
    ),
  );
  createEffect(() => saveState.reportLost(live.lost()));
  onCleanup(() => saveState.reportLost(false));
  // The cookie could not be asked at start: ask again as soon as there is a network.
  createEffect(() => {
    if (isOnline() && session.status() === "away") void session.restore();
  });

  // What failed meanwhile is asked for again, and its error goes.
  const reached = () => isOnline() && !live.lost();
  createEffect(on(reached, (back) => back && readAgain(queries), { defer: true }));

  /** Up to when the page followed what happens; the oldest successful read of what it shows when it never did. */
  const dataAt = () => {
    const followed = followedTo();
    if (followed !== null) return followed;
    const times = queries
      .getQueryCache()
      .getAll()
      .filter((query) => query.isActive() && query.state.dataUpdatedAt > 0)
      .map((query) => query.state.dataUpdatedAt);
    return times.length > 0 ? Math.min(...times) : (offlineSince() ?? now());
  };
  const seconds = () => {
    const since = offlineSince();
    return since === null ? null : (now() - since) / 1000;
  };
  return (
    <Show
      when={!isOnline()}
      fallback={
        <Show when={live.lost()}>
          {/* The top bar of a phone has room for a mark alone, which says the same to those who listen. */}
          <p aria-hidden="true" class="px-4 pb-1.5 text-small font-medium text-warn sm:hidden">
            {t().ui.saveState.lost(saveState.current().count)}
          </p>
        </Show>
      }
    >
      <OfflineBanner
        offlineSeconds={seconds()}
        dataAt={dataAt()}
        pending={saveState.current().count}
      />
    </Show>
  );
}
