/** Questions that a firm asks of its MySQL or MariaDB, each in another manner: all of them must pass the gate, and run. */
export const MYSQL_ACCEPTED: readonly string[] = `
SELECT COUNT(*) FROM clients
SELECT * FROM clients LIMIT 50
SELECT nom, ville FROM clients WHERE actif = 1 ORDER BY nom
SELECT DISTINCT secteur FROM clients ORDER BY 1
SELECT COUNT(DISTINCT client_id) FROM factures WHERE emise_le >= '2026-01-01'
SELECT SUM(total_ht) AS ca FROM factures WHERE statut = 'payee'
SELECT SUM(IF(statut = 'payee', total_ht, 0)) AS paye, SUM(IF(statut <> 'payee', total_ht, 0)) AS ouvert FROM factures
SELECT ROUND(AVG(total_ht), 2) FROM factures
SELECT MIN(emise_le), MAX(emise_le) FROM factures
SELECT DATE_FORMAT(emise_le, '%Y-%m') AS mois, SUM(total_ht) FROM factures GROUP BY mois ORDER BY mois
SELECT YEAR(emise_le) AS annee, QUARTER(emise_le) AS trimestre, SUM(total_ht) FROM factures GROUP BY annee, trimestre
SELECT EXTRACT(YEAR_MONTH FROM emise_le), COUNT(*) FROM factures GROUP BY 1
SELECT c.nom, SUM(f.total_ht) AS ca FROM factures f JOIN clients c ON c.id = f.client_id GROUP BY c.id, c.nom ORDER BY ca DESC LIMIT 10
SELECT c.nom FROM clients c LEFT JOIN factures f ON f.client_id = c.id WHERE f.id IS NULL
SELECT nom FROM clients c WHERE NOT EXISTS (SELECT 1 FROM factures f WHERE f.client_id = c.id)
SELECT nom FROM clients WHERE id IN (SELECT client_id FROM factures WHERE total_ht > 10000)
SELECT nom FROM clients WHERE id = ANY (SELECT client_id FROM factures)
SELECT nom FROM clients WHERE id > ALL (SELECT client_id FROM chantiers WHERE etat = 'clos')
SELECT numero, total_ht + tva AS ttc FROM factures
SELECT numero, total_ht - COALESCE(remise, 0) AS net FROM factures
SELECT numero, total_ht - IFNULL(remise, 0) AS net FROM factures
SELECT numero, CAST(total_ht AS SIGNED), CAST(total_ht AS DECIMAL(12,2)), CONVERT(total_ht, CHAR) FROM factures
SELECT numero, DATEDIFF(CURDATE(), echeance) AS retard FROM factures WHERE echeance < CURDATE() AND payee_le IS NULL
SELECT numero, TIMESTAMPDIFF(MONTH, emise_le, NOW()) FROM factures
SELECT numero FROM factures WHERE echeance BETWEEN '2026-01-01' AND '2026-03-31'
SELECT numero FROM factures WHERE echeance NOT BETWEEN '2026-01-01' AND '2026-03-31'
SELECT numero FROM factures WHERE emise_le > NOW() - INTERVAL 30 DAY
SELECT numero FROM factures WHERE emise_le >= DATE_SUB(CURDATE(), INTERVAL 3 MONTH)
SELECT numero FROM factures WHERE emise_le >= DATE_ADD('2026-01-01', INTERVAL 1 QUARTER)
SELECT LAST_DAY(emise_le), DAYNAME(emise_le), MONTHNAME(emise_le), WEEKDAY(emise_le), DAYOFWEEK(emise_le) FROM factures
SELECT WEEK(jour, 3) AS semaine, SUM(duree) FROM heures GROUP BY semaine
SELECT YEARWEEK(jour, 3) AS semaine, SUM(duree) FROM heures GROUP BY semaine
SELECT AVG(DATEDIFF(payee_le, emise_le)) AS delai FROM factures WHERE payee_le IS NOT NULL
SELECT STDDEV_SAMP(total_ht), VAR_POP(total_ht), STDDEV(total_ht), VARIANCE(total_ht) FROM factures
SELECT statut, COUNT(*) AS n FROM factures GROUP BY statut HAVING n > 5
SELECT CASE WHEN total_ht < 1000 THEN 'petite' WHEN total_ht < 10000 THEN 'moyenne' ELSE 'grande' END AS taille, COUNT(*) FROM factures GROUP BY taille
SELECT CASE statut WHEN 'payee' THEN 1 ELSE 0 END FROM factures
SELECT ville, secteur, COUNT(*) FROM clients GROUP BY ville, secteur WITH ROLLUP
SELECT FLOOR(total_ht / 1000) * 1000 AS tranche, COUNT(*) FROM factures GROUP BY tranche ORDER BY tranche
SELECT numero, total_ht, RANK() OVER (ORDER BY total_ht DESC) AS rang FROM factures
SELECT numero, ROW_NUMBER() OVER (PARTITION BY client_id ORDER BY emise_le) AS n FROM factures
SELECT emise_le, SUM(total_ht) OVER (ORDER BY emise_le) AS cumul FROM factures
SELECT emise_le, AVG(total_ht) OVER (ORDER BY emise_le ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS m FROM factures
SELECT numero, LAG(total_ht) OVER w AS avant, LEAD(total_ht, 1) OVER w AS apres FROM factures WINDOW w AS (PARTITION BY client_id ORDER BY emise_le)
SELECT numero, FIRST_VALUE(numero) OVER (PARTITION BY client_id ORDER BY emise_le) AS premiere FROM factures
SELECT numero, NTILE(4) OVER (ORDER BY total_ht) AS quartile, PERCENT_RANK() OVER (ORDER BY total_ht) AS p, CUME_DIST() OVER (ORDER BY total_ht) AS d, DENSE_RANK() OVER (ORDER BY total_ht) AS r FROM factures
SELECT client_id, total_ht / SUM(total_ht) OVER () AS part FROM factures
WITH mensuel AS (SELECT DATE_FORMAT(emise_le, '%Y-%m-01') AS mois, SUM(total_ht) AS ca FROM factures GROUP BY 1) SELECT mois, ca, ca - LAG(ca) OVER (ORDER BY mois) AS ecart FROM mensuel
WITH m AS (SELECT YEAR(emise_le) AS a, SUM(total_ht) AS ca FROM factures GROUP BY 1) SELECT m.a, m.ca, 100 * (m.ca / p.ca - 1) AS hausse FROM m LEFT JOIN m p ON p.a = m.a - 1
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH RECURSIVE equipe AS (SELECT id, nom, chef_id, 1 AS niveau FROM salaries WHERE chef_id IS NULL UNION ALL SELECT s.id, s.nom, s.chef_id, e.niveau + 1 FROM salaries s JOIN equipe e ON s.chef_id = e.id) SELECT * FROM equipe
WITH RECURSIVE jours (j) AS (SELECT CAST('2026-01-01' AS DATE) UNION ALL SELECT j + INTERVAL 1 DAY FROM jours WHERE j < '2026-01-31') SELECT j, COUNT(h.id) FROM jours LEFT JOIN heures h ON h.jour = j GROUP BY j
WITH factures AS (SELECT * FROM factures WHERE statut = 'payee') SELECT SUM(total_ht) FROM factures
SELECT nom FROM clients WHERE nom LIKE '%béton%'
SELECT nom FROM clients WHERE nom NOT LIKE 'SCI%' AND (ville = 'Lyon' OR ville = 'Paris')
SELECT nom FROM clients WHERE nom LIKE 'A|_%' ESCAPE '|'
SELECT nom FROM clients WHERE nom REGEXP '^(sci|sarl)'
SELECT nom FROM clients WHERE nom RLIKE '[0-9]'
SELECT nom FROM clients WHERE nom NOT REGEXP '[0-9]'
SELECT UPPER(nom), LOWER(ville), CHAR_LENGTH(nom), LENGTH(nom) FROM clients
SELECT CONCAT(nom, ' (', ville, ')'), CONCAT_WS(', ', nom, ville) FROM clients
SELECT LEFT(code_postal, 2) AS departement, COUNT(*) FROM clients GROUP BY departement
SELECT SUBSTRING(code_postal, 1, 2), SUBSTRING_INDEX(nom, ' ', 1), MID(nom, 2, 3), RIGHT(code_postal, 3) FROM clients
SELECT TRIM(nom), LTRIM(nom), RTRIM(nom), REPLACE(nom, 'é', 'e'), REVERSE(nom) FROM clients
SELECT TRIM(BOTH ' ' FROM nom) FROM clients
SELECT LOCATE(' ', nom), INSTR(nom, ' '), POSITION(' ' IN nom) FROM clients
SELECT REGEXP_REPLACE(nom, '[[:space:]]+', ' '), REGEXP_SUBSTR(nom, '[0-9]+') FROM clients
SELECT LPAD(id, 6, '0'), FORMAT(total_ht, 2) FROM factures
SELECT FORMAT(total_ht, 2, 'fr_FR') FROM factures
SELECT MD5(nom), SHA2(nom, 256) FROM clients
SELECT GROUP_CONCAT(nom) FROM clients GROUP BY ville
SELECT GROUP_CONCAT(DISTINCT nom ORDER BY nom DESC SEPARATOR ', ') FROM clients GROUP BY ville
SELECT JSON_EXTRACT(details, '$.mode') AS mode, COUNT(*) FROM factures GROUP BY mode
SELECT JSON_UNQUOTE(JSON_EXTRACT(details, '$.adresse.ville')) FROM factures
SELECT JSON_VALUE(details, '$.mode') FROM factures
SELECT numero FROM factures WHERE JSON_CONTAINS(details, 'true', '$.urgent')
SELECT JSON_OBJECT('nom', nom, 'ville', ville), JSON_ARRAY(id, nom), JSON_LENGTH(notes) FROM clients
SELECT JSON_ARRAYAGG(nom), JSON_OBJECTAGG(id, nom) FROM clients
SELECT numero FROM factures UNION SELECT nom FROM clients
SELECT id FROM clients UNION ALL SELECT id FROM salaries ORDER BY 1 LIMIT 10
SELECT client_id FROM factures INTERSECT SELECT client_id FROM chantiers
SELECT id FROM clients EXCEPT SELECT client_id FROM factures
(SELECT nom, 1 AS ordre FROM clients LIMIT 3) UNION ALL (SELECT nom, 2 FROM salaries LIMIT 3) ORDER BY ordre, nom
SELECT t.* FROM (SELECT client_id, SUM(total_ht) AS ca FROM factures GROUP BY client_id) t WHERE t.ca > 1000
SELECT t.ca FROM (SELECT client_id, SUM(total_ht) AS ca FROM factures GROUP BY client_id) AS t ORDER BY t.ca DESC LIMIT 1
SELECT c.nom, (SELECT MAX(emise_le) FROM factures f WHERE f.client_id = c.id) AS derniere FROM clients c
SELECT ch.nom, ch.budget, COALESCE(SUM(d.montant), 0) AS depense, ch.budget - COALESCE(SUM(d.montant), 0) AS reste FROM chantiers ch LEFT JOIN depenses d ON d.chantier_id = ch.id GROUP BY ch.id, ch.nom, ch.budget
SELECT ch.nom, SUM(h.duree * s.cout_horaire) AS main_oeuvre FROM chantiers ch JOIN heures h ON h.chantier_id = ch.id JOIN salaries s ON s.id = h.salarie_id GROUP BY ch.nom
SELECT s.nom, s.prenom, SUM(h.duree) AS total FROM salaries s JOIN heures h ON h.salarie_id = s.id WHERE WEEK(h.jour, 3) = 12 GROUP BY s.id, s.nom, s.prenom HAVING total > 39
SELECT a.famille, SUM(l.quantite * l.prix) AS ventes, SUM(l.quantite * (l.prix - a.prix_achat)) AS marge FROM lignes l INNER JOIN articles a ON a.id = l.article_id GROUP BY a.famille
SELECT code FROM articles WHERE stock < 10 ORDER BY stock IS NULL, stock
SELECT * FROM factures JOIN chantiers USING (client_id)
SELECT * FROM clients NATURAL JOIN (SELECT id, nom FROM clients) c
SELECT * FROM clients CROSS JOIN articles LIMIT 5
SELECT * FROM clients RIGHT JOIN chantiers ON chantiers.client_id = clients.id
SELECT c.nom, f.numero FROM clients c, factures f WHERE f.client_id = c.id
SELECT e.nom, c.nom AS chef FROM salaries e LEFT OUTER JOIN salaries c ON c.id = e.chef_id
SELECT nom FROM clients ORDER BY cree_le DESC LIMIT 20, 10
SELECT nom FROM clients ORDER BY cree_le DESC LIMIT 10 OFFSET 20
SELECT nom FROM clients ORDER BY nom COLLATE utf8mb4_general_ci
SELECT GREATEST(1, 2, 3), LEAST(1, 2), NULLIF(ville, ''), COALESCE(ville, 'inconnue') FROM clients
SELECT ABS(-1), CEIL(1.2), FLOOR(1.8), POWER(2, 3), SQRT(16), MOD(7, 3), 7 % 3, LN(10), EXP(1), PI(), SIGN(-3), TRUNCATE(1.987, 1)
SELECT 7 DIV 2, 7 MOD 3, 5 & 3, 5 | 3, 5 ^ 3, 5 << 1, 5 >> 1
SELECT STR_TO_DATE('21/11/2026', '%d/%m/%Y'), MAKEDATE(2026, 325), DATE('2026-11-21 10:00:00'), TIME('2026-11-21 10:00:00')
SELECT UNIX_TIMESTAMP(debut_a), FROM_UNIXTIME(1795000000) FROM heures
SELECT CONVERT_TZ(debut_a, '+00:00', '+01:00') FROM heures
SELECT HOUR(debut_a), MINUTE(debut_a), DAY(jour), MONTH(jour), DAYOFYEAR(jour) FROM heures
SELECT SEC_TO_TIME(SUM(duree) * 3600), TIME_TO_SEC('08:30:00') FROM heures
SELECT nom FROM clients WHERE actif IS TRUE AND parent_id IS NOT NULL
SELECT nom FROM clients WHERE NOT actif
SELECT nom FROM clients WHERE ville <=> NULL
SELECT nom FROM clients WHERE (ville, secteur) IN (('Lyon', 'BTP'), ('Paris', 'Industrie'))
SELECT nom FROM clients WHERE ville != 'Lyon' AND secteur <> 'BTP'
SELECT COUNT(*) * 100.0 / NULLIF((SELECT COUNT(*) FROM clients), 0) FROM clients WHERE actif = 1
SELECT SUM(payee_le <= echeance) / COUNT(*) AS a_temps FROM factures
SELECT FIELD(statut, 'brouillon', 'envoyee', 'payee') AS ordre, numero FROM factures ORDER BY ordre
SELECT ELT(MONTH(emise_le), 'janv.', 'févr.', 'mars') FROM factures
SELECT FIND_IN_SET('b', 'a,b,c'), INET_NTOA(3232235777), BIN(5), HEX(255), CONV('ff', 16, 10)
SELECT \`clients\`.\`nom\` FROM \`clients\` WHERE \`clients\`.\`actif\` = 1
SELECT gestion.clients.nom FROM gestion.clients
SELECT c.nom FROM gestion.clients AS c
SELECT c.nom -- le nom
FROM clients c /* tous */ WHERE c.actif
SELECT nom # le nom
FROM clients
SELECT nom FROM clients WHERE notes = 'DROP TABLE clients; --'
SELECT 'insert into x' AS phrase, nom FROM clients WHERE nom <> "delete"
SELECT 'l''atelier', 'l\\'atelier', "double ""guillemet"""
SELECT SUM(CASE WHEN emise_le >= DATE_FORMAT(CURDATE(), '%Y-%m-01') THEN total_ht ELSE 0 END) AS mois FROM factures
SELECT CASE WHEN DATEDIFF(CURDATE(), echeance) <= 30 THEN '0-30' WHEN DATEDIFF(CURDATE(), echeance) <= 60 THEN '31-60' ELSE '60+' END AS anciennete, SUM(total_ht + tva) FROM factures WHERE payee_le IS NULL AND echeance < CURDATE() GROUP BY anciennete ORDER BY anciennete
WITH premiere AS (SELECT client_id, MIN(DATE_FORMAT(emise_le, '%Y-%m')) AS cohorte FROM factures GROUP BY client_id) SELECT cohorte, DATE_FORMAT(f.emise_le, '%Y-%m') AS mois, COUNT(DISTINCT f.client_id) FROM factures f JOIN premiere USING (client_id) GROUP BY cohorte, mois
WITH classe AS (SELECT client_id, SUM(total_ht) AS ca FROM factures GROUP BY client_id), cumul AS (SELECT client_id, ca, SUM(ca) OVER (ORDER BY ca DESC) / SUM(ca) OVER () AS part FROM classe) SELECT client_id, CASE WHEN part <= 0.8 THEN 'A' WHEN part <= 0.95 THEN 'B' ELSE 'C' END FROM cumul
SELECT jour, duree FROM heures WHERE (salarie_id, jour) IN (SELECT salarie_id, MAX(jour) FROM heures GROUP BY salarie_id)
SELECT f.client_id, f.total_ht, moy.m FROM factures f JOIN (SELECT client_id, AVG(total_ht) AS m FROM factures GROUP BY client_id) moy ON moy.client_id = f.client_id AND f.total_ht > 2 * moy.m
SELECT 1
SELECT 1 AS \`INTO\`, 2 AS \`for update\`
select sum(total_ht) as \`Chiffre d'affaires\` from factures where emise_le >= '2026-01-01'
SELECT chantier_id, SUM(montant) FROM depenses WHERE payee_le >= MAKEDATE(YEAR(CURDATE()), 1) GROUP BY chantier_id
SELECT categorie, SUM(montant) AS total, SUM(SUM(montant)) OVER () AS tout FROM depenses GROUP BY categorie
SELECT BIT_AND(id), BIT_OR(id) FROM clients
SELECT UUID(), RAND() < 0.5
SELECT CURRENT_DATE, CURRENT_TIMESTAMP, UTC_DATE(), UTC_TIMESTAMP(), LOCALTIME
`
  .split(/\n(?=(?:SELECT|select|WITH|VALUES|\(SELECT)\b)/)
  .map((query) => query.trim())
  .filter(Boolean);
