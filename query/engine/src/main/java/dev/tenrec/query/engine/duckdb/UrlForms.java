package dev.tenrec.query.engine.duckdb;

/** Forms of the functions of URLs: all are regular expressions. */
final class UrlForms {
  static final String FORMS =
      """
      protocol = regexp_extract($1, '^([A-Za-z][A-Za-z0-9+.-]*):', 1)
      domain = regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^@/?#]*@)?([^:/?#]+)', 1)
      domainWithoutWWW = regexp_replace(regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^@/?#]*@)?([^:/?#]+)', 1), '^www\\.', '')
      topLevelDomain = regexp_extract(regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^@/?#]*@)?([^:/?#]+)', 1), '\\.([^.\\d][^.]*)$', 1)
      port = coalesce(TRY_CAST(regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?(?:[^@/?#]*@)?[^:/?#]+:(\\d{1,5})', 1) AS BIGINT), 0)
      path = regexp_extract($1, '^(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*)?([^?#]*)', 1)
      pathFull = regexp_extract($1, '^(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*)?(.*)$', 1)
      queryString = regexp_extract($1, '^[^?#]*\\?([^#]*)', 1)
      fragment = regexp_extract($1, '#(.*)$', 1)
      queryStringAndFragment = regexp_extract($1, '^[^?#]*[?#](.*)$', 1)
      netloc = regexp_extract($1, '^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*)', 1)
      extractURLParameter = regexp_extract($1, '[?&]' || regexp_escape($2) || '=([^&#]*)', 1)
      extractURLParameters = regexp_extract_all($1, '[?&]([^&#=]+=[^&#]*)', 1)
      extractURLParameterNames = regexp_extract_all($1, '[?&]([^&#=]+)=?', 1)
      cutWWW = regexp_replace($1, '^((?:[A-Za-z][A-Za-z0-9+.-]*:)?(?://)?)www\\.', '\\1')
      cutQueryString = regexp_replace($1, '\\?[^#]*', '')
      cutFragment = regexp_replace($1, '#.*$', '')
      cutQueryStringAndFragment = regexp_replace($1, '[?#].*$', '')
      cutURLParameter = regexp_replace(regexp_replace($1, '([?&])' || regexp_escape($2) || '=[^&#]*&?', '\\1'), '[?&]($|#)', '\\1')
      encodeURLComponent = url_encode($1)
      decodeURLComponent = url_decode($1)
      """;

  private UrlForms() {}
}
