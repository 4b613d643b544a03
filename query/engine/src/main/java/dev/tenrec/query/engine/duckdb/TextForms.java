package dev.tenrec.query.engine.duckdb;

/** Forms of the functions of texts and JSON. */
final class TextForms {
  static final String FORMS =
      """
      lower = lower($1)
      upper = upper($1)
      initcap = array_to_string(list_transform(string_split($1, ' '), lambda w: upper(substring(w, 1, 1)) || lower(substring(w, 2))), ' ')
      textBytes = CAST(strlen($1) AS BIGINT)
      textEmpty = ($1 = '')
      textNotEmpty = ($1 <> '')
      lengthUTF8 = length($1)
      reverseUTF8 = reverse($1)
      concat = ($1)
      concat/2 = ($1 || $2)
      substring/2 = substring($1, $2)
      substring/3 = substring($1, $2, $3)
      left = left($1, $2)
      right = right($1, $2)
      repeat = repeat($1, least($2, 100000))
      leftPad/2 = lpad($1, CAST(least($2, 100000) AS INTEGER), ' ')
      leftPad/3 = lpad($1, CAST(least($2, 100000) AS INTEGER), $3)
      rightPad/2 = rpad($1, CAST(least($2, 100000) AS INTEGER), ' ')
      rightPad/3 = rpad($1, CAST(least($2, 100000) AS INTEGER), $3)
      startsWith = starts_with($1, $2)
      endsWith = ends_with($1, $2)
      position = strpos($1, $2)
      positionCaseInsensitive = strpos(lower($1), lower($2))
      countSubstrings = CASE WHEN $2 = '' THEN 0 ELSE (length($1) - length(replace($1, $2, ''))) // length($2) END
      replaceAll = replace($1, $2, $3)
      replaceOne = CASE WHEN strpos($1, $2) > 0 THEN substring($1, 1, strpos($1, $2) - 1) || $3 || substring($1, strpos($1, $2) + length($2)) ELSE $1 END
      replaceRegexpAll = regexp_replace($1, $2, $3, 'g')
      replaceRegexpOne = regexp_replace($1, $2, $3)
      regexpQuoteMeta = regexp_escape($1)
      regexpExtract = regexp_extract($1, $2, CAST($3 AS INTEGER))
      regexpExtractAll = regexp_extract_all($1, $2, CAST($3 AS INTEGER))
      trim/1 = trim($1)
      trim/2 = trim($1, $2)
      trimLeft/1 = ltrim($1)
      trimLeft/2 = ltrim($1, $2)
      trimRight/1 = rtrim($1)
      trimRight/2 = rtrim($1, $2)
      splitByChar = string_split($2, $1)
      splitByRegexp = regexp_split_to_array($2, $1)
      splitByWhitespace = list_filter(regexp_split_to_array($1, '\\s+'), lambda w: w <> '')
      splitByNonAlpha = list_filter(regexp_split_to_array($1, '[\\s[:punct:]]+'), lambda w: w <> '')
      alphaTokens = regexp_extract_all($1, '[A-Za-z]+')
      split_part = split_part($1, $2, $3)
      base64Encode = to_base64(encode($1))
      base64Decode = TRY(decode(from_base64($1)))
      hex = hex($1)
      unhex = TRY(decode(unhex($1)))
      md5 = upper(md5($1))
      sha256 = upper(sha256($1))
      ascii = CAST(ascii($1) AS BIGINT)
      format = format($*)
      translate = translate($1, $2, $3)
      editDistance = levenshtein($1, $2)
      jaroSimilarity = jaro_similarity($1, $2)
      jaroWinklerSimilarity = jaro_winkler_similarity($1, $2)
      appendTrailingCharIfAbsent = CASE WHEN $1 = '' OR ends_with($1, $2) THEN $1 ELSE $1 || $2 END
      hasToken = list_contains(regexp_split_to_array($1, '[^A-Za-z0-9]+'), $2)
      multiSearchAny = (len(list_filter($2, lambda w: contains($1, w))) > 0)
      multiSearchAnyCaseInsensitive = (len(list_filter($2, lambda w: contains(lower($1), lower(w)))) > 0)
      multiMatchAny = (len(list_filter($2, lambda w: regexp_matches($1, w))) > 0)
      countMatches = len(regexp_extract_all($1, $2))
      sortableSemver = CASE WHEN regexp_matches($1, '^v?\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}') THEN list_transform(string_split(regexp_extract($1, '^v?(\\d+\\.\\d+\\.\\d+)', 1), '.'), lambda w: CAST(w AS BIGINT)) END
      jsonText = json_extract_string($1, $2)
      jsonRaw = CAST(json_extract($1, $2) AS VARCHAR)
      jsonValue = CASE WHEN json_valid($1) THEN TRY(json_extract_string($1, $2)) END
      jsonElements = coalesce(CAST(json_extract(CASE WHEN json_type($1, $2) = 'ARRAY' THEN json_extract($1, $2) END, '$[*]') AS VARCHAR[]), CAST([] AS VARCHAR[]))
      jsonTexts = coalesce(json_extract_string(CASE WHEN json_type($1, $2) = 'ARRAY' THEN json_extract($1, $2) END, '$[*]'), CAST([] AS VARCHAR[]))
      jsonKeys = coalesce(CASE WHEN json_type($1, $2) = 'OBJECT' THEN json_keys($1, $2) END, CAST([] AS VARCHAR[]))
      jsonHas = coalesce(json_exists($1, $2), false)
      jsonLength = CAST(coalesce(CASE json_type($1, $2) WHEN 'ARRAY' THEN json_array_length($1, $2) WHEN 'OBJECT' THEN len(json_keys($1, $2)) END, 0) AS BIGINT)
      jsonType = CASE coalesce(json_type($1, $2), 'NULL') WHEN 'VARCHAR' THEN 'String' WHEN 'BOOLEAN' THEN 'Bool' WHEN 'UBIGINT' THEN 'UInt64' WHEN 'BIGINT' THEN 'Int64' WHEN 'DOUBLE' THEN 'Double' WHEN 'ARRAY' THEN 'Array' WHEN 'OBJECT' THEN 'Object' ELSE 'Null' END
      jsonObject = CAST(json_object($*) AS VARCHAR)
      isValidJson = json_valid($1)
      toJson = CAST(to_json($1) AS VARCHAR)
      """;

  private TextForms() {}
}
