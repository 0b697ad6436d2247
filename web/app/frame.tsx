import { Navigate, useLocation, useNavigate } from "@solidjs/router";
import { lazy, Show, Suspense, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FactorBanner } from "#web/features/factors/factor-banner.tsx";
import { isShutOut } from "#web/features/factors/factor-due.ts";
import { DeletionBanner } from "#web/features/organization/deletion-banner.tsx";
import { SupportBanner } from "#web/features/support/support-banner.tsx";
import { UnverifiedBanner } from "#web/features/identity/unverified-banner.tsx";
import { asking } from "#web/lib/ask-again.ts";
import { session } from "#web/lib/session.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import { ConnectionBanner } from "./connection-banner.tsx";
import { createFrameState, FrameContext } from "./frame-state.ts";
import { followAuthority } from "./follow-authority.ts";
import { followRoute } from "./follow-route.ts";
import { LimitBanner } from "./limit-banner.tsx";
import { PageBoundary } from "./page-boundary.tsx";
import { Rail } from "./rail.tsx";
import { sectionsFor } from "./sections.ts";
import { TopBar } from "./top-bar.tsx";

const Palette = lazy(async () => ({
  default: (await import("#web/features/search/palette.tsx")).Palette,
}));
const AskAgain = lazy(async () => ({
  default: (await import("#web/features/factors/ask-again.tsx")).AskAgain,
}));
const ShortcutsDialog = lazy(async () => ({
  default: (await import("./shortcuts-dialog.tsx")).ShortcutsDialog,
}));

/** The one page of whoever lacks the second factor that is demanded. */
const ENROLMENT = "/settings/security";

/** Rail, top bar, content; a bar at the foot on a phone. */
export function Frame(props: { children: JSX.Element }) {
  const t = useTexts();
  const frame = createFrameState();
  const navigate = useNavigate();
  const [main, setMain] = followRoute();
  followAuthority();
  const location = useLocation();
  const turnedAway = () => isShutOut() && location.pathname !== ENROLMENT;

  onShortcuts(() => ({
    "mod+k": () => frame.setPalette(!frame.palette()),
    "?": () => frame.setHelp(true),
    "[": () => frame.toggleRail(),
    ...Object.fromEntries(
      sectionsFor(session.can).map(({ letter, href }) => [`g ${letter}`, () => navigate(href)]),
    ),
  }));

  return (
    <FrameContext.Provider value={frame}>
      <div class="flex h-dvh bg-canvas">
        <a
          href="#content"
          class="fixed left-2 top-2 z-toast -translate-y-16 rounded-2 bg-accent px-3 py-2 font-medium text-on-accent focus:translate-y-0"
          onClick={(event) => {
            event.preventDefault();
            main()?.focus();
          }}
        >
          {t().app.skip}
        </a>
        <Rail />
        <div class="flex min-w-0 flex-1 flex-col border-line bg-surface sm:border-l">
          <TopBar />
          <ConnectionBanner />
          <LimitBanner />
          <UnverifiedBanner />
          <FactorBanner />
          <DeletionBanner />
          <SupportBanner />
          <main
            id="content"
            ref={setMain}
            tabindex={-1}
            class="relative min-h-0 flex-1 overflow-auto outline-none focus-visible:outline-none"
          >
            <PageBoundary fallback={<SkeletonRows />}>
              <Show when={!turnedAway()} fallback={<Navigate href={ENROLMENT} />}>
                {props.children}
              </Show>
            </PageBoundary>
          </main>
          <BottomBar />
        </div>
      </div>
      <Suspense>
        <Show when={frame.palette()}>
          <Palette onClose={() => frame.setPalette(false)} />
        </Show>
        <Show when={asking()}>
          <AskAgain />
        </Show>
        <Show when={frame.help()}>
          <ShortcutsDialog onClose={() => frame.setHelp(false)} />
        </Show>
      </Suspense>
    </FrameContext.Provider>
  );
}
