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
    again: "Revenir à la connexion",
  },
  title: "Second facteur",
  lead: "Une preuve de plus que le mot de passe, demandée à chaque connexion.",
  totp: {
    title: "Application d’authentification",
    off: "Des codes à 6 chiffres, qui changent toutes les 30 secondes.",
    on: (date: string) => `En place depuis le ${date}`,
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
    heading: (email: string) => `Codes de secours Aetheria de ${email}`,
  },
};
