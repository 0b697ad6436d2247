import { getOwner } from "solid-js";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import type { Published } from "#domain/dashboards/share/model.ts";
import { encoded } from "#web/features/boards/card/files/upload.ts";
import { createRestWords } from "#web/features/dashboards/export/rest-words.ts";
import { api } from "#web/lib/api.ts";

/**
 * Gives figures that were just published their picture for mails. Whether it worked: without one, mails show them as text alone, and
 * nothing else is missing.
 */
export function createPictureSender() {
  const owner = getOwner();
  const rest = createRestWords();
  return async ({ dashboardId: id, version }: Published, figures: Figures): Promise<boolean> => {
    try {
      const { mailPicture } = await import("./mail-picture.tsx");
      const picture = await mailPicture(figures, rest, owner);
      if (!picture) return false;
      const body = { version, data: await encoded(picture) };
      await api("put /dashboards/{id}/figures/picture", { params: { id }, body, quiet: true });
      return true;
    } catch {
      return false;
    }
  };
}
