import IconFile from "~icons/lucide/file-spreadsheet";
import { useQueryClient } from "@tanstack/solid-query";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { addDeviceSource } from "./add-device-source.ts";
import { findOnDevice } from "./find-on-device.ts";
import { Offers } from "./offers.tsx";
import { copiesOf } from "./shared-copy.ts";
import type { Sources } from "./use-sources.ts";

/** Files of this device that the workspace does not hold yet, each one click away. */
export function AlsoAvailable(props: {
  workspaceId: string;
  sources: Sources;
  onAdded: (id: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const queries = useQueryClient();
  const [files] = createResource(() =>
    currentLibrary()
      .list()
      .catch(() => []),
  );
  const left = () =>
    (files.latest ?? []).filter(
      (dataSet) =>
        !props.sources.all().some(
          (source) =>
            (source.kind === "shared" &&
              copiesOf([source], dataSet, session.me()?.person.id).length > 0) ||
            (source.kind === "device" &&
              findOnDevice([dataSet], {
                columns: source.columns,
                fileName: source.details.fileName,
              })),
        ),
    );
  const add = async (dataSet: DataSet) => {
    const { id } = await addDeviceSource(queries, dataSet, props.workspaceId);
    return id;
  };
  return (
    <Offers
      title={t().workspaces.sources.available}
      icon={IconFile}
      sources={props.sources}
      items={left()}
      nameOf={({ fileName }) => fileName}
      noteOf={({ size }) => f().bytes(size)}
      add={add}
      onAdded={props.onAdded}
    />
  );
}
