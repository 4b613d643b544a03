package dev.tenrec.query.hogql.function;

/** Functions of URLs; where there is no such part they give an empty text. */
final class UrlFunctions {
  private UrlFunctions() {}

  static void define(FunctionTable table) {
    table.primitives(
        """
        protocol(String) -> String
        domain(String) -> String
        domainWithoutWWW(String) -> String
        topLevelDomain(String) -> String
        port(String) -> Integer
        path(String) -> String
        pathFull(String) -> String
        queryString(String) -> String
        fragment(String) -> String
        queryStringAndFragment(String) -> String
        netloc(String) -> String
        extractURLParameter(String, String) -> String
        extractURLParameters(String) -> [String]
        extractURLParameterNames(String) -> [String]
        cutWWW(String) -> String
        cutQueryString(String) -> String
        cutFragment(String) -> String
        cutQueryStringAndFragment(String) -> String
        cutURLParameter(String, String) -> String
        encodeURLComponent(String) -> String
        decodeURLComponent(String) -> String
        """);
  }
}
