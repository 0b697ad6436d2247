import { mailFacts } from "../../mail/occasion.ts";
import { LINK_LIFE, type MailTexts, type Occasion } from "../../mail/model.ts";

const facts = (occasion: Occasion) =>
  mailFacts(
    "fr",
    { when: "Quand", device: "Appareil", place: "Pays, d’après l’adresse réseau" },
    occasion,
  );

/** Mails in French. Whoever reads one may not know Aetheria: each says why it was sent and what to do. */
export const mail: MailTexts = {
  greeting: "Bonjour,",
  signature: "Aetheria",
  why: "Message automatique, sans suivi ni publicité.",
  copyLink: "Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :",
  email_verify: () => ({
    subject: "Confirmez votre adresse e-mail",
    intro: [
      "Un compte Aetheria vient d’être créé avec cette adresse. Confirmez qu’elle est bien à vous.",
    ],
    action: "Confirmer mon adresse",
    outro: [
      `Le lien vaut ${LINK_LIFE.verifyDays} jours et sert une fois.`,
      "Si ce compte n’est pas le vôtre, ne faites rien : sans confirmation, il ne peut inviter personne par e-mail.",
    ],
  }),
  email_confirm: () => ({
    subject: "Confirmez votre nouvelle adresse e-mail",
    intro: [
      "Vous avez demandé à utiliser cette adresse pour votre compte Aetheria. Elle prendra effet dès que vous l’aurez confirmée.",
    ],
    action: "Confirmer la nouvelle adresse",
    outro: [
      `Le lien vaut ${LINK_LIFE.confirmHours} heures et sert une fois. Vos autres appareils seront déconnectés.`,
      "Si vous n’avez rien demandé, ne faites rien : votre adresse ne sera liée à aucun compte.",
    ],
  }),
  email_taken: () => ({
    subject: "Cette adresse a déjà un compte Aetheria",
    intro: [
      "Quelqu’un a voulu utiliser cette adresse pour son compte Aetheria. Elle en a déjà un : rien n’a été changé.",
    ],
    action: "Se connecter",
    outro: [
      "Si c’était vous, connectez-vous avec ce compte, ou choisissez une autre adresse.",
      "Si ce n’était pas vous, il n’y a rien à faire.",
    ],
  }),
  email_changed: (occasion) => ({
    subject: "L’adresse de votre compte a changé",
    intro: [
      "Votre compte Aetheria utilise maintenant une autre adresse. Celle-ci ne sert plus à vous connecter.",
    ],
    facts: facts(occasion),
    action: "Ce n’était pas moi : rétablir mon adresse",
    outro: [
      "Si c’était vous, il n’y a rien à faire.",
      `Sinon, ouvrez le lien dans les ${LINK_LIFE.undoDays} jours : votre adresse est rétablie, tous les appareils sont déconnectés et vous choisissez un nouveau mot de passe.`,
    ],
  }),
  password_reset: (occasion) => ({
    subject: "Choisissez un nouveau mot de passe",
    intro: ["Quelqu’un a demandé un nouveau mot de passe pour votre compte Aetheria."],
    facts: facts(occasion),
    action: "Choisir un nouveau mot de passe",
    outro: [
      `Le lien vaut ${LINK_LIFE.resetMinutes} minutes et sert une fois. Tous vos appareils seront déconnectés.`,
      "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
    ],
  }),
  password_changed: (occasion) => ({
    subject: "Votre mot de passe a été changé",
    intro: ["Le mot de passe de votre compte Aetheria vient d’être changé."],
    facts: facts(occasion),
    action: "Ce n’était pas moi : choisir un autre mot de passe",
    outro: [
      "Si c’était vous, il n’y a rien à faire.",
      "Sinon, demandez aussitôt un nouveau mot de passe : tous les appareils seront déconnectés. Prévenez aussi la personne qui administre votre espace.",
    ],
  }),
  new_device: (occasion) => ({
    subject: "Nouvelle connexion à votre compte",
    intro: [
      "Quelqu’un s’est connecté à votre compte Aetheria depuis un appareil que nous ne connaissions pas.",
    ],
    facts: facts(occasion),
    action: "Voir mes appareils",
    outro: [
      "Si c’était vous, il n’y a rien à faire.",
      "Sinon, déconnectez cet appareil et changez votre mot de passe.",
    ],
  }),
  invitation: ({ organization, inviter }) => ({
    subject: `${inviter} vous invite dans ${organization}`,
    intro: [`${inviter} vous invite à rejoindre ${organization} dans Aetheria.`],
    action: "Voir l’invitation",
    outro: [
      "L’invitation vaut 7 jours et sert une fois.",
      "Si vous ne connaissez pas cette personne, ne faites rien.",
    ],
  }),
};

/** The page of a development server that shows the mails it would have sent. */
export const outbox = {
  title: "Boîte d’envoi locale",
  lead: "Les e-mails que ce serveur aurait envoyés, les derniers d’abord. Cette page n’existe qu’en développement.",
  empty: "Aucun e-mail pour le moment.",
  to: "À",
  sent: "remis",
  waiting: "en attente",
  seeHtml: "Voir la mise en forme",
};
