import { de } from "./elision.ts";

/** Words of the frame: rail, top bar, help, states that any page can be in. */
export const app = {
  skip: "Aller au contenu",
  navigation: "Navigation principale",
  breadcrumb: "Fil d’Ariane",
  switcher: {
    label: (organization: string) => `Entreprise ${organization}, changer`,
    yours: "Vos entreprises",
  },
  groups: { work: "Travail", data: "Données", organization: "Entreprise" },
  sections: {
    home: "Accueil",
    boards: "Tableaux",
    tasks: "Mes tâches",
    clients: "Clients",
    notes: "Notes",
    analytics: "Analyses",
    members: "Membres",
    audit: "Journal d’audit",
    settings: "Réglages",
    more: "Plus",
  },
  collapse: "Réduire le menu",
  expand: "Déplier le menu",
  help: "Aide et raccourcis",
  account: (name: string) => `Compte ${de(name)}`,
  signOut: "Se déconnecter",
  search: "Rechercher",
  online: {
    label: (count: number) =>
      count > 1 ? `${count} personnes en ligne` : `${count} personne en ligne`,
    at: (name: string, place: string) => `${name} – ${place}`,
  },
  limited: {
    title: "Beaucoup de demandes en une minute.",
    goesOn: (seconds: number) => `La page reprend dans ${seconds} s.`,
    soon: "La page reprend d’elle-même dans moins d’une minute.",
  },
  live: {
    back: (changes: number) =>
      changes > 1
        ? `Connexion rétablie, ${changes} changements reçus`
        : changes === 1
          ? "Connexion rétablie, 1 changement reçu"
          : "Connexion rétablie, tout est à jour",
    lost: "Mises à jour en direct interrompues, reprise en cours",
  },
  update: {
    ready: "Une nouvelle version est prête",
    reload: "Recharger",
  },
  notFound: {
    title: "Cette page n’existe pas",
    body: "L’adresse est inexacte, ou l’élément a été supprimé.",
    home: "Aller à l’accueil",
  },
  forbidden: {
    title: "Cette page ne vous est pas ouverte",
    body: "Votre rôle ne donne pas accès à cette rubrique. Demandez à un administrateur.",
  },
  crash: {
    title: "Cette page s’est interrompue",
    body: "Le reste de l’application continue. Rien de ce qui est enregistré n’est perdu.",
    reload: "Recharger la page",
  },
  shortcuts: {
    title: "Aide et raccourcis",
    general: "Partout",
    go: "Aller à",
    lists: "Listes et grilles",
    boards: "Tableaux",
    palette: "Rechercher ou agir",
    help: "Afficher cette aide",
    space: "Espace",
    close: "Fermer, annuler",
    rail: "Réduire ou déplier le menu",
    theme: "Changer d’apparence",
    move: "Se déplacer de cellule en cellule",
    edit: "Modifier, valider",
    next: "Cellule suivante",
    select: "Sélectionner la ligne",
    selectCard: "Sélectionner la carte",
    undo: "Annuler, rétablir",
    create: "Créer",
    filter: "Filtrer",
    pick: "Saisir ou poser la carte",
    carry: "Déplacer la carte saisie",
    moveTo: "Déplacer vers…",
  },
};
