import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { GoneRecord } from "./gone-record.tsx";

/** A workspace that was deleted, and the way to bring it back with all that it held. */
export function GoneWorkspace(props: { id: string }) {
  const t = useTexts();
  return (
    <GoneRecord
      words={t().workspaces.gone}
      restore={() => api("post /workspaces/{id}/restore", { params: { id: props.id } })}
      list="/analytics"
    />
  );
}
