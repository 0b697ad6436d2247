import type { Ctx } from "#worker/platform/context.ts";

/** Below the organization's prefix: what was ever published of a dashboard and is still there. */
export const figuresFolder = (dashboardId: string): string => `published/${dashboardId}/`;

/** Below the organization's prefix, the published figures of a dashboard. Another publication is another file. */
export const figuresPath = (dashboardId: string, file: string): string =>
  figuresFolder(dashboardId) + file;

/** The picture of published figures lies beside them and goes with them. */
export const picturePath = (dashboardId: string, file: string): string =>
  `${figuresPath(dashboardId, file)}.png`;

/** Deletes published figures and their pictures, where they have any. */
export async function forgetFigures(
  ctx: Pick<Ctx, "files">,
  dashboardId: string,
  files: readonly string[],
): Promise<void> {
  const paths = files.flatMap((file) => [
    figuresPath(dashboardId, file),
    picturePath(dashboardId, file),
  ]);
  await Promise.all(paths.map((path) => ctx.files.delete(path)));
}
