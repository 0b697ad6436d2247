import type { FigureWords } from "../../dashboards/share/figure-words.ts";
import type { MailTexts } from "../../mail/model.ts";
import { mailMoment } from "../../mail/occasion.ts";
import { LOCALES } from "../texts.ts";
import { analyticsChart } from "./analytics-chart.ts";
import { dashboards } from "./dashboards.ts";

/** Mails of dashboards. */
export const dashboardMails = {
  dashboard_figures: (params) => {
    const { title, organization, computedAt, old, timeZone, outsider, member, filters } = params;
    const when = mailMoment("en", computedAt, timeZone, (city) => `${city} time`);
    return {
      subject: `${title} · figures of ${when}`,
      intro: [
        `Here are the figures of the dashboard “${title}” of ${organization}, computed on ${when}.`,
        ...(old
          ? [
              "Mind that these figures are older than the period of this mail. They are computed anew when somebody who may share opens the dashboard.",
            ]
          : []),
        ...(filters.length > 0 ? [`Filters: ${filters.join(" · ")}`] : []),
      ],
      action: outsider === null ? "Open the dashboard" : "Get no more of these mails",
      ...(member ? { also: "Get no more of these mails" } : {}),
      picture: `Picture of the dashboard “${title}” as of ${when}. The same figures follow as text.`,
      outro: [],
      why:
        outsider === null
          ? "You get this message because your organization sends you this dashboard."
          : `You get this message because ${organization} sends you this dashboard.`,
    };
  },
  dashboard_mention: ({ title, organization, by, excerpt }) => ({
    subject: `${by} mentioned you on ${title}`,
    intro: [
      `${by} mentioned you in a comment on the dashboard “${title}” of ${organization}:`,
      excerpt,
    ],
    action: "Open the dashboard",
    outro: [],
  }),
} satisfies Pick<MailTexts, "dashboard_figures" | "dashboard_mention">;

/** Words around the figures of a mail: those of the page. */
export const figureWords: FigureWords = {
  locale: LOCALES.en,
  yes: "yes",
  no: "no",
  none: dashboards.widget.noRows,
  other: analyticsChart.other,
  count: analyticsChart.count,
  box: analyticsChart.box,
  pivot: analyticsChart.pivot,
  target: analyticsChart.big.target,
  against: dashboards.widget.against,
  change: (figure, change, against) => `${figure}, ${change} ${against}`,
};
