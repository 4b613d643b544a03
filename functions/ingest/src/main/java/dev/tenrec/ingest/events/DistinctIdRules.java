package dev.tenrec.ingest.events;

import java.util.Locale;
import java.util.Set;

/**
 * Tells distinct ids that stand for a human from those that stand for a mistake: merging by the
 * latter would make one person of a whole site's visitors.
 */
final class DistinctIdRules {
  private static final int LONGEST = 400;
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "anonymous",
          "guest",
          "distinctid",
          "distinct_id",
          "id",
          "not_authenticated",
          "email",
          "undefined",
          "true",
          "false");
  private static final Set<String> EXACT_PLACEHOLDERS =
      Set.of("[object Object]", "NaN", "None", "none", "null", "0", "undefined");

  private DistinctIdRules() {}

  static boolean isIllegal(String distinctId) {
    if (distinctId.isBlank() || distinctId.length() > LONGEST) {
      return true;
    }
    String bare = unquoted(distinctId.strip());
    return EXACT_PLACEHOLDERS.contains(bare)
        || PLACEHOLDERS.contains(bare.toLowerCase(Locale.ROOT))
        || bare.isBlank();
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() >= 2
            && text.charAt(0) == text.charAt(text.length() - 1)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
