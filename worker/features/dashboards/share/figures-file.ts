/** Below the organization's prefix: what was ever published of a dashboard and is still there. */
export const figuresFolder = (dashboardId: string): string => `published/${dashboardId}/`;

/** Below the organization's prefix, the published figures of a dashboard. Another publication is another file. */
export const figuresPath = (dashboardId: string, file: string): string =>
  figuresFolder(dashboardId) + file;
