import { mailFacts } from "../../mail/occasion.ts";
import { dashboardMails } from "./mail-dashboards.ts";
import { organizationMails } from "./mail-organization.ts";
import { LINK_LIFE, type FactorChange, type MailTexts, type Occasion } from "../../mail/model.ts";

const facts = (occasion: Occasion) =>
  mailFacts(
    "fr",
    {
      when: "Quand",
      device: "Appareil",
      place: "Lieu, d’après l’adresse réseau",
      local: "réseau local",
      unknown: "inconnu",
    },
    occasion,
  );

const factorWords = (change: FactorChange): { subject: string; intro: string } => {
  switch (change.kind) {
    case "totp_added":
      return {
        subject: "Application d’authentification ajoutée à votre compte",
        intro:
          "Une application d’authentification protège maintenant votre compte Aetheria : ses codes sont demandés à la connexion.",
      };
    case "totp_removed":
      return {
        subject: "Application d’authentification retirée de votre compte",
        intro:
          "L’application d’authentification de votre compte Aetheria vient d’être retirée : ses codes ne sont plus demandés.",
      };
    case "passkey_added":
      return {
        subject: "Clé d’accès ajoutée à votre compte",
        intro: `La clé d’accès « ${change.name} » ouvre maintenant votre compte Aetheria, sans mot de passe.`,
      };
    case "passkey_removed":
      return {
        subject: "Clé d’accès retirée de votre compte",
        intro: `La clé d’accès « ${change.name} » n’ouvre plus votre compte Aetheria.`,
      };
    case "recovery_issued":
      return {
        subject: "Nouveaux codes de secours pour votre compte",
        intro:
          "Dix nouveaux codes de secours viennent d’être créés pour votre compte Aetheria. Les précédents ne servent plus.",
      };
    case "recovery_used":
    default: {
      const left =
        change.left === 0
          ? "C’était le dernier : créez-en d’autres."
          : change.left === 1
            ? "Il en reste 1."
            : `Il en reste ${change.left}.`;
      return {
        subject: "Un code de secours de votre compte a servi",
        intro: `Un code de secours vient de servir pour votre compte Aetheria. ${left}`,
      };
    }
  }
};

/** Mails in French. Whoever reads one may not know Aetheria: each says why it was sent and what to do. */
export const mail: MailTexts = {
  greeting: "Bonjour,",
  signature: "Aetheria",
  why: "Message automatique, sans suivi ni publicité.",
  rowsLeft: (count) => (count < 2 ? `${count} ligne de plus.` : `${count} lignes de plus.`),
  rowsFirst: "Les premières lignes seulement.",
  copyLink: "Si le bouton ne s’ouvre pas, copiez cette adresse dans votre navigateur :",
  register: () => ({
    subject: "Créez votre espace Aetheria",
    intro: [
      "Vous avez demandé à créer un espace avec cette adresse. Ouvrez le lien pour choisir votre mot de passe et nommer votre entreprise.",
    ],
    action: "Continuer",
    outro: [
      `Le lien vaut ${LINK_LIFE.registerHours} heures et sert une fois.`,
      "Si vous n’avez rien demandé, ne faites rien : aucun compte n’existe avec cette adresse.",
    ],
  }),
  register_known: () => ({
    subject: "Vous avez déjà un compte Aetheria",
    intro: [
      "Quelqu’un a voulu créer un espace avec cette adresse. Elle a déjà un compte : connectez-vous, ou ajoutez-lui une entreprise.",
    ],
    action: "Se connecter ou ajouter une entreprise",
    outro: [
      `Le lien vaut ${LINK_LIFE.registerHours} heures. Mot de passe oublié ? La page du lien permet d’en choisir un autre.`,
      "Si vous n’avez rien demandé, il n’y a rien à faire : rien n’a été changé.",
    ],
  }),
  email_verify: () => ({
    subject: "Confirmez votre adresse e-mail",
    intro: [
      "Un compte Aetheria vient d’être créé avec cette adresse. Confirmez qu’elle est bien à vous.",
    ],
    action: "Confirmer mon adresse",
    outro: [
      `Le lien vaut ${LINK_LIFE.verifyDays} jours.`,
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
  factor_changed: ({ change, ...occasion }) => {
    const { subject, intro } = factorWords(change);
    return {
      subject,
      intro: [intro],
      facts: facts(occasion),
      action: "Voir la sécurité de mon compte",
      outro: [
        "Si c’était vous, il n’y a rien à faire.",
        "Sinon, retirez ce que vous ne reconnaissez pas et choisissez aussitôt un nouveau mot de passe : tous les appareils seront déconnectés. Prévenez aussi la personne qui administre votre espace.",
      ],
      also: "Choisir un nouveau mot de passe",
    };
  },
  session_copied: (occasion) => ({
    subject: "Une de vos sessions a été fermée par sécurité",
    intro: [
      "La même session de votre compte Aetheria a été utilisée à deux endroits : quelqu’un a pu la copier. Nous l’avons fermée.",
    ],
    facts: facts(occasion),
    action: "Voir mes appareils",
    outro: [
      "Cela peut arriver quand un navigateur est restauré à partir d’une sauvegarde : dans ce cas, il suffit de vous reconnecter.",
      "Si vous n’en voyez pas la raison, déconnectez les appareils que vous ne reconnaissez pas et choisissez un nouveau mot de passe.",
    ],
    also: "Choisir un nouveau mot de passe",
  }),
  ...organizationMails,
  ...dashboardMails,
  token_created: ({ organization, name, ...occasion }) => ({
    subject: "Jeton d’API créé en votre nom",
    intro: [
      `Un jeton d’API, « ${name} », vient d’être créé en votre nom dans ${organization}. Le programme qui le détient agit avec les droits choisis, sans mot de passe.`,
    ],
    facts: facts(occasion),
    action: "Voir mes jetons",
    outro: [
      "Si c’était vous, il n’y a rien à faire.",
      "Sinon, révoquez ce jeton et choisissez aussitôt un nouveau mot de passe. Prévenez aussi la personne qui administre votre espace.",
    ],
    also: "Choisir un nouveau mot de passe",
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
  invitation_continue: ({ organization }) => ({
    subject: `Rejoignez ${organization}`,
    intro: [
      `Vous avez demandé à accepter une invitation dans ${organization} avec cette adresse. Ouvrez le lien pour continuer.`,
    ],
    action: "Continuer",
    outro: [
      `Le lien vaut ${LINK_LIFE.invitationHours} heures, tant que l’invitation n’a pas servi.`,
      "Si vous n’avez rien demandé, ne faites rien : personne n’entre avec votre adresse.",
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
