import type { ErrorParams } from "../../errors.ts";

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
  "connection.sql_refused":
    "Cette requête n’est pas envoyée : seules les lectures des tables de la connexion le sont.",
  "connection.too_costly":
    "La base estime cette requête trop lourde. Ajoutez un filtre, une période ou une limite.",
  "connection.query_failed": ({ detail, timeout }: ErrorParams) =>
    timeout
      ? "La base n’a pas fini en une minute. Ajoutez un filtre, une période ou une limite."
      : `La base refuse cette requête : ${String(detail)}`,
} as const;
