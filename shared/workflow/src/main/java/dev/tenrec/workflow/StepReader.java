package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.workflow.template.Medium;
import dev.tenrec.workflow.template.Template;
import dev.tenrec.workflow.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one step of a definition. */
final class StepReader {
  private static final Duration LONGEST_DELAY = Duration.ofDays(30);
  private static final Pattern DELAY = Pattern.compile("([0-9]{1,7})([dhms])");
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  // What the request itself says, or what would change how it is sent.
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "accept-encoding");
  private static final int MOST_HEADERS = 20;

  private StepReader() {}

  static Step read(JsonNode action, String place) {
    JsonNode config = action.path("config");
    String at = place + "__config";
    String type = action.path("type").asText("");
    return switch (type) {
      case "delay" -> new Step.Delay(delay(config.path("delay_duration").asText(""), at));
      case "conditional_branch" -> new Step.Condition(conditions(config.path("conditions"), at));
      case "webhook" -> webhook(config, at);
      case "email" -> email(config, at);
      case "exit" -> new Step.Exit();
      default ->
          throw new WorkflowException(
              place + "__type",
              "\"" + type + "\" is no step: use delay, conditional_branch, webhook, email, exit.");
    };
  }

  private static Duration delay(String text, String place) {
    Matcher parts = DELAY.matcher(text);
    if (parts.matches()) {
      long amount = Long.parseLong(parts.group(1));
      Duration duration =
          switch (parts.group(2)) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
          };
      if (duration.isPositive() && duration.compareTo(LONGEST_DELAY) <= 0) {
        return duration;
      }
    }
    throw new WorkflowException(
        place + "__delay_duration",
        "\"" + text + "\" is no delay: write 30s, 10m, 2h or 3d, at most 30d.");
  }

  private static List<Criteria> conditions(JsonNode conditions, String place) {
    if (!conditions.isArray() || conditions.isEmpty() || conditions.size() > 10) {
      throw new WorkflowException(place + "__conditions", "Give 1 to 10 conditions.");
    }
    List<Criteria> read = new ArrayList<>();
    for (int index = 0; index < conditions.size(); index++) {
      JsonNode filters = conditions.get(index).path("filters").path("properties");
      String at = place + "__conditions__" + index + "__filters__properties";
      if (!filters.isArray() || filters.isEmpty()) {
        throw new WorkflowException(at, "A condition needs at least one property filter.");
      }
      read.add(Criteria.parse(filters, at));
    }
    return read;
  }

  private static Step.Webhook webhook(JsonNode config, String place) {
    String method = config.path("method").asText("POST");
    if (!METHODS.contains(method)) {
      throw new WorkflowException(
          place + "__method", "\"" + method + "\" is not GET, POST, PUT, PATCH or DELETE.");
    }
    Map<String, Template> headers = headers(config.path("headers"), place + "__headers");
    String contentType = config.path("headers").path("content-type").asText("");
    for (var header : config.path("headers").properties()) {
      if (header.getKey().equalsIgnoreCase("content-type")) {
        contentType = header.getValue().asText("");
      }
    }
    return new Step.Webhook(
        method,
        WebAddress.parse(config.path("url").asText(""), place + "__url"),
        headers,
        template(config.path("body"), medium(contentType), place + "__body"));
  }

  private static Medium medium(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.isEmpty() || type.contains("json")) {
      return Medium.JSON;
    }
    return type.contains("x-www-form-urlencoded") ? Medium.URL : Medium.TEXT;
  }

  private static Map<String, Template> headers(JsonNode headers, String place) {
    if (headers.size() > MOST_HEADERS) {
      throw new WorkflowException(place, "Send at most " + MOST_HEADERS + " headers.");
    }
    Map<String, Template> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (var header : headers.properties()) {
      String name = header.getKey();
      String lower = name.toLowerCase(Locale.ROOT);
      if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
          || OWN_HEADERS.contains(lower)
          || lower.startsWith("x-tenrec-")) {
        throw new WorkflowException(
            place, "\"" + name + "\" cannot be sent as a header: remove or rename it.");
      }
      if (header.getValue().asText("").chars().anyMatch(Character::isISOControl)) {
        throw new WorkflowException(place, "The value of " + name + " has more than one line.");
      }
      read.put(name, template(header.getValue(), Medium.LINE, place + "__" + name));
    }
    return read;
  }

  private static Step.Email email(JsonNode config, String place) {
    String from = config.path("from").asText("");
    if (!from.matches("[^\\p{Cntrl}<>@\"]*<?[^\\s\\p{Cntrl}<>@\"]+@[^\\s\\p{Cntrl}<>@\"]+>?")) {
      throw new WorkflowException(
          place + "__from", "\"" + from + "\" is no sender: write Shop <shop@example.com>.");
    }
    Template to = required(config, "to", Medium.LINE, place);
    Template subject = required(config, "subject", Medium.LINE, place);
    Template text = required(config, "text", Medium.TEXT, place);
    Optional<Template> html =
        config.path("html").asText("").isBlank()
            ? Optional.empty()
            : Optional.of(template(config.path("html"), Medium.HTML, place + "__html"));
    return new Step.Email(from, to, subject, text, html);
  }

  private static Template required(JsonNode config, String field, Medium medium, String place) {
    if (config.path(field).asText("").isBlank()) {
      throw new WorkflowException(place + "__" + field, "An email needs this field.");
    }
    return template(config.path(field), medium, place + "__" + field);
  }

  static Template template(JsonNode text, Medium medium, String place) {
    if (!text.isTextual() && !text.isMissingNode() && !text.isNull()) {
      throw new WorkflowException(place, "Expected a text; write JSON as text, too.");
    }
    try {
      return Template.parse(text.asText(""), medium);
    } catch (TemplateException refused) {
      throw new WorkflowException(place, refused.getMessage());
    }
  }
}
