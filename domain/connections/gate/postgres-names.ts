const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Functions of PostgreSQL that read nothing but their arguments and write nothing: chapter 9 of its manual, without those that
 * tell of the server, wait, take locks, read files or run text as SQL.
 */
export const POSTGRES_FUNCTIONS = words(`
  abs acos acosd asin asind atan atan2 atan2d atand cbrt ceil ceiling cos cosd cosh cot cotd degrees div erf erfc exp
  factorial floor gamma gcd greatest lcm least lgamma ln log log10 min_scale mod pi power pow radians random
  random_normal round scale sign sin sind sinh sqrt tan tand tanh trim_scale trunc width_bucket

  ascii bit_length btrim casefold char_length character_length chr concat concat_ws decode encode format initcap is_normalized
  left length lower lpad ltrim md5 normalize octet_length overlay parse_ident position quote_ident quote_literal quote_nullable
  regexp_count regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array
  regexp_split_to_table regexp_substr repeat replace reverse right rpad rtrim sha224 sha256 sha384 sha512 split_part
  starts_with string_to_array string_to_table strpos substr substring text to_ascii to_hex to_bin to_oct translate trim
  unaccent unicode_assigned unistr upper get_bit get_byte set_bit set_byte bit_count like_escape similar_escape similar_to_escape

  to_char to_date to_number to_timestamp

  age clock_timestamp date date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days
  justify_hours justify_interval make_date make_interval make_time make_timestamp make_timestamptz now overlaps
  statement_timestamp timeofday transaction_timestamp timezone time timestamp timestamptz interval

  coalesce nullif num_nonnulls num_nulls

  array_agg array_append array_cat array_dims array_fill array_length array_lower array_ndims array_position
  array_positions array_prepend array_remove array_replace array_reverse array_sample array_shuffle array_sort
  array_to_string array_upper cardinality trim_array unnest generate_series generate_subscripts

  any_value avg bit_and bit_or bit_xor bool_and bool_or count every json_agg json_agg_strict json_object_agg
  json_object_agg_strict json_object_agg_unique jsonb_agg jsonb_agg_strict jsonb_object_agg jsonb_object_agg_strict
  max min range_agg range_intersect_agg string_agg sum corr covar_pop covar_samp regr_avgx regr_avgy regr_count
  regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy stddev stddev_pop stddev_samp variance var_pop var_samp
  mode percentile_cont percentile_disc rank dense_rank percent_rank cume_dist grouping

  row_number ntile lag lead first_value last_value nth_value

  array_to_json json_array_elements json_array_elements_text json_array_length json_build_array json_build_object
  json_each json_each_text json_extract_path json_extract_path_text json_object json_object_keys json_populate_record
  json_populate_recordset json_scalar json_serialize json_strip_nulls json_to_record json_to_recordset json_typeof
  jsonb_array_elements jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_each
  jsonb_each_text jsonb_extract_path jsonb_extract_path_text jsonb_insert jsonb_object jsonb_object_keys
  jsonb_path_exists jsonb_path_match jsonb_path_query jsonb_path_query_array jsonb_path_query_first
  jsonb_path_exists_tz jsonb_path_match_tz jsonb_path_query_tz jsonb_path_query_array_tz jsonb_path_query_first_tz
  jsonb_populate_record jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record
  jsonb_to_recordset jsonb_typeof row_to_json to_json to_jsonb

  lower_inc lower_inf upper_inc upper_inf isempty range_merge multirange int4range int8range numrange tsrange
  tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange datemultirange

  array_to_tsvector numnode phraseto_tsquery plainto_tsquery querytree setweight strip to_tsquery to_tsvector
  json_to_tsvector jsonb_to_tsvector ts_delete ts_filter ts_headline ts_rank ts_rank_cd tsquery_phrase
  tsvector_to_array websearch_to_tsquery similarity word_similarity strict_word_similarity levenshtein
  levenshtein_less_equal soundex difference metaphone dmetaphone dmetaphone_alt

  area box center circle diagonal diameter height isclosed isopen line lseg npoints path point polygon radius
  slope width abbrev broadcast family host hostmask inet_merge inet_same_family masklen netmask network set_masklen

  gen_random_uuid uuidv4 uuidv7 uuid_extract_timestamp uuid_extract_version hashtext pg_typeof enum_first enum_last enum_range

  int2 int4 int8 float4 float8 numeric bool varchar bpchar
`);

/** Operators of PostgreSQL itself. Others are functions that somebody made. */
export const POSTGRES_OPERATORS = words(`
  + - * / % ^ |/ ||/ @ & | # ~ << >> < > <= >= = <> != || ~~ ~~* !~~ !~~* ~* !~ !~* ^@
  -> ->> #> #>> @> <@ ? ?| ?& @? @@ @@@ #- && &< &> -|- <<= >>= &&& <<| |>> &<| |&> <^ >^ ?# ?- ?-| ?|| ~= <-> ## @-@ !!
  <% %> <<% %>> <<<-> <->>> <<-> <->> =>
`);

/** Kinds of the parser's tree that only read. What a newer version adds is refused until it is looked at. */
export const POSTGRES_NODES = words(`
  SelectStmt ResTarget ColumnRef A_Star A_Const A_Expr BoolExpr NullTest BooleanTest CaseExpr CaseWhen CoalesceExpr
  MinMaxExpr FuncCall TypeCast SubLink RangeVar RangeSubselect RangeFunction RangeTableSample JoinExpr SortBy
  CommonTableExpr A_ArrayExpr A_Indirection A_Indices RowExpr GroupingSet GroupingFunc List CollateClause
  SQLValueFunction NamedArgExpr WindowDef ColumnDef String Integer Float Boolean BitString
  JsonIsPredicate JsonFuncExpr JsonTable JsonTableColumn JsonTablePathSpec JsonObjectConstructor JsonArrayConstructor
  JsonArrayQueryConstructor JsonObjectAgg JsonArrayAgg JsonKeyValue JsonValueExpr JsonArgument JsonOutput JsonBehavior
  JsonParseExpr JsonScalarExpr JsonSerializeExpr JsonFormat JsonReturning
`);

/** Words of the grammar that stand for a time; the others tell of the server and of who is connected. */
export const POSTGRES_TIMES = words(`
  SVFOP_CURRENT_DATE SVFOP_CURRENT_TIME SVFOP_CURRENT_TIME_N SVFOP_CURRENT_TIMESTAMP SVFOP_CURRENT_TIMESTAMP_N
  SVFOP_LOCALTIME SVFOP_LOCALTIME_N SVFOP_LOCALTIMESTAMP SVFOP_LOCALTIMESTAMP_N
`);
