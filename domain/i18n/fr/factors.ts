import { de } from "./elision.ts";

/** Words of second factors: the code step of signing in, authenticator app, recovery codes, passkeys, asking again. */
export const factors = {
  step: {
    title: "Encore une étape",
    lead: "Votre mot de passe est bon. Prouvez maintenant que c’est bien vous.",
    code: "Code de l’application",
    codeHint: "Les 6 chiffres que montre votre application d’authentification.",
    recovery: "Code de secours",
    recoveryHint: "L’un des dix codes gardés lors de la mise en place. Il ne servira qu’une fois.",
    submit: "Continuer",
    useRecovery: "Utiliser un code de secours",
    useApp: "Utiliser l’application",
    usePasskey: "Utiliser une clé d’accès",
    again: "Revenir à la connexion",
  },
  demand: {
    title: "Second facteur demandé",
    until: (date: string) => `Votre entreprise en demande un. Ajoutez-le avant le ${date}.`,
    over: "Votre entreprise en demande un. Ajoutez-le pour continuer.",
    add: "Ajouter un facteur",
  },
  policy: {
    title: "Second facteur des membres",
    lead: "Passé le délai, un membre sans second facteur n’accède plus qu’à la page où l’ajouter.",
    demand: "Demander un second facteur à tous les membres",
    grace: "Délai, en jours",
    days: "De 0 à 90 jours",
    without: (count: number, members: number) =>
      count === 0
        ? "Tous les membres en ont un."
        : `${count} ${count > 1 ? "membres" : "membre"} sur ${members} ${count > 1 ? "n’en ont" : "n’en a"} pas encore.`,
    saved: "Réglage enregistré",
    shuts: {
      none: {
        title: "Demander un second facteur sans délai ?",
        body: (count: number) =>
          count > 1
            ? `${count} membres n’en ont pas encore. Leur accès s’arrête aussitôt, sauf à la page où ajouter un second facteur.`
            : "1 membre n’en a pas encore. Son accès s’arrête aussitôt, sauf à la page où ajouter un second facteur.",
        go: "Demander sans délai",
      },
      fewer: {
        title: "Raccourcir le délai ?",
        body: (count: number) =>
          count > 1
            ? `Le délai court depuis la première demande. S’il est déjà écoulé, l’accès de ${count} membres sans second facteur s’arrête aussitôt.`
            : "Le délai court depuis la première demande. S’il est déjà écoulé, l’accès d’un membre sans second facteur s’arrête aussitôt.",
        go: "Raccourcir",
      },
    },
  },
  again: {
    title: "C’est bien vous ?",
    lead: "Avant un changement sensible, prouvez-le encore une fois. Cela vaut dix minutes.",
    go: "Continuer",
  },
  title: "Second facteur",
  lead: "Une preuve de plus que le mot de passe, demandée à chaque connexion.",
  totp: {
    title: "Application d’authentification",
    off: "Des codes à 6 chiffres, qui changent toutes les 30 secondes.",
    on: (date: string) => `En place · ${date}`,
    add: "Mettre en place",
    remove: "Retirer",
    removed: "Application d’authentification retirée",
    added: "Application d’authentification en place",
    removeTitle: "Retirer l’application d’authentification ?",
    removeBody: "La connexion ne demandera plus ses codes.",
    dialog: "Application d’authentification",
    scan: "Lisez ce code QR avec votre application d’authentification.",
    qr: "Code QR pour l’application d’authentification",
    manual: "Ou saisissez cette clé dans l’application",
    copyKey: "Copier la clé",
    first: "Premier code affiché",
    confirm: "Vérifier et activer",
  },
  passkeys: {
    title: "Clés d’accès",
    about: "L’empreinte, le visage ou le code de votre appareil, à la place du mot de passe.",
    unknown: "Ouvrez Aetheria par son nom dans un navigateur récent pour en ajouter.",
    signIn: "Se connecter avec une clé d’accès",
    or: "ou",
    add: "Ajouter",
    dialog: "Nouvelle clé d’accès",
    name: "Nom de la clé",
    nameHint: "Pour la reconnaître : l’appareil ou le gestionnaire qui la garde.",
    usualName: "Cet appareil",
    create: "Créer la clé",
    added: "Clé d’accès ajoutée",
    used: (date: string, device: string) =>
      device ? `Dernier usage ${date} avec ${device}` : `Dernier usage ${date}`,
    kinds: { device: "dans un appareil", key: "clé de sécurité", phone: "dans un téléphone" },
    rename: (name: string) => `Renommer ${name}`,
    unused: "Jamais utilisée",
    synced: "synchronisée",
    remove: "Retirer",
    removeNamed: (name: string) => `Retirer ${name}`,
    removeTitle: (name: string) => `Retirer la clé « ${name} » ?`,
    removeBody: "Elle n’ouvrira plus votre compte. Supprimez-la aussi de l’appareil qui la garde.",
    removed: "Clé d’accès retirée",
  },
  recovery: {
    title: "Codes de secours",
    none: "Ils sont remis avec votre premier facteur.",
    left: (count: number) =>
      count > 1
        ? `${count} codes restants sur 10`
        : count === 1
          ? "1 code restant sur 10"
          : "Aucun code restant",
    issue: "Refaire les codes",
    issueTitle: "Refaire les codes de secours ?",
    issueBody: "Les dix codes précédents ne serviront plus.",
    dialog: "Vos codes de secours",
    keep: "Gardez-les en lieu sûr : ils ne seront plus montrés. Chacun sert une fois, si votre téléphone ou votre clé manque.",
    copy: "Copier",
    copied: "Codes copiés",
    download: "Télécharger",
    print: "Imprimer",
    done: "Je les ai gardés",
    file: "codes-de-secours-aetheria.txt",
    heading: (email: string) => `Codes de secours Aetheria ${de(email)}`,
  },
};
