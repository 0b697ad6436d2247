import type { MailKind, MailTexts } from "../../mail/model.ts";
import { mailMoment } from "../../mail/occasion.ts";
import { de } from "./elision.ts";

/** Kinds of these mails. */
type OrganizationMail = Extract<
  MailKind,
  `${"support" | "deletion" | "webhook" | "ownership"}_${string}`
>;

/** Mails of what happens to an organization. */
export const organizationMails = {
  support_opened: ({ organization, by, until, reason }) => ({
    subject: `Le support peut accéder à ${organization}`,
    intro: [
      `${by} a ouvert à l’équipe de support d’Aetheria un accès à ${organization}, pour une durée limitée.`,
    ],
    facts: [
      ["Jusqu’au", mailMoment("fr", until, null)],
      ["Motif", reason],
    ],
    action: "Voir ou terminer l’accès",
    outro: [
      "Tout ce que le support ouvre ou change est inscrit dans le journal d’audit.",
      "Chaque propriétaire peut terminer cet accès à tout moment.",
    ],
  }),
  support_used: ({ organization, by, until }) => ({
    subject: `Le support est entré dans ${organization}`,
    intro: [`${by}, du support d’Aetheria, utilise l’accès ouvert à ${organization}.`],
    facts: [["Accès jusqu’au", mailMoment("fr", until, null)]],
    action: "Voir ce que le support consulte",
    outro: [
      "Chaque propriétaire peut terminer cet accès à tout moment, dans Réglages, Entreprise.",
    ],
  }),
  support_ended: ({ organization, by, used }) => ({
    subject: `L’accès du support à ${organization} est terminé`,
    intro: [
      by === null
        ? `L’accès du support d’Aetheria à ${organization} est arrivé à son terme.`
        : `${by} a terminé l’accès du support d’Aetheria à ${organization}.`,
      used === null ? "Personne du support n’y est entré." : `${used}, du support, y est entré.`,
    ],
    action: "Voir les consultations",
    outro: ["Il n’y a rien à faire."],
  }),
  deletion_asked: ({ organization, by, dueAt }) => ({
    subject: `La suppression ${de(organization)} est demandée`,
    intro: [
      `${by} a demandé la suppression ${de(organization)} dans Aetheria. Rien n’est supprimé pour l’instant : tout fonctionne comme avant jusqu’à cette date.`,
    ],
    facts: [["Suppression prévue le", mailMoment("fr", dueAt, null)]],
    action: "Voir ou annuler la suppression",
    outro: [
      "D’ici là, chaque propriétaire peut annuler en un clic, ou exporter les données.",
      "Ensuite, clients, tableaux, fichiers, journaux et accès sont effacés pour tout le monde, sans retour possible.",
    ],
  }),
  deletion_cancelled: ({ organization, by }) => ({
    subject: `La suppression ${de(organization)} est annulée`,
    intro: [`${by} a annulé la suppression ${de(organization)}. Rien n’a été effacé.`],
    action: "Voir les données de l’entreprise",
    outro: ["Il n’y a rien à faire."],
  }),
  deletion_reminder: ({ organization, by, dueAt }) => ({
    subject: `${organization} sera bientôt supprimée`,
    intro: [
      `${by} avait demandé la suppression ${de(organization)} dans Aetheria. Le délai touche à sa fin.`,
    ],
    facts: [["Suppression prévue le", mailMoment("fr", dueAt, null)]],
    action: "Voir ou annuler la suppression",
    outro: [
      "C’est le dernier rappel : ensuite, tout est effacé sans retour possible.",
      "Pour garder une copie, exportez les données avant cette date.",
    ],
  }),
  webhook_paused: ({ organization, webhook, reason }) => ({
    subject: `Un webhook ${de(organization)} est en pause`,
    intro: [
      reason === "gone"
        ? `L’adresse du webhook « ${webhook} » répond qu’elle n’existe plus : Aetheria ne l’appelle plus.`
        : `Rien n’est arrivé à l’adresse du webhook « ${webhook} » pendant cinq jours : Aetheria ne l’appelle plus.`,
    ],
    action: "Voir le webhook",
    outro: [
      "Ce qui attendait est gardé et repart quand vous reprenez le webhook. Ce qui se passe pendant la pause ne lui est pas envoyé.",
    ],
  }),
  ownership_given: ({ organization, by, heir }) => ({
    subject: `${organization} a un autre propriétaire`,
    intro: [
      `${by} a transmis ${organization} à ${heir} dans Aetheria. Les droits ont changé aussitôt, et la page Membres montre les nouveaux rôles.`,
    ],
    action: "Voir les membres",
    outro: [
      "Si ce n’est pas vous, quelqu’un s’est servi de votre session : changez votre mot de passe et prévenez sans attendre la personne qui possède maintenant l’entreprise.",
    ],
  }),
  ownership_received: ({ organization, by }) => ({
    subject: `Vous possédez maintenant ${organization}`,
    intro: [
      `${by} vous a transmis ${organization} dans Aetheria. Vous y avez désormais tous les droits.`,
    ],
    action: "Voir les membres",
    outro: ["Si vous ne vous y attendiez pas, parlez-en à la personne qui l’a fait."],
  }),
} satisfies Pick<MailTexts, OrganizationMail>;
