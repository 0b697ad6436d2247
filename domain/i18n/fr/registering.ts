/** Words of what begins by mail: registration, a further company, an invitation that goes on with a mailed link. */
export const registering = {
  ask: {
    title: "Créer un espace",
    lead: "Indiquez votre adresse : le lien que vous y recevrez ouvre le formulaire.",
    submit: "Recevoir le lien",
  },
  sent: {
    title: "Regardez votre boîte de réception",
    lead: (email: string) =>
      `Un message vient d’être envoyé à ${email}. Son lien est valable 24 heures.`,
    hint: "Rien au bout de quelques minutes ? Regardez dans les indésirables. Une même adresse reçoit un message toutes les cinq minutes au plus.",
    otherEmail: "Utiliser une autre adresse",
  },
  outbox: {
    note: "Ce serveur de développement n’envoie pas d’e-mails.",
    open: "Ouvrir la boîte d’envoi locale",
  },
  form: {
    lead: "Une base de données à vous, prête en quelques secondes.",
    organization: "Nom de l’entreprise",
    name: "Votre nom",
    email: "Adresse e-mail professionnelle",
    password: "Mot de passe",
    submit: "Créer l’espace",
    known: "Déjà un compte ?",
    signIn: "Se connecter",
  },
  reading: "Lecture du lien…",
  proven: "Confirmée par le lien que vous avez reçu.",
  known: {
    title: "Vous avez déjà un compte",
    lead: (email: string) => `${email} a un compte Aetheria. Connectez-vous avec lui.`,
    add: "Ajouter une entreprise",
    addLead:
      "Une entreprise de plus pour ce compte, avec une base de données à elle. Vous en serez propriétaire.",
    addedTitle: (organization: string) => `${organization} est créée`,
    addedLead: "Connectez-vous : elle est dans le choix d’entreprise, en haut de la page.",
  },
  over: {
    title: "Ce lien ne sert plus",
    lead: "Il a déjà servi, ou il a plus de 24 heures. Si votre espace est créé, connectez-vous.",
    again: "Demander un autre lien",
  },
  another: {
    open: "Nouvelle entreprise…",
    title: "Nouvelle entreprise",
    lead: "Avec une base de données à elle. Vous en serez propriétaire, avec ce même compte.",
    submit: "Créer l’entreprise",
    done: (organization: string) => `Vous êtes dans ${organization}`,
  },
  invitation: {
    mail: "Nous vérifions d’abord votre adresse : le lien que vous y recevrez continue l’invitation.",
    existing: (email: string) => `${email} a déjà un compte : rejoignez avec lui.`,
  },
};
