package dev.tenrec.query.insights.trends;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.query.engine.testing.TestingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What property filters mean, without any query. */
final class FilterReference {
  private FilterReference() {}

  static boolean holds(JsonNode filters, TestingEvent event) {
    if (filters.isArray()) {
      return all(filters, event);
    }
    if (filters.has("values")) {
      return filters.path("type").asText().equals("OR") && !filters.path("values").isEmpty()
          ? any(filters.path("values"), event)
          : all(filters.path("values"), event);
    }
    return filters.isMissingNode() || test(filters, event);
  }

  private static boolean all(JsonNode filters, TestingEvent event) {
    for (JsonNode filter : filters) {
      if (!holds(filter, event)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(JsonNode filters, TestingEvent event) {
    for (JsonNode filter : filters) {
      if (holds(filter, event)) {
        return true;
      }
    }
    return false;
  }

  private static boolean test(JsonNode filter, TestingEvent event) {
    JsonNode properties =
        filter.path("type").asText().equals("person")
            ? event.personProperties()
            : event.properties();
    JsonNode property = properties.path(filter.path("key").asText());
    String text = property.isTextual() ? property.asText() : property.toString();
    boolean present = !text.isEmpty();
    JsonNode value = filter.path("value");
    return switch (filter.path("operator").asText()) {
      case "is_set" -> present;
      case "is_not_set" -> !present;
      case "exact" -> present && anyOf(value, text::equals);
      case "is_not" -> !(present && anyOf(value, text::equals));
      case "icontains" -> present && anyOf(value, part -> contains(text, part));
      case "not_icontains" -> !(present && anyOf(value, part -> contains(text, part)));
      case "regex" -> present && anyOf(value, regex -> Pattern.compile(regex).matcher(text).find());
      case "not_regex" ->
          !(present && anyOf(value, regex -> Pattern.compile(regex).matcher(text).find()));
      case "gt" -> number(text) > value.asDouble();
      case "gte" -> number(text) >= value.asDouble();
      case "lt" -> number(text) < value.asDouble();
      case "lte" -> number(text) <= value.asDouble();
      case "between" -> between(text, value);
      case "not_between" -> !between(text, value);
      default -> throw new IllegalArgumentException("No such operator in " + filter);
    };
  }

  private static boolean between(String text, JsonNode bounds) {
    return number(text) >= bounds.get(0).asDouble() && number(text) <= bounds.get(1).asDouble();
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }

  private static boolean anyOf(JsonNode value, Predicate<String> test) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(one -> values.add(one.asText()));
    } else {
      values.add(value.asText());
    }
    return values.stream().anyMatch(test);
  }
}
