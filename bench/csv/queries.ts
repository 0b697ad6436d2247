/** The questions that each engine answers, in one wording for both DuckDBs. `peers/arquero-page.js` asks them in its own. */
export const QUERIES: Readonly<Record<string, string>> = {
  "amount by month":
    "SELECT date_trunc('month', date_facture) AS k, sum(montant_ht) AS v FROM t GROUP BY 1 ORDER BY 1",
  "amount by agency and family":
    "SELECT agence AS k, famille AS k2, sum(montant_ht) AS v FROM t GROUP BY 1, 2 ORDER BY 1, 2",
  "ten best clients":
    "SELECT client AS k, sum(montant_ht) AS v FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
  "large sales of one family":
    "SELECT agence AS k, count(*) AS n, avg(montant_ht) AS v FROM t WHERE famille = 'Charpente' AND montant_ht > 1000 GROUP BY 1 ORDER BY 1",
  "clients of each agency":
    "SELECT agence AS k, count(DISTINCT client) AS v FROM t GROUP BY 1 ORDER BY 1",
  "median amount of each family":
    "SELECT famille AS k, median(montant_ht) AS v FROM t GROUP BY 1 ORDER BY 1",
};
