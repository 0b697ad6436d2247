import { createResource, createSignal, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale } from "#web/lib/i18n.tsx";
import { SharedFailed, SharedGone, SharedWaiting } from "./shared-states.tsx";
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

/** A dashboard as a public link shows it: no frame, no account, nothing but the published figures. */
export function SharedPage() {
  const speech = useLocale();
  const token = createToken();
  const [words] = createResource(() => speech.complete().then(() => true));
  const [found, { refetch }] = createResource(
    () => token() || undefined,
    (secret) => api("post /shared/dashboard", { body: { token: secret }, quiet: true }),
  );
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
