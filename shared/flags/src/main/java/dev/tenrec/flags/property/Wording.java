package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;

/** Says an operator and its value in words. */
final class Wording {
  private Wording() {}

  static String of(String operator, JsonNode value) {
    String words =
        switch (operator) {
          case "exact" -> " is";
          case "is_not" -> " is not";
          case "is_set" -> " is set";
          case "is_not_set" -> " is not set";
          case "icontains", "icontains_multi" -> " contains";
          case "not_icontains", "not_icontains_multi" -> " does not contain";
          case "gt" -> " >";
          case "gte" -> " ≥";
          case "lt" -> " <";
          case "lte" -> " ≤";
          case "is_date_before" -> " is before";
          case "is_date_after" -> " is after";
          case "is_date_exact" -> " is the moment";
          case "semver_eq" -> " is version";
          case "semver_neq" -> " is not version";
          case "semver_gt" -> " is newer than version";
          case "semver_gte" -> " is at least version";
          case "semver_lt" -> " is older than version";
          case "semver_lte" -> " is at most version";
          case "semver_tilde" -> " is a patch of version";
          case "semver_caret" -> " is compatible with version";
          case "semver_wildcard" -> " is one of versions";
          default -> " " + operator.replace('_', ' ');
        };
    return operator.endsWith("_set") ? words : words + " " + value;
  }
}
