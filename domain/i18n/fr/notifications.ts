/** Mots de la cloche : ce dont une personne est avertie. */
export const notifications = {
  label: (unread: number) =>
    unread === 0
      ? "Notifications"
      : unread === 1
        ? "Notifications, 1 non lue"
        : `Notifications, ${unread} non lues`,
  title: "Notifications",
  readAll: "Tout marquer comme lu",
  none: "Rien de nouveau",
  noneBody:
    "Mentions sur une carte ou un tableau de bord, cartes assignées et commentaires des cartes que vous suivez arrivent ici.",
  markRead: "Marquer comme lu",
  markUnread: "Marquer comme non lu",
  more: "Plus ancien",
  unread: "non lue",
  mention: (name: string) => `${name} vous a mentionné`,
  assigned: (name: string) => `${name} vous a assigné une carte`,
  comment: (name: string) => `${name} a commenté`,
  dashboard: "Tableau de bord",
};
