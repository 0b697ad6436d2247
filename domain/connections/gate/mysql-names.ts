const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/**
 * Functions of MySQL and MariaDB that read nothing but their arguments and write nothing: chapter 14 of MySQL's manual, without those
 * that tell of the server or session, wait, take locks, read files, or keep something for later.
 */
export const MYSQL_FUNCTIONS = words(`
  abs acos asin atan atan2 ceil ceiling conv cos cot crc32 degrees exp floor format ln log log10 log2 mod pi pow power
  radians rand round sign sin sqrt tan truncate

  ascii bin bit_length char char_length character_length chr concat concat_ws elt export_set field find_in_set from_base64 hex
  insert instr lcase left length locate lower lpad ltrim make_set mid oct octet_length ord position quote regexp_instr
  regexp_like regexp_replace regexp_substr repeat replace reverse right rpad rtrim soundex space strcmp substr substring
  substring_index to_base64 trim ucase unhex upper weight_string natural_sort_key sformat to_char to_number

  adddate addtime add_months convert_tz curdate current_date current_time current_timestamp curtime date date_add date_format
  date_sub datediff day dayname dayofmonth dayofweek dayofyear extract from_days from_unixtime get_format hour last_day
  localtime localtimestamp makedate maketime microsecond minute month monthname now period_add period_diff quarter
  sec_to_time second str_to_date subdate subtime sysdate time time_format time_to_sec timediff timestamp timestampadd
  timestampdiff to_days to_seconds unix_timestamp utc_date utc_time utc_timestamp week weekday weekofyear year yearweek

  if ifnull nullif nvl nvl2 coalesce greatest least interval isnull decode_oracle

  any_value avg bit_and bit_or bit_xor count group_concat json_arrayagg json_objectagg max median min percentile_cont
  percentile_disc std stddev stddev_pop stddev_samp sum var_pop var_samp variance grouping

  cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank row_number

  cast convert binary bit_count

  json_array json_array_append json_array_insert json_compact json_contains json_contains_path json_depth json_detailed
  json_equals json_exists json_extract json_insert json_keys json_length json_loose json_merge json_merge_patch
  json_merge_preserve json_normalize json_object json_overlaps json_pretty json_query json_quote json_remove json_replace
  json_search json_set json_storage_size json_type json_unquote json_valid json_value member

  md5 sha sha1 sha2 inet_aton inet_ntoa inet6_aton inet6_ntoa is_ipv4 is_ipv6 is_uuid uuid uuid_to_bin bin_to_uuid

  match against values default

  any some all exists
`);

/** Reserved words after which a bracket opens something else than the arguments of a function. */
export const BEFORE_BRACKET = words(`
  all and as between by case cross distinct div else except exists from having in index inner intersect is join key
  like not on or order outer over recursive regexp rlike select straight_join then union using values when where with xor
  group force use ignore decimal numeric dec float double real varchar varbinary interval
`);

/** Types that are no reserved words: behind the AS of a cast alone. */
export const CAST_TYPES = words("datetime time timestamp fixed nchar signed unsigned year");

/** Values that stand without brackets and tell of the session. */
export const SESSION_WORDS = words("current_user current_role session_user system_user");

/** Databases of the server itself. */
export const SYSTEM_DATABASES = words("information_schema mysql performance_schema sys");

/** Kinds of nodes of the parser's tree that only read. */
export const MYSQL_NODES = words(`
  select aggr_func star column_ref number bigint binary_expr single_quote_string double_quote_string backticks_quote_string
  function default expr_list extract ASC DESC null unary_expr cast origin datatype interval case when else window ESCAPE
  collate bool dual values parameterized hex_string full_hex_string bit_string natural_string binary expr string param_list
  regex_string boolean date datetime time timestamp fulltext_search
`);
