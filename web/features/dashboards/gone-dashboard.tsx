import { GoneRecord } from "#web/features/workspaces/gone-record.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** A dashboard that was deleted, and the way to bring it back with its widgets. */
export function GoneDashboard(props: { id: string; workspaceId: string }) {
  const t = useTexts();
  return (
    <GoneRecord
      words={t().dashboards.gone}
      restore={() => api("post /dashboards/{id}/restore", { params: { id: props.id } })}
      list={`/analytics/w/${props.workspaceId}`}
    />
  );
}
