import type { FigureWords } from "../../dashboards/share/figure-words.ts";
import type { MailTexts } from "../../mail/model.ts";
import { mailMoment } from "../../mail/occasion.ts";
import { LOCALES } from "../texts.ts";
import { analyticsChart } from "./analytics-chart.ts";
import { dashboards } from "./dashboards.ts";
import { de } from "./elision.ts";

/** Courriels des tableaux de bord. */
export const dashboardMails = {
  dashboard_figures: (params) => {
    const { title, organization, computedAt, old, timeZone, outsider, member, filters } = params;
    const when = mailMoment("fr", computedAt, timeZone, (city) => `heure ${de(city)}`);
    return {
      subject: `${title} · chiffres du ${when}`,
      intro: [
        `Voici les chiffres du tableau de bord « ${title} » ${de(organization)}, calculés le ${when}.`,
        ...(old
          ? [
              "Attention : ces chiffres sont plus anciens que la période de cet envoi. Ils sont recalculés quand une personne qui peut partager ouvre le tableau de bord.",
            ]
          : []),
        ...(filters.length > 0 ? [`Filtres : ${filters.join(" · ")}`] : []),
      ],
      action: outsider === null ? "Ouvrir le tableau de bord" : "Ne plus recevoir cet envoi",
      ...(member ? { also: "Ne plus recevoir cet envoi" } : {}),
      picture: `Image du tableau de bord « ${title} » au ${when}. Les mêmes chiffres suivent en texte.`,
      outro: [],
      why:
        outsider === null
          ? "Vous recevez ce message parce que votre entreprise vous envoie ce tableau de bord."
          : `Vous recevez ce message parce que ${organization} vous envoie ce tableau de bord.`,
    };
  },
  dashboard_mention: ({ title, organization, by, excerpt }) => ({
    subject: `${by} vous mentionne sur ${title}`,
    intro: [
      `${by} vous mentionne dans un commentaire du tableau de bord « ${title} » ${de(organization)} :`,
      excerpt,
    ],
    action: "Ouvrir le tableau de bord",
    outro: [],
  }),
} satisfies Pick<MailTexts, "dashboard_figures" | "dashboard_mention">;

/** Mots autour des chiffres d’un courriel : ceux de la page. */
export const figureWords: FigureWords = {
  locale: LOCALES.fr,
  yes: "oui",
  no: "non",
  none: dashboards.widget.noRows,
  other: analyticsChart.other,
  count: analyticsChart.count,
  box: analyticsChart.box,
  pivot: analyticsChart.pivot,
  target: analyticsChart.big.target,
  against: dashboards.widget.against,
  change: (figure, change, against) => `${figure}, ${change} ${against}`,
};
