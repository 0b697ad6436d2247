import { useLocation, type RouteSectionProps } from "@solidjs/router";
import { createEffect, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { cx } from "#web/ui/cx.ts";
import { ClosedPage } from "./closed-page.tsx";

/** The person's own pages, and those of the organization, each with the key that it takes. */
const PAGES = [
  ["profile", null],
  ["security", null],
  ["devices", null],
  ["tokens", "tokens.create"],
  ["members", "identity.read"],
  ["roles", "identity.read"],
  ["divisions", "identity.read"],
  ["organization", "identity.read"],
  ["service-accounts", "tokens.manage"],
  ["webhooks", "webhooks.manage"],
  ["data", "identity.own"],
] as const;

const pages = () =>
  PAGES.filter(([, key]) => key === null || session.can(key)).map(([page]) => page);

/** The page of an address that this person's role does not open. The page of tokens says itself what it shows to whom. */
function closedPage(path: string) {
  const [page, key] = PAGES.find(([name]) => path === `/settings/${name}`) ?? ["profile", null];
  return key === null || page === "tokens" || session.can(key) ? undefined : page;
}

/** Settings: one column of content under the names of its pages. */
export function Settings(props: RouteSectionProps) {
  const t = useTexts();
  const location = useLocation();
  const titleOf = (page: (typeof PAGES)[number][0]) => {
    if (page === "security") return t().account.security.title;
    if (page === "tokens") return t().tokens.title;
    if (page === "service-accounts") return t().tokens.services.title;
    if (page === "webhooks") return t().webhooks.title;
    return page === "data" ? t().exports.title : t().identity.settings[page];
  };
  const closed = () => closedPage(location.pathname);
  let tabs!: HTMLElement;
  // On a phone the names are more than fit: the one that is open is in sight.
  createEffect(() => {
    const current = tabs.querySelector(`a[href="${location.pathname}"]`);
    current?.scrollIntoView?.({ inline: "center", block: "nearest" });
  });
  return (
    <div class="flex min-h-full flex-col">
      <nav
        ref={tabs}
        aria-label={t().identity.settings.title}
        class="flex h-bar shrink-0 items-center gap-1 overflow-x-auto border-b border-line px-3 phone:h-14"
      >
        <For each={pages()}>
          {(page) => (
            <a
              href={`/settings/${page}`}
              aria-current={location.pathname === `/settings/${page}` ? "page" : undefined}
              class={cx(
                "touch-target inline-flex h-7 items-center whitespace-nowrap rounded-2 px-2 font-medium text-ink-2 hover:bg-hover hover:text-ink phone:h-11 phone:px-3",
                location.pathname === `/settings/${page}` && "bg-sunken text-ink dark:bg-hover",
              )}
            >
              {titleOf(page)}
            </a>
          )}
        </For>
      </nav>
      <div
        class={cx(
          "mx-auto w-full flex-1 px-6 py-6 phone:px-4",
          // A column for each role.
          location.pathname === "/settings/roles" ? "max-w-300" : "max-w-200",
        )}
      >
        <Show when={closed()} fallback={props.children}>
          {(page) => <ClosedPage title={titleOf(page())} />}
        </Show>
      </div>
    </div>
  );
}
