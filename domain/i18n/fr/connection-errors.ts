import type { GateReason } from "../../connections/gate/refusal.ts";
import type { ErrorParams } from "../../errors.ts";

/** Why a query is not sent; `what` is the part at fault, as far as there is one. */
const refusals: Record<GateReason, (what: string) => string> = {
  empty: () => "Écrivez une requête : SELECT … FROM …",
  too_long: () => "Cette requête est trop longue ou trop imbriquée : 20 000 caractères au plus.",
  syntax: (what) => `Cette requête ne se lit pas : ${what}`,
  several: () => "Une seule requête à la fois : retirez ce qui suit le premier point-virgule.",
  not_a_read: (what) =>
    `${what ? `« ${what} » n’est pas envoyé` : "Cette requête n’est pas envoyée"} : une requête commence par SELECT ou WITH et ne fait que lire.`,
  locks: () =>
    "Cette requête n’est pas envoyée : elle bloquerait des lignes pour les autres. Retirez FOR UPDATE, FOR SHARE ou LOCK.",
  table: (what) =>
    `« ${what} » n’est pas une table de cette connexion. Cherchez son nom dans la liste des tables, ou relisez celles-ci.`,
  function: (what) =>
    `La fonction « ${what} » n’est pas admise : seules celles qui ne font que lire et calculer le sont.`,
  type: (what) => `Le type « ${what} » n’est pas admis : il parle du serveur, pas des données.`,
  operator: (what) =>
    `L’opérateur « ${what} » n’est pas admis : ce n’est pas un de ceux de la base elle-même.`,
  variable: (what) =>
    `« ${what} » est un paramètre que rien ne remplit : écrivez sa valeur à la place.`,
  comment: () =>
    "Cette requête n’est pas envoyée : le serveur exécuterait un de ses commentaires. Retirez-le.",
  construct: (what) => `« ${what} » n’est pas admis : seules les lectures de tables le sont.`,
};

/** Words of errors of connections to databases. Why one failed or a query was refused stands on its page. */
export const connectionErrors = {
  "connection.not_found": "Cette connexion n’existe plus.",
  "connection.host_refused": ({ reason }: ErrorParams) => {
    if (reason === "private") return "Cet hôte n’est pas joignable depuis l’internet public.";
    if (reason === "port") return "Ce port n’est pas accepté : 443, ou au-dessus de 1023.";
    return "Cet hôte est illisible : un nom, par exemple base.exemple.fr, ou une adresse IP.";
  },
  "connection.too_many": ({ most }: ErrorParams) =>
    `Il y a déjà ${String(most)} connexions. Supprimez-en une d’abord.`,
  "connection.password_needed":
    "L’hôte, le port ou le chiffrement change : saisissez de nouveau le mot de passe.",
  "connection.password_unreadable":
    "Le mot de passe de cette connexion ne peut pas être lu. Saisissez-le de nouveau.",
  "connection.failed": "La base n’a pas pu être ouverte. Testez la connexion pour savoir pourquoi.",
  "connection.writer":
    "Cet identifiant pourrait modifier la base. Donnez-en un qui ne fait que lire, ou acceptez ces droits dans la connexion.",
  "connection.sql_refused": ({ reason, what }: ErrorParams) => {
    const say = refusals[reason as GateReason] as ((what: string) => string) | undefined;
    return (
      say?.(typeof what === "string" ? what : "") ??
      "Cette requête n’est pas envoyée : seules les lectures des tables de la connexion le sont."
    );
  },
  "connection.too_costly":
    "La base estime cette requête trop lourde. Ajoutez un filtre, une période ou une limite.",
  "connection.query_failed": ({ detail, timeout }: ErrorParams) =>
    timeout
      ? "La base n’a pas fini en une minute. Ajoutez un filtre, une période ou une limite."
      : `La base refuse cette requête : ${String(detail)}`,
} as const;
