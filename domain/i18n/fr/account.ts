/** Words of what a person does with their address and password: forgotten, confirmed, changed. */
export const account = {
  forgot: {
    link: "Mot de passe oublié ?",
    title: "Mot de passe oublié",
    lead: "Indiquez l’adresse de votre compte : vous recevrez un lien pour en choisir un autre.",
    submit: "Recevoir le lien",
    sentTitle: "Regardez votre boîte de réception",
    sentLead: (email: string) =>
      `Si un compte existe pour ${email}, nous venons d’y envoyer un lien, valable 30 minutes.`,
    sentHint: "Rien au bout de quelques minutes ? Regardez dans les indésirables.",
    otherEmail: "Essayer une autre adresse",
    back: "Revenir à la connexion",
  },
  reset: {
    title: "Nouveau mot de passe",
    lead: "Tous vos appareils seront déconnectés, puis vous vous connecterez avec celui-ci.",
    password: "Nouveau mot de passe",
    submit: "Choisir ce mot de passe",
    doneTitle: "Mot de passe choisi",
    doneLead:
      "Vous pouvez maintenant vous connecter avec lui. Vos jetons d’API restent valables : en cas de doute, révoquez-les dans les paramètres.",
    signIn: "Se connecter",
    invalidTitle: "Ce lien ne sert plus",
    invalidLead: "Il a déjà servi ou a plus de 30 minutes. Demandez-en un autre.",
    again: "Demander un autre lien",
  },
  confirm: {
    verify: {
      title: "Confirmer votre adresse",
      lead: "Un clic, et nous savons que cette adresse est la vôtre.",
      submit: "Confirmer mon adresse",
    },
    confirm: {
      title: "Confirmer la nouvelle adresse",
      lead: "Elle prend effet aussitôt. Vos autres appareils seront déconnectés.",
      submit: "Utiliser cette adresse",
    },
    restore: {
      title: "Rétablir votre adresse",
      lead: "Vous n’avez pas changé l’adresse de votre compte ? Ceci rétablit l’ancienne, déconnecte tous les appareils et annule le mot de passe.",
      submit: "Rétablir mon adresse",
    },
    verified: {
      title: "Adresse confirmée",
      lead: (email: string) => `${email} est bien à vous.`,
    },
    changed: {
      title: "Adresse changée",
      lead: (email: string) => `Vous vous connectez maintenant avec ${email}.`,
    },
    restored: {
      title: "Adresse rétablie",
      lead: (email: string) =>
        `Votre compte est de nouveau à ${email}. Nous venons d’y envoyer un lien pour choisir un mot de passe.`,
    },
    invalidTitle: "Ce lien ne sert plus",
    invalidLead:
      "Il a déjà servi, un lien plus récent le remplace, ou il est trop ancien. Connectez-vous pour voir votre adresse et, s’il le faut, demander un autre lien.",
    continue: "Continuer",
  },
  banner: {
    title: "Adresse à confirmer",
    body: (email: string) =>
      `Ouvrez le lien envoyé à ${email}. D’ici là, pas d’invitation par e-mail.`,
    again: "Renvoyer le lien",
    sent: "Lien renvoyé",
  },
  security: {
    title: "Sécurité",
    email: "Adresse e-mail",
    current: "Adresse actuelle",
    verified: "confirmée",
    unverified: "à confirmer",
    newEmail: "Nouvelle adresse",
    emailLead:
      "Elle sert à vous connecter. Un changement prend effet quand la nouvelle adresse est confirmée.",
    yourPassword: "Votre mot de passe",
    askEmail: "Recevoir le lien de confirmation",
    asked: (email: string) => `Un message vient d’être envoyé à ${email}.`,
    askedLead:
      "L’adresse change quand vous ouvrez le lien, dans les 24 heures. D’ici là, rien ne bouge.",
    sameEmail: "C’est déjà votre adresse.",
    another: "Choisir une autre adresse",
    password: "Mot de passe",
    passwordLead: "Le changer déconnecte vos autres appareils.",
    currentPassword: "Mot de passe actuel",
    newPassword: "Nouveau mot de passe",
    change: "Changer le mot de passe",
    changed: "Mot de passe changé, autres appareils déconnectés",
  },
  invite: {
    mailed: (email: string) =>
      `L’invitation a été envoyée à ${email}. Vous pouvez aussi transmettre ce lien : il n’est montré qu’une fois.`,
    unverified: "Confirmez d’abord votre propre adresse pour inviter par e-mail.",
    send: "Inviter",
    ready: "Invitation prête",
  },
};
