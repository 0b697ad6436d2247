import { Show } from "solid-js";
import type { BuiltQuery } from "#domain/analytics/builder/model.ts";
import { otherwiseInModel } from "#domain/analytics/builder/model-formulas.ts";
import { semanticQuery } from "#web/features/semantic/queries.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";

/** Says of which measures a saved question shows the figures of a formula that the data model no longer has. */
export function OlderFormulas(props: { workspaceId: string; built: BuiltQuery }) {
  const t = useTexts();
  const model = useQuery(() => semanticQuery(props.workspaceId));
  const labels = () =>
    otherwiseInModel(props.built, model.data?.document.measures ?? []).map(({ label }) => label);
  return (
    <Show when={labels().length > 0}>
      <p role="status" class="text-small text-warn">
        {t().analyticsBuild.model.older(labels().join(", "))}
      </p>
    </Show>
  );
}
