package dev.tenrec.api.recordings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.recordings.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The conditions of a list of recordings, in PostHog's parameters: {@code properties} and {@code
 * having_predicates} (JSON lists of {@code {key, operator, value}}, joined by {@code operand}) and
 * {@code session_ids}. What only SQL can answer is refused rather than ignored.
 */
final class RecordingConditions {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FOR_SQL = List.of("events", "actions", "console_log_filters");

  private RecordingConditions() {}

  static Predicate<Recording> of(HttpRequest request, Instant now) {
    for (String name : FOR_SQL) {
      if (!items(request, name).isEmpty()) {
        throw ApiException.invalid(
            name,
            "unsupported",
            name
                + " cannot be answered here: find the sessions in SQL and send them as"
                + " session_ids");
      }
    }
    List<Predicate<Recording>> conditions =
        Stream.of("properties", "having_predicates")
            .flatMap(name -> items(request, name).stream().map(item -> condition(name, item, now)))
            .toList();
    boolean any = request.parameter("operand").orElse("AND").equalsIgnoreCase("OR");
    return recording ->
        conditions.isEmpty()
            || (any
                ? conditions.stream().anyMatch(condition -> condition.test(recording))
                : conditions.stream().allMatch(condition -> condition.test(recording)));
  }

  /** The sessions that {@code session_ids} names; empty when the request names none. */
  static Optional<Set<String>> sessions(HttpRequest request) {
    if (request.parameter("session_ids").filter(text -> !text.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    Set<String> wanted = new HashSet<>();
    items(request, "session_ids").forEach(id -> wanted.add(id.asText()));
    return Optional.of(wanted);
  }

  private static Predicate<Recording> condition(String parameter, JsonNode item, Instant now) {
    String key = item.path("key").asText();
    String operator = item.path("operator").asText("exact");
    List<String> values = values(item.path("value"));
    Optional<RecordingMeasure> measure = RecordingMeasure.named(key);
    if (measure.isPresent()) {
      return number(parameter, measure.get(), operator, values);
    }
    return switch (key) {
      case "ongoing" ->
          recording -> RecordingJson.isOngoing(recording, now) == values.contains("true");
      case "visited_page" ->
          text(parameter, key, operator, values, recording -> recording.facts().urls().keySet());
      case "snapshot_source" ->
          text(
              parameter,
              key,
              operator,
              values,
              recording -> List.of(recording.facts().sender().source()));
      case "distinct_id" ->
          text(parameter, key, operator, values, recording -> recording.facts().distinctIds());
      default ->
          throw ApiException.invalid(
              parameter,
              "invalid",
              "%s has the key \"%s\": use one of %s, ongoing, visited_page, snapshot_source, distinct_id"
                  .formatted(
                      parameter,
                      key,
                      String.join(
                          ", ",
                          Arrays.stream(RecordingMeasure.values())
                              .map(RecordingMeasure::label)
                              .toList())));
    };
  }

  private static Predicate<Recording> number(
      String parameter, RecordingMeasure measure, String operator, List<String> values) {
    List<Double> numbers = new ArrayList<>();
    for (String value : values) {
      try {
        numbers.add(Double.valueOf(value));
      } catch (NumberFormatException notANumber) {
        throw ApiException.invalid(
            parameter,
            "invalid",
            "%s compares %s with \"%s\": it must be a number"
                .formatted(parameter, measure.label(), value));
      }
    }
    double first = numbers.isEmpty() ? 0 : numbers.getFirst();
    return switch (operator) {
      case "exact" -> recording -> numbers.contains(measure.of(recording));
      case "is_not" -> recording -> !numbers.contains(measure.of(recording));
      case "gt" -> recording -> measure.of(recording) > first;
      case "gte" -> recording -> measure.of(recording) >= first;
      case "lt" -> recording -> measure.of(recording) < first;
      case "lte" -> recording -> measure.of(recording) <= first;
      default -> throw operator(parameter, operator, "exact, is_not, gt, gte, lt, lte");
    };
  }

  private static Predicate<Recording> text(
      String parameter, String key, String operator, List<String> values, Texts texts) {
    Predicate<Recording> exactly = recording -> anyOf(texts.of(recording), values, String::equals);
    Predicate<Recording> part =
        recording ->
            anyOf(texts.of(recording), values, (text, value) -> lower(text).contains(lower(value)));
    return switch (operator) {
      case "exact" -> exactly;
      case "is_not" -> exactly.negate();
      case "icontains" -> part;
      case "not_icontains" -> part.negate();
      default -> throw operator(parameter, operator, "exact, is_not, icontains, not_icontains");
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean anyOf(
      Collection<String> texts, List<String> values, BiPredicate<String, String> test) {
    return texts.stream()
        .anyMatch(text -> values.stream().anyMatch(value -> test.test(text, value)));
  }

  private static ApiException operator(String parameter, String operator, String known) {
    return ApiException.invalid(
        parameter,
        "invalid",
        "%s has the operator \"%s\": use one of %s".formatted(parameter, operator, known));
  }

  private static List<String> values(JsonNode value) {
    if (!value.isArray()) {
      return value.isMissingNode() || value.isNull() ? List.of() : List.of(value.asText());
    }
    List<String> values = new ArrayList<>();
    value.forEach(each -> values.add(each.asText()));
    return values;
  }

  /** The items of a parameter that is a JSON list. */
  static List<JsonNode> items(HttpRequest request, String name) {
    String text = request.parameter(name).filter(given -> !given.isBlank()).orElse("[]");
    try {
      JsonNode list = JSON.readTree(text);
      if (list.isArray()) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
      }
    } catch (JsonProcessingException broken) {
      // Answered as any other wrong value.
    }
    throw ApiException.invalid(name, "invalid", name + " is \"" + text + "\": write a JSON list");
  }

  /** What of a recording is compared. */
  private interface Texts {
    Collection<String> of(Recording recording);
  }
}
