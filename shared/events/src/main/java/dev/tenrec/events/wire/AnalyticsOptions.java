package dev.tenrec.events.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The options of an event of the newer endpoint, which older SDKs send as properties. */
final class AnalyticsOptions {
  private static final String NO_CORRECTION = "disable_skew_correction";
  private static final String NO_CORRECTION_BEFORE = "disable_skew_adjustment";
  private static final String TOUR = "product_tour_id";
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "cookieless_mode",
          "$cookieless_mode",
          NO_CORRECTION,
          "$ignore_sent_at",
          NO_CORRECTION_BEFORE,
          "$ignore_sent_at",
          "process_person_profile",
          "$process_person_profile",
          TOUR,
          "$product_tour_id");

  private AnalyticsOptions() {}

  /** Whether every known option has the type it must have; there need not be any. */
  static boolean valid(JsonNode options) {
    if (options.isMissingNode() || options.isNull()) {
      return true;
    }
    return options.isObject()
        && options.properties().stream()
            .filter(option -> PROPERTIES.containsKey(option.getKey()))
            .allMatch(option -> valid(option.getKey(), option.getValue()));
  }

  private static boolean valid(String name, JsonNode value) {
    return value.isNull() || (name.equals(TOUR) ? value.isTextual() : value.isBoolean());
  }

  /** Writes the options into the properties; true when the client's clock is to be corrected. */
  static boolean apply(JsonNode options, ObjectNode properties) {
    for (Map.Entry<String, JsonNode> option : options.properties()) {
      String property = PROPERTIES.get(option.getKey());
      if (property != null && !option.getValue().isNull()) {
        properties.set(property, option.getValue());
      }
    }
    return !options.path(NO_CORRECTION).asBoolean()
        && !options.path(NO_CORRECTION_BEFORE).asBoolean();
  }
}
