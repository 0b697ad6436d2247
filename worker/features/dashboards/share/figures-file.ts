import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import type { Ctx } from "#worker/platform/context.ts";

/** Below the organization's prefix: what was ever published of a dashboard and is still there. */
export const figuresFolder = (dashboardId: string): string => `published/${dashboardId}/`;

/** Below the organization's prefix, the published figures of a dashboard. Another publication is another file. */
export const figuresPath = (dashboardId: string, file: string): string =>
  figuresFolder(dashboardId) + file;

/** The pictures of published figures, one for each language, lie beside them and go with them. */
export const picturePath = (dashboardId: string, file: string, language: Language): string =>
  `${figuresPath(dashboardId, file)}.${language}.png`;

/** Deletes published figures and their pictures, where they have any. */
export async function forgetFigures(
  ctx: Pick<Ctx, "files">,
  dashboardId: string,
  files: readonly string[],
): Promise<void> {
  const paths = files.flatMap((file) => [
    figuresPath(dashboardId, file),
    // As pictures were called before there was one for each language.
    `${figuresPath(dashboardId, file)}.png`,
    ...LANGUAGES.map((language) => picturePath(dashboardId, file, language)),
  ]);
  await Promise.all(paths.map((path) => ctx.files.delete(path)));
}
