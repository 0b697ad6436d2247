/** Questions that a firm asks of its PostgreSQL, each in another manner: all of them must pass the gate, and run. */
export const POSTGRES_ACCEPTED: readonly string[] = `
SELECT count(*) FROM clients
SELECT * FROM clients LIMIT 50
SELECT nom, ville FROM clients WHERE actif ORDER BY nom
SELECT DISTINCT secteur FROM clients ORDER BY 1
SELECT DISTINCT ON (client_id) client_id, numero, emise_le FROM factures ORDER BY client_id, emise_le DESC
SELECT count(DISTINCT client_id) FROM factures WHERE emise_le >= date '2026-01-01'
SELECT sum(total_ht) AS ca FROM factures WHERE statut = 'payee'
SELECT sum(total_ht) FILTER (WHERE statut = 'payee') AS paye, sum(total_ht) FILTER (WHERE statut <> 'payee') AS ouvert FROM factures
SELECT round(avg(total_ht), 2) FROM factures
SELECT min(emise_le), max(emise_le) FROM factures
SELECT date_trunc('month', emise_le) AS mois, sum(total_ht) FROM factures GROUP BY 1 ORDER BY 1
SELECT to_char(emise_le, 'YYYY-MM') AS mois, count(*) FROM factures GROUP BY 1
SELECT extract(year FROM emise_le) AS annee, extract(quarter FROM emise_le) AS trimestre, sum(total_ht) FROM factures GROUP BY 1, 2
SELECT c.nom, sum(f.total_ht) AS ca FROM factures f JOIN clients c ON c.id = f.client_id GROUP BY c.id, c.nom ORDER BY ca DESC LIMIT 10
SELECT c.nom FROM clients c LEFT JOIN factures f ON f.client_id = c.id WHERE f.id IS NULL
SELECT nom FROM clients c WHERE NOT EXISTS (SELECT 1 FROM factures f WHERE f.client_id = c.id)
SELECT nom FROM clients WHERE id IN (SELECT client_id FROM factures WHERE total_ht > 10000)
SELECT nom FROM clients WHERE id = ANY (SELECT client_id FROM factures)
SELECT nom FROM clients WHERE id = ANY (ARRAY[1, 2, 3])
SELECT nom FROM clients WHERE id > ALL (SELECT client_id FROM chantiers WHERE etat = 'clos')
SELECT numero, total_ht + tva AS ttc FROM factures
SELECT numero, total_ht - coalesce(remise, 0) AS net FROM factures
SELECT numero, (total_ht * 1.2)::numeric(12,2) AS ttc FROM factures
SELECT numero, CAST(total_ht AS integer) FROM factures
SELECT numero, current_date - echeance AS retard FROM factures WHERE echeance < current_date AND payee_le IS NULL
SELECT numero FROM factures WHERE echeance BETWEEN date '2026-01-01' AND date '2026-03-31'
SELECT numero FROM factures WHERE echeance NOT BETWEEN date '2026-01-01' AND date '2026-03-31'
SELECT numero FROM factures WHERE emise_le > now() - interval '30 days'
SELECT numero FROM factures WHERE emise_le >= current_date - 90
SELECT numero FROM factures WHERE emise_le >= date_trunc('year', current_date)
SELECT numero, age(current_date, emise_le) FROM factures
SELECT avg(payee_le - emise_le) AS delai FROM factures WHERE payee_le IS NOT NULL
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY total_ht) AS mediane FROM factures
SELECT percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY total_ht) FROM factures
SELECT mode() WITHIN GROUP (ORDER BY statut) FROM factures
SELECT stddev_samp(total_ht), var_pop(total_ht) FROM factures
SELECT corr(quantite, prix), regr_slope(prix, quantite), regr_r2(prix, quantite) FROM lignes
SELECT statut, count(*) FROM factures GROUP BY statut HAVING count(*) > 5
SELECT CASE WHEN total_ht < 1000 THEN 'petite' WHEN total_ht < 10000 THEN 'moyenne' ELSE 'grande' END AS taille, count(*) FROM factures GROUP BY 1
SELECT CASE statut WHEN 'payee' THEN 1 ELSE 0 END FROM factures
SELECT width_bucket(total_ht, 0, 50000, 10) AS tranche, count(*) FROM factures GROUP BY tranche ORDER BY tranche
SELECT ville, secteur, count(*) FROM clients GROUP BY ROLLUP (ville, secteur)
SELECT ville, secteur, count(*), grouping(ville) FROM clients GROUP BY CUBE (ville, secteur)
SELECT ville, secteur, count(*) FROM clients GROUP BY GROUPING SETS ((ville), (secteur), ())
SELECT numero, total_ht, rank() OVER (ORDER BY total_ht DESC) FROM factures
SELECT numero, row_number() OVER (PARTITION BY client_id ORDER BY emise_le) FROM factures
SELECT emise_le, sum(total_ht) OVER (ORDER BY emise_le) AS cumul FROM factures
SELECT emise_le, avg(total_ht) OVER (ORDER BY emise_le ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) FROM factures
SELECT emise_le, sum(total_ht) OVER (ORDER BY emise_le RANGE BETWEEN interval '30 days' PRECEDING AND CURRENT ROW) FROM factures
SELECT numero, lag(total_ht) OVER w, lead(total_ht, 1, 0) OVER w FROM factures WINDOW w AS (PARTITION BY client_id ORDER BY emise_le)
SELECT numero, first_value(numero) OVER (PARTITION BY client_id ORDER BY emise_le), last_value(numero) OVER (PARTITION BY client_id ORDER BY emise_le ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) FROM factures
SELECT numero, ntile(4) OVER (ORDER BY total_ht), percent_rank() OVER (ORDER BY total_ht), cume_dist() OVER (ORDER BY total_ht) FROM factures
SELECT client_id, total_ht / sum(total_ht) OVER () AS part FROM factures
WITH mensuel AS (SELECT date_trunc('month', emise_le) AS mois, sum(total_ht) AS ca FROM factures GROUP BY 1) SELECT mois, ca, ca - lag(ca) OVER (ORDER BY mois) AS ecart FROM mensuel
WITH m AS (SELECT extract(year FROM emise_le) AS a, sum(total_ht) AS ca FROM factures GROUP BY 1) SELECT m.a, m.ca, 100 * (m.ca / p.ca - 1) AS hausse FROM m LEFT JOIN m p ON p.a = m.a - 1
WITH a AS (SELECT 1 AS x), b AS (SELECT x + 1 AS y FROM a) SELECT * FROM a, b
WITH RECURSIVE equipe AS (SELECT id, nom, chef_id, 1 AS niveau FROM salaries WHERE chef_id IS NULL UNION ALL SELECT s.id, s.nom, s.chef_id, e.niveau + 1 FROM salaries s JOIN equipe e ON s.chef_id = e.id) SELECT * FROM equipe
WITH RECURSIVE jours(j) AS (SELECT date '2026-01-01' UNION ALL SELECT j + 1 FROM jours WHERE j < date '2026-01-31') SELECT j, count(h.id) FROM jours LEFT JOIN heures h ON h.jour = j GROUP BY j
WITH t AS MATERIALIZED (SELECT * FROM factures) SELECT count(*) FROM t
WITH t AS NOT MATERIALIZED (SELECT * FROM factures) SELECT max(total_ht) FROM t
WITH factures AS (SELECT * FROM factures WHERE statut = 'payee') SELECT sum(total_ht) FROM factures
SELECT d::date AS jour, count(f.id) FROM generate_series(date '2026-01-01', date '2026-12-31', interval '1 day') AS d LEFT JOIN factures f ON f.emise_le = d::date GROUP BY 1
SELECT n FROM generate_series(1, 12) AS t(n)
SELECT * FROM unnest(ARRAY['a', 'b', 'c']) WITH ORDINALITY AS t(lettre, rang)
SELECT nom FROM clients WHERE nom ILIKE '%béton%'
SELECT nom FROM clients WHERE nom LIKE 'SCI%' OR nom LIKE 'SARL%'
SELECT nom FROM clients WHERE nom NOT LIKE 'A\\_%' ESCAPE '\\'
SELECT nom FROM clients WHERE nom SIMILAR TO '(SCI|SARL)%'
SELECT nom FROM clients WHERE nom ~* '^(sci|sarl)\\y'
SELECT nom FROM clients WHERE nom !~ '[0-9]'
SELECT upper(nom), lower(ville), initcap(secteur), length(nom) FROM clients
SELECT concat(nom, ' (', ville, ')'), concat_ws(', ', nom, ville) FROM clients
SELECT nom || ' – ' || ville FROM clients
SELECT substring(code_postal FROM 1 FOR 2) AS departement, count(*) FROM clients GROUP BY 1
SELECT left(code_postal, 2), right(code_postal, 3) FROM clients
SELECT trim(both ' ' FROM nom), btrim(nom), replace(nom, 'é', 'e') FROM clients
SELECT split_part(nom, ' ', 1), position(' ' IN nom), strpos(nom, ' ') FROM clients
SELECT regexp_replace(nom, '\\s+', ' ', 'g'), (regexp_match(nom, '([0-9]+)'))[1] FROM clients
SELECT lpad(id::text, 6, '0'), format('%s-%s', ville, id) FROM clients
SELECT md5(nom), encode(sha256(nom::bytea), 'hex') FROM clients
SELECT string_agg(nom, ', ' ORDER BY nom) FROM clients GROUP BY ville
SELECT array_agg(DISTINCT ville ORDER BY ville) FROM clients
SELECT array_length(array_agg(id), 1), cardinality(array_agg(id)) FROM clients
SELECT json_agg(json_build_object('nom', nom, 'ville', ville)) FROM clients
SELECT jsonb_object_agg(id, nom) FROM clients
SELECT details ->> 'mode' AS mode, count(*) FROM factures GROUP BY 1
SELECT details #>> '{adresse,ville}' FROM factures
SELECT numero FROM factures WHERE details::jsonb @> '{"urgent": true}'
SELECT numero FROM factures WHERE details::jsonb ? 'remise'
SELECT f.numero, l.value ->> 'nom' FROM factures f CROSS JOIN LATERAL json_array_elements(f.details -> 'lots') AS l(value)
SELECT f.numero, k FROM factures f, jsonb_object_keys(f.details::jsonb) AS k
SELECT jsonb_path_query(details::jsonb, '$.lots[*].prix') FROM factures
SELECT x.a, x.b FROM json_to_recordset('[{"a":1,"b":"x"}]') AS x(a int, b text)
SELECT numero FROM factures UNION SELECT nom FROM clients
SELECT id FROM clients UNION ALL SELECT id FROM salaries
SELECT client_id FROM factures INTERSECT SELECT client_id FROM chantiers
SELECT id FROM clients EXCEPT SELECT client_id FROM factures
(SELECT nom, 1 AS ordre FROM clients LIMIT 3) UNION ALL (SELECT nom, 2 FROM salaries LIMIT 3) ORDER BY ordre, nom
VALUES (1, 'un'), (2, 'deux')
SELECT * FROM (VALUES (1, 'un'), (2, 'deux')) AS t(n, mot)
TABLE clients
SELECT t.* FROM (SELECT client_id, sum(total_ht) AS ca FROM factures GROUP BY client_id) t WHERE t.ca > 1000
SELECT c.nom, d.numero FROM clients c LEFT JOIN LATERAL (SELECT numero FROM factures f WHERE f.client_id = c.id ORDER BY emise_le DESC LIMIT 1) d ON true
SELECT c.nom, (SELECT max(emise_le) FROM factures f WHERE f.client_id = c.id) AS derniere FROM clients c
SELECT ch.nom, ch.budget, coalesce(sum(d.montant), 0) AS depense, ch.budget - coalesce(sum(d.montant), 0) AS reste FROM chantiers ch LEFT JOIN depenses d ON d.chantier_id = ch.id GROUP BY ch.id, ch.nom, ch.budget
SELECT ch.nom, sum(h.duree * s.cout_horaire) AS main_oeuvre FROM chantiers ch JOIN heures h ON h.chantier_id = ch.id JOIN salaries s ON s.id = h.salarie_id GROUP BY ch.nom
SELECT s.nom, s.prenom, sum(h.duree) FROM salaries s JOIN heures h ON h.salarie_id = s.id WHERE extract(week FROM h.jour) = 12 GROUP BY s.id, s.nom, s.prenom HAVING sum(h.duree) > 39
SELECT a.famille, sum(l.quantite * l.prix) AS ventes, sum(l.quantite * (l.prix - a.prix_achat)) AS marge FROM lignes l JOIN articles a ON a.id = l.article_id GROUP BY a.famille
SELECT a.code FROM articles a WHERE a.stock < 10 ORDER BY a.stock NULLS LAST
SELECT * FROM factures f NATURAL JOIN (SELECT id, nom FROM clients) c
SELECT * FROM factures JOIN chantiers USING (client_id)
SELECT * FROM clients CROSS JOIN articles LIMIT 5
SELECT * FROM clients FULL OUTER JOIN chantiers ON chantiers.client_id = clients.id
SELECT * FROM clients RIGHT JOIN chantiers ON chantiers.client_id = clients.id
SELECT e.nom, c.nom AS chef FROM salaries e LEFT JOIN salaries c ON c.id = e.chef_id
SELECT nom FROM clients ORDER BY cree_le DESC OFFSET 20 LIMIT 10
SELECT nom FROM clients ORDER BY nom COLLATE "C"
SELECT nom FROM clients ORDER BY cree_le FETCH FIRST 5 ROWS ONLY
SELECT nom FROM clients ORDER BY cree_le FETCH FIRST 5 ROWS WITH TIES
SELECT nom FROM clients TABLESAMPLE BERNOULLI (10)
SELECT nom FROM clients TABLESAMPLE SYSTEM (5) REPEATABLE (42)
SELECT greatest(1, 2, 3), least(1, 2), nullif(ville, ''), coalesce(ville, 'inconnue') FROM clients
SELECT abs(-1), ceil(1.2), floor(1.8), power(2, 3), sqrt(16), mod(7, 3), 7 % 3, ln(10), exp(1), pi(), sign(-3), trunc(1.987, 1)
SELECT 2 ^ 3, 5 & 3, 5 | 3, ~5, 5 << 1, 5 # 3
SELECT make_date(2026, 11, 21), make_interval(days => 3), to_date('21/11/2026', 'DD/MM/YYYY'), to_timestamp('21/11/2026 10:00', 'DD/MM/YYYY HH24:MI')
SELECT to_number('1234.56', '9999.99'), to_char(1234.5, '9G999D99'), to_char(now(), 'TMDay DD TMMonth YYYY')
SELECT date_part('dow', jour), sum(duree) FROM heures GROUP BY 1
SELECT debut_a AT TIME ZONE 'Europe/Paris' FROM heures
SELECT timezone('Europe/Paris', debut_a) FROM heures
SELECT (date '2026-01-01', date '2026-06-30') OVERLAPS (debut, fin) FROM chantiers
SELECT daterange(debut, fin, '[]') && daterange('2026-01-01', '2026-02-01') FROM chantiers
SELECT lower(daterange(debut, fin)), upper(daterange(debut, fin)) FROM chantiers
SELECT fin - debut AS jours FROM chantiers WHERE fin IS NOT NULL
SELECT justify_days(interval '45 days'), interval '1 month' * 3
SELECT nom FROM clients WHERE actif IS TRUE AND parent_id IS NOT NULL
SELECT nom FROM clients WHERE actif IS NOT FALSE
SELECT nom FROM clients WHERE ville IS DISTINCT FROM 'Lyon'
SELECT nom FROM clients WHERE (ville, secteur) IN (('Lyon', 'BTP'), ('Paris', 'Industrie'))
SELECT (id, nom)::text FROM clients
SELECT ROW(id, nom) FROM clients
SELECT bool_and(actif), bool_or(actif), every(actif) FROM clients
SELECT count(*) * 100.0 / NULLIF((SELECT count(*) FROM clients), 0) FROM clients WHERE actif
SELECT sum(CASE WHEN payee_le <= echeance THEN 1 ELSE 0 END)::float / count(*) FROM factures
SELECT client_id, count(*) AS n FROM factures GROUP BY client_id ORDER BY n DESC, client_id ASC NULLS FIRST
SELECT to_tsvector('french', libelle) @@ plainto_tsquery('french', 'béton armé') FROM articles
SELECT ts_rank(to_tsvector('french', libelle), websearch_to_tsquery('french', 'dalle or poutre')) FROM articles
SELECT public.clients.nom FROM public.clients
SELECT "nom", "ville" FROM "public"."clients" AS "c"
SELECT c.nom -- le nom
FROM clients c /* tous */ WHERE c.actif
SELECT nom FROM clients WHERE notes = 'DROP TABLE clients; --'
SELECT 'insert into x' AS phrase, nom FROM clients WHERE nom <> 'delete'
SELECT $$un texte avec 'apostrophes'$$ AS t
SELECT E'ligne\\nsuivante', U&'\\00e9t\\00e9'
SELECT ARRAY[1, 2] || ARRAY[3], (ARRAY[1, 2, 3])[2], (ARRAY[1, 2, 3])[1:2], array_position(ARRAY['a', 'b'], 'b')
SELECT array_to_string(ARRAY(SELECT nom FROM clients ORDER BY nom), ', ')
SELECT count(*) FILTER (WHERE emise_le >= date_trunc('month', current_date)), count(*) FILTER (WHERE emise_le >= date_trunc('month', current_date) - interval '1 month' AND emise_le < date_trunc('month', current_date)) FROM factures
SELECT date_bin('15 minutes', debut_a, timestamp '2026-01-01'), count(*) FROM heures GROUP BY 1
SELECT categorie, montant, sum(montant) OVER (PARTITION BY categorie ORDER BY cree_a ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW) FROM depenses
SELECT nth_value(montant, 2) OVER (ORDER BY cree_a), dense_rank() OVER (ORDER BY categorie) FROM depenses
SELECT f.client_id, f.total_ht, moy.m FROM factures f JOIN (SELECT client_id, avg(total_ht) AS m FROM factures GROUP BY client_id) moy ON moy.client_id = f.client_id AND f.total_ht > 2 * moy.m
SELECT CASE WHEN current_date - echeance <= 30 THEN '0-30' WHEN current_date - echeance <= 60 THEN '31-60' ELSE '60+' END AS anciennete, sum(total_ht + tva) FROM factures WHERE payee_le IS NULL AND echeance < current_date GROUP BY 1 ORDER BY 1
SELECT min(f.emise_le) AS premiere, date_trunc('month', min(f.emise_le)) AS cohorte, f.client_id FROM factures f GROUP BY f.client_id
WITH premiere AS (SELECT client_id, min(date_trunc('month', emise_le)) AS cohorte FROM factures GROUP BY client_id) SELECT cohorte, date_trunc('month', f.emise_le) AS mois, count(DISTINCT f.client_id) FROM factures f JOIN premiere USING (client_id) GROUP BY 1, 2 ORDER BY 1, 2
WITH classe AS (SELECT client_id, sum(total_ht) AS ca FROM factures GROUP BY client_id), cumul AS (SELECT client_id, ca, sum(ca) OVER (ORDER BY ca DESC) / sum(ca) OVER () AS part FROM classe) SELECT client_id, CASE WHEN part <= 0.8 THEN 'A' WHEN part <= 0.95 THEN 'B' ELSE 'C' END FROM cumul
SELECT jour, duree FROM heures WHERE (salarie_id, jour) IN (SELECT salarie_id, max(jour) FROM heures GROUP BY salarie_id)
SELECT gen_random_uuid(), random() < 0.5, pg_typeof(1)
SELECT similarity.n FROM (SELECT char_length(nom) AS n FROM clients) AS similarity
SELECT any_value.nom FROM clients AS any_value
SELECT 1
SELECT 1 AS "INTO", 2 AS "for update"
select sum(total_ht) "Chiffre d'affaires" from factures where emise_le >= '2026-01-01'::date
SELECT nom FROM clients WHERE translate(lower(nom), 'éèêàç', 'eeeac') LIKE '%electricite%'
SELECT reverse(nom), repeat('*', 3), ascii('A'), chr(65), starts_with(nom, 'S') FROM clients
SELECT isfinite(debut), date_part('epoch', fin - debut) FROM (SELECT timestamp '2026-01-01' AS debut, timestamp '2026-02-01' AS fin) t
SELECT sum(montant) FROM depenses WHERE fournisseur IS NULL OR trim(fournisseur) = ''
SELECT chantier_id, sum(montant) FROM depenses WHERE payee_le >= date_trunc('quarter', current_date) - interval '3 months' GROUP BY chantier_id
`
  .split(/\n(?=(?:SELECT|select|WITH|VALUES|TABLE|\(SELECT)\b)/)
  .map((query) => query.trim())
  .filter(Boolean);
