import { useQueryClient } from "@tanstack/solid-query";
import { onCleanup } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useQuery } from "#web/lib/query.ts";
import { createPublication } from "./publication.ts";
import { publishedQuery } from "./queries.ts";

/** So often an open dashboard looks whether its published figures are still those that it shows. */
const EVERY_MS = 20_000;

/**
 * Publishes the figures anew while somebody who may has the dashboard open: when they have changed under the same filters, and every
 * widget that was published has been computed. Without that wish, and while it is edited, nothing leaves.
 */
export function keepPublishedCurrent(every = EVERY_MS): void {
  const queries = useQueryClient();
  const { dashboard, editing } = useDashboard();
  const publication = createPublication();
  const found = useQuery(() => ({
    ...publishedQuery(dashboard().id),
    enabled: dashboard().can.share,
  }));
  let busy = false;

  async function look(): Promise<void> {
    const published = found.isSuccess ? found.data.published : null;
    if (!published?.keepCurrent || !dashboard().can.share || editing() || busy) return;
    const wanted = new Set(published.widgets.map(({ id }) => id));
    const standing = publication.candidates().filter(({ widget }) => wanted.has(widget.id));
    const shown = standing.flatMap((candidate) => candidate.published ?? []);
    if (shown.length === 0 || shown.length < standing.length) return;
    busy = true;
    try {
      const body = await publication.bodyOf(shown, true);
      if (body.basis !== published.basis || body.digest === published.digest) return;
      const { id } = dashboard();
      const next = await api("put /dashboards/{id}/figures", {
        params: { id },
        body,
        quiet: true,
      });
      queries.setQueryData(publishedQuery(id).queryKey, { published: next });
      await publication.sendPicture(next, body.figures);
    } catch {
      // Somebody else was faster, or the network is away: the next look finds out.
      await queries.invalidateQueries({ queryKey: publishedQuery(dashboard().id).queryKey });
    } finally {
      busy = false;
    }
  }
  const timer = setInterval(() => void look(), every);
  onCleanup(() => clearInterval(timer));
}
