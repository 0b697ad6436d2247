import { createSignal, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { SharedFailed, SharedGone, SharedLocked, SharedWaiting } from "./shared-states.tsx";
import { SharedView } from "./shared-view.tsx";

/** Says to engines that find the address anyway that it is not to be listed. */
function keepOut(): void {
  const meta = document.createElement("meta");
  meta.name = "robots";
  meta.content = "noindex, nofollow, noarchive";
  document.head.append(meta);
  onCleanup(() => meta.remove());
}

const read = () => location.hash.slice(1);

/** The hash of the address, which no server, log or referrer ever sees; another one opens another dashboard. */
function createToken() {
  const [token, setToken] = createSignal(read());
  const follow = () => setToken(read());
  onMount(() => addEventListener("hashchange", follow));
  onCleanup(() => removeEventListener("hashchange", follow));
  return token;
}

type Answer = { organization: string; figures: Figures };

/** A dashboard as a public link shows it: no frame, no account, nothing but the published figures. */
export function SharedPage() {
  const speech = useLocale();
  const token = createToken();
  const [words] = createResource(() => speech.complete().then(() => true));
  const [found, { refetch }] = createResource(
    () => token() || undefined,
    (secret) => api("post /shared/dashboard", { body: { token: secret }, quiet: true }),
  );
  /** What a password opened, for as long as the page stands: neither is kept anywhere. */
  const [opened, setOpened] = createSignal<{ by: string; answer: Answer }>();
  const unlocked = () => {
    const now = opened();
    return now?.by === token() ? now.answer : undefined;
  };
  const unlock = async (by: string, password: string) => {
    const answer = await api("post /shared/dashboard", {
      body: { token: by, password },
      quiet: true,
    });
    setOpened({ by, answer });
  };
  const locked = () => {
    const error: unknown = found.error;
    const asks = error instanceof ApiProblem && error.code === "dashboard.link_password_needed";
    return asks && token();
  };
  keepOut();
  const gone = () => {
    if (token() === "") return true;
    const error: unknown = found.error;
    return error instanceof ApiProblem && [410, 422].includes(error.status);
  };
  return (
    <Show when={words()} fallback={<SharedWaiting />}>
      <Switch fallback={<SharedWaiting />}>
        <Match when={gone()}>
          <SharedGone />
        </Match>
        <Match when={unlocked()}>
          {(shown) => <SharedView figures={shown().figures} organization={shown().organization} />}
        </Match>
        {/* Another link, another password: its form begins anew. */}
        <Match when={locked()} keyed>
          {(by) => <SharedLocked onOpen={(password) => unlock(by, password)} />}
        </Match>
        <Match when={found.error}>
          <SharedFailed problem={found.error} onRetry={() => void refetch()} />
        </Match>
        <Match when={found.latest}>
          {(shown) => <SharedView figures={shown().figures} organization={shown().organization} />}
        </Match>
      </Switch>
    </Show>
  );
}
