import type { ErrorCode, ErrorParams } from "../../errors.ts";
import { connectionErrors } from "./connection-errors.ts";
import { identity } from "./identity.ts";
import { longDay } from "#domain/i18n/long-day.ts";

/** Words of one error: what happened, what is kept, what to do. */
type Words = string | ((params: ErrorParams) => string);

const seconds = (params: ErrorParams) => Number(params["seconds"] ?? 0);

/** Why the account is not of the organization: since when it is deleted, where that is why. */
const notMember = ({ deletedAt }: ErrorParams) => {
  if (typeof deletedAt !== "string") return "Votre compte n’appartient plus à cette entreprise.";
  const day = new Date(deletedAt).toLocaleDateString("fr-FR", { dateStyle: "long" });
  return `Cette entreprise a été supprimée le ${day}.`;
};

/** What would make a password stronger, as the server found: it knows words of the person that the page may not. */
const weakness = ({ advice }: ErrorParams) => {
  const words: Readonly<Record<string, string>> = identity.password.advice;
  return words[String(Array.isArray(advice) ? advice[0] : "")] ?? identity.password.advice.useWords;
};

/** Every code of the catalogue, of the network and of the browser’s passkeys. A code without words fails the type check. */
export const errors = {
  "network.offline":
    "Vous êtes hors ligne. Rien n’est perdu : réessayez quand la connexion revient.",
  "network.timeout": "Le serveur n’a pas répondu en 10 s. Votre saisie est gardée, réessayez.",
  "network.unreachable": "Le serveur est injoignable. Votre saisie est gardée, réessayez.",
  "passkey.exists":
    "Cet appareil garde déjà une clé d’accès de votre compte. Prenez-en un autre, ou retirez d’abord celle-là.",
  "passkey.address":
    "Les clés d’accès ne servent qu’à l’adresse habituelle d’Aetheria. Ouvrez la page par son nom.",
  "passkey.unable":
    "Ce navigateur ou cet appareil n’a pas pu utiliser de clé d’accès. Essayez avec un autre.",
  "request.invalid": "Certaines valeurs ne conviennent pas. Corrigez les champs signalés.",
  "request.malformed": "La demande est illisible. Rechargez la page, puis recommencez.",
  "request.too_large": "C’est trop volumineux pour être envoyé. Envoyez-en moins à la fois.",
  "request.unsupported_type": "Ce type de contenu n’est pas accepté. Rechargez la page.",
  "request.cross_site": "La demande vient d’un autre site et a été refusée.",
  "request.insecure": "La connexion n’est pas chiffrée. Ouvrez l’adresse en https://.",
  "request.idempotency_key": "La demande est mal numérotée. Rechargez la page, puis recommencez.",
  "request.idempotency_reuse":
    "Cette demande a déjà servi à autre chose. Rechargez la page, puis recommencez.",
  "request.rate_limited": (params: ErrorParams) => {
    const wait = seconds(params);
    if (wait > 90) return `Trop d’essais. Attendez ${Math.ceil(wait / 60)} minutes.`;
    return wait > 1
      ? `Trop d’essais. Attendez ${wait} secondes.`
      : "Trop d’essais. Attendez un instant.";
  },
  "route.not_found": "Cette adresse n’existe pas.",
  "auth.required": "Votre session est terminée. Connectez-vous de nouveau.",
  "auth.expired": "Votre session doit être renouvelée. Réessayez.",
  "auth.invalid_credentials": "Adresse e-mail ou mot de passe incorrect.",
  "auth.refresh_reused":
    "Cette session a été fermée par sécurité : elle a servi deux fois. Connectez-vous de nouveau.",
  "auth.link_invalid": "Ce lien a déjà servi ou n’est plus valable. Demandez-en un autre.",
  "auth.email_taken": "Un compte existe déjà avec cette adresse. Connectez-vous plutôt.",
  "auth.password_weak": (params: ErrorParams) =>
    `Ce mot de passe est trop facile à deviner. ${weakness(params)}`,
  "auth.password_wrong": "Ce n’est pas votre mot de passe actuel.",
  "auth.email_unverified":
    "Confirmez d’abord votre adresse e-mail : le lien est dans votre boîte de réception.",
  "auth.ticket_invalid": "La liaison en direct a expiré. Elle se rétablit toute seule.",
  "auth.session_not_found": "Cet appareil est déjà déconnecté.",
  "auth.code_invalid": "Ce code n’est pas le bon, ou a déjà servi. Prenez le prochain.",
  "auth.challenge_invalid": "Le temps est écoulé. Recommencez la connexion.",
  "auth.second_factor_required":
    "Ce compte demande un second facteur. Connectez-vous d’abord, puis recommencez.",
  "auth.factor_exists": "Une application d’authentification est déjà en place.",
  "auth.factor_not_found": "Ce facteur n’est plus en place. Rechargez la page.",
  "auth.factor_demanded":
    "Votre entreprise demande un second facteur. Ajoutez-en un dans Réglages, Sécurité.",
  "auth.token_invalid": (params: ErrorParams) => {
    const reason = params["reason"];
    if (reason === "expired") return "Ce jeton d’API a expiré. Créez-en un autre.";
    if (reason === "revoked") return "Ce jeton d’API a été révoqué.";
    if (reason === "disabled") return "Ce compte de service est suspendu.";
    return "Ce jeton d’API n’est pas valable. Copiez-le en entier.";
  },
  "auth.token_refused":
    "Un jeton d’API ne suffit pas ici : il faut qu’une personne soit connectée.",
  "auth.fresh_required": "Prouvez d’abord que c’est bien vous, puis recommencez.",
  "auth.passkey_invalid": "Cette clé d’accès n’est pas reconnue ici. Essayez-en une autre.",
  "token.not_found": "Ce jeton n’existe plus.",
  "token.expiry_invalid": "La fin doit venir après maintenant, et dans un an au plus.",
  "token.read_needed":
    "Un jeton qui modifie doit aussi pouvoir lire : ajoutez le droit de voir de chaque domaine choisi.",
  "token.limit": "Il y a déjà 50 jetons. Révoquez-en un d’abord.",
  "service.not_found": "Ce compte de service n’existe plus.",
  "service.name_taken": "Un compte de service porte déjà ce nom.",
  "service.disabled": "Ce compte de service est suspendu. Rétablissez-le d’abord.",
  "permission.denied": (params: ErrorParams) =>
    params["reason"] === "membership"
      ? notMember(params)
      : "Votre rôle ne le permet pas. Demandez à un administrateur.",
  "organization.not_found": "Cette entreprise n’existe pas ou vous n’en êtes plus membre.",
  "organization.pool_full":
    "Aucune place n’est libre pour une nouvelle entreprise. Réessayez plus tard.",
  "organization.too_many": "Vous avez déjà créé cinq entreprises depuis hier. Réessayez demain.",
  "organization.unavailable":
    "Les données de votre entreprise sont momentanément indisponibles. Réessayez dans un instant.",
  "organization.name_mismatch":
    "Ce n’est pas le nom de l’entreprise. Recopiez-le tel qu’il s’écrit.",
  "support.grant_not_found": "Cet accès du support est déjà terminé.",
  "organization.deletion_asked": "La suppression de cette entreprise est déjà demandée.",
  "organization.deletion_not_asked": "La suppression de cette entreprise n’est plus demandée.",
  "identity.invitation_invalid": (params: ErrorParams) =>
    params["reason"] === "email"
      ? `Cette invitation est réservée à ${String(params["email"])}. Utilisez cette adresse.`
      : "Cette invitation a déjà servi, a été retirée ou n’est plus valable. Demandez-en une autre.",
  "identity.member_not_found": "Cette personne n’est plus membre.",
  "identity.role_not_found": "Ce rôle n’existe plus.",
  "identity.owner_keys":
    "Qui possède l’entreprise garde le droit de voir les membres et de modifier les rôles.",
  "identity.last_owner": "Il faut au moins un propriétaire. Nommez-en un autre d’abord.",
  "identity.role_in_use":
    "Ce rôle est encore attribué. Donnez d’abord un autre rôle à ses membres.",
  "identity.role_name_taken": "Un rôle porte déjà ce nom.",
  "identity.already_member": "Cette personne est déjà membre.",
  "identity.invitation_not_found": "Cette invitation n’existe plus.",
  "identity.already_owner": "Cette personne possède déjà l’entreprise.",
  "identity.role_unscopable":
    "Ce rôle possède l’entreprise : il ne peut pas être limité à une division.",
  "identity.division_not_found": "Cette division n’existe plus.",
  "identity.division_name_taken": "Une division porte déjà ce nom.",
  "export.not_found": "Cet export n’existe pas.",
  "export.running": "Un export est déjà en cours. Attendez sa fin, ou annulez-le.",
  "export.not_running": "Cet export est déjà terminé.",
  "export.no_archive": "Cette archive n’existe plus. Lancez un nouvel export.",
  "export.link_invalid": "Ce lien de téléchargement n’est plus valable. Demandez-en un autre.",
  "export.range_invalid": "Cette partie de l’archive n’existe pas. Reprenez depuis le début.",
  "restore.not_found": "Cette restauration n’existe pas.",
  "restore.running": "Vous avez déjà une restauration en cours. Attendez sa fin, ou annulez-la.",
  "restore.not_receiving": "Cette restauration ne reçoit plus rien. Recommencez avec l’archive.",
  "restore.chunk_invalid":
    "Cette partie de l’archive n’a pas la bonne taille. Envoyez-la de nouveau.",
  "restore.incomplete": "L’archive n’est pas arrivée en entier. Envoyez les parties manquantes.",
  "restore.ended": "Cette restauration est déjà terminée.",
  "conflict.version": "Quelqu’un a changé cet élément entre-temps. Comparez les deux versions.",
  "client.not_found": "Ce client n’existe plus.",
  "client.cursor_invalid": "La liste a changé. Rechargez-la.",
  "dashboard.not_found": "Ce tableau de bord n’existe plus.",
  "dashboard.full": (params: ErrorParams) =>
    `Ce tableau de bord a déjà ${String(params["most"])} widgets. Retirez-en un d’abord.`,
  "dashboard.version_not_found": "Cette version n’existe plus.",
  "dashboard.foreign_widget":
    "Un des widgets ne fait plus partie de ce tableau de bord. Rechargez la page, puis publiez de nouveau.",
  "dashboard.not_a_picture": "Ce n'est pas une image PNG que les e-mails peuvent montrer.",
  "dashboard.not_published": "Publiez d’abord les chiffres de ce tableau de bord.",
  "dashboard.too_many_links": (params: ErrorParams) =>
    `Ce tableau de bord a déjà ${String(params["most"])} liens publics. Retirez-en un d’abord.`,
  "dashboard.link_not_found": "Ce lien a déjà été retiré.",
  "dashboard.link_gone": "Ce lien n’ouvre plus rien.",
  "dashboard.link_password_needed": "Ce lien demande un mot de passe.",
  "dashboard.link_password_wrong":
    "Ce n’est pas le mot de passe de ce lien. Demandez-le à la personne qui vous l’a donné.",
  "dashboard.comment_not_found": "Ce commentaire n’existe plus.",
  "dashboard.comment_of_another": "Seul son auteur peut changer ce commentaire.",
  "dashboard.too_many_comments": (params: ErrorParams) =>
    `Ce tableau de bord a déjà ${String(params["most"])} commentaires. Supprimez-en d’abord.`,
  "dashboard.schedule_not_found": "Cet envoi n’existe plus.",
  "dashboard.too_many_schedules": (params: ErrorParams) =>
    `Ce tableau de bord a déjà ${String(params["most"])} envois. Retirez-en un d’abord.`,
  "widget.not_found": "Ce widget n’existe plus.",
  "note.not_found": "Cette note n’existe plus.",
  "note.cursor_invalid": "La liste a changé. Rechargez-la.",
  "list.cursor_invalid": "La liste a changé. Rechargez-la.",
  "workspace.not_found": "Cet espace d’analyse n’existe plus.",
  "source.not_found": "Cette source de données n’existe plus.",
  "source.table_taken": (params: ErrorParams) =>
    `Une autre source de cet espace s’appelle déjà ${String(params["table"])} en SQL. Choisissez un autre nom.`,
  "source.not_a_file": "Seul un fichier de cet appareil se partage.",
  "source.not_shared": "Cette source n’est plus partagée avec l’entreprise.",
  "question.not_found": "Cette question n’existe plus.",
  "semantic.not_found": "Ce modèle de données n’existe plus.",
  "semantic.version_not_found": "Cette version du modèle n’existe pas.",
  "semantic.exists": "Cet espace a déjà un modèle de données. Rechargez la page.",
  "board.not_found": "Ce tableau n’existe plus.",
  "board.archived": "Ce tableau est archivé. Rétablissez-le pour le modifier.",
  "board.card_not_found": "Cette carte n’existe plus.",
  "board.template_not_found": "Ce modèle n’existe plus.",
  "board.template_too_many": (params: ErrorParams) =>
    `Il y a déjà ${String(params["most"])} modèles sur ce tableau. Supprimez-en un d’abord.`,
  "board.backup_not_found": "Cette sauvegarde n’existe plus. Elles sont gardées trente jours.",
  "board.view_not_found": "Cette vue n’existe plus, ou n’est pas à vous.",
  "board.card_ambiguous":
    "Des cartes de plusieurs tableaux portent cet identifiant : précisez le tableau.",
  "board.column_not_found": "Cette colonne n’existe plus.",
  "import.not_found": "Cet import n’existe plus.",
  "import.not_receiving": "Cet import n’attend plus de cartes.",
  "import.incomplete": "Toutes les cartes de cet import ne sont pas encore arrivées.",
  "import.over": "Cet import est déjà terminé.",
  "import.not_over": "Attendez la fin de cet import, ou annulez-le, avant de revenir en arrière.",
  "board.op_rejected": "Ce changement n’est plus possible : le tableau a changé entre-temps.",
  "file.not_found": "Ce fichier n’existe plus.",
  "file.taken": "Ce fichier est déjà là et ne change plus. Joignez l’autre à part.",
  "file.incomplete": "L’envoi du fichier est incomplet. Recommencez.",
  "ask.not_found": "Cette conversation n’existe plus. Reposez votre question.",
  "ask.no_key": "Les questions à Claude ne sont pas activées sur cette installation.",
  "ask.budget_spent": (params: ErrorParams) =>
    params["of"] === "organization"
      ? `Le budget de jetons de l’entreprise pour ce mois est épuisé. Il repart le ${longDay("fr-FR", params["renews"])}.`
      : `Votre budget de jetons pour ce mois est épuisé. Il repart le ${longDay("fr-FR", params["renews"])}.`,
  "ask.unexpected_results":
    "La conversation a avancé ailleurs, par exemple dans un autre onglet. Reposez votre question.",
  "ask.too_long": "Cette conversation est devenue trop longue. Commencez-en une nouvelle.",
  "audit.record_not_found": "Le journal ne sait rien de cet élément.",
  "audit.cursor_invalid": "Cette suite du journal n’est pas valable. Rechargez la page.",
  "webhook.not_found": "Ce webhook n’existe plus.",
  "webhook.delivery_not_found": "Cet envoi n’est plus dans le journal.",
  "webhook.url_refused": (params: ErrorParams) => {
    const reason = params["reason"];
    if (reason === "scheme") return "L’adresse doit commencer par https://.";
    if (reason === "userinfo") return "L’adresse ne doit contenir ni nom ni mot de passe.";
    if (reason === "port") return "Ce port n’est pas accepté : 443, ou au-dessus de 1023.";
    if (reason === "private") return "Cette adresse n’est pas joignable depuis l’internet public.";
    return "Cette adresse est illisible, par exemple https://exemple.fr/aetheria.";
  },
  "webhook.too_many": (params: ErrorParams) =>
    `Il y a déjà ${String(params["most"])} webhooks. Supprimez-en un d’abord.`,
  "webhook.paused": "Ce webhook est en pause. Reprenez-le d’abord.",
  "webhook.secret_unreadable":
    "Le secret de ce webhook ne peut pas être lu. Renouvelez-le sans recouvrement.",
  "webhook.cursor_invalid": "Cette suite du journal n’est pas valable. Rechargez la page.",
  ...connectionErrors,
  "server.unavailable": "Le service est momentanément indisponible. Réessayez dans un instant.",
  "server.error":
    "Le serveur a rencontré une erreur. Réessayez ; si cela dure, transmettez le numéro de requête.",
} as const satisfies Record<ErrorCode, Words> &
  Record<`network.${string}` | `passkey.${string}`, Words>;
