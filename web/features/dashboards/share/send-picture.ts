import { getOwner } from "solid-js";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import type { Published } from "#domain/dashboards/share/model.ts";
import { LANGUAGES } from "#domain/i18n/texts.ts";
import { encoded } from "#web/features/boards/card/files/upload.ts";
import { api } from "#web/lib/api.ts";
import { useOtherSpeech } from "#web/lib/spoken-in.tsx";

/**
 * Gives figures that were just published their pictures for mails, one in each language. Whether all worked: where one is missing, mails of
 * that language show the figures as text alone, and nothing else is missing.
 */
export function createPictureSender() {
  const owner = getOwner();
  const speechIn = useOtherSpeech();
  return async ({ dashboardId: id, version }: Published, figures: Figures): Promise<boolean> => {
    try {
      const { mailPicture } = await import("./mail-picture.tsx");
      let all = true;
      // One after another: each is drawn beside the screen.
      for (const language of LANGUAGES) {
        const picture = await mailPicture(figures, await speechIn(language), owner);
        all &&= picture !== null;
        if (!picture) continue;
        const body = { version, language, data: await encoded(picture) };
        await api("put /dashboards/{id}/figures/picture", { params: { id }, body, quiet: true });
      }
      return all;
    } catch {
      return false;
    }
  };
}
