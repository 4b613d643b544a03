package dev.tenrec.api.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.JsonBody;
import dev.tenrec.stores.projects.CalendarSettings;
import dev.tenrec.stores.projects.CaptureSettings;
import dev.tenrec.stores.projects.ProjectSettings;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;

/** A project's settings under the names that PostHog's API has for them. */
final class ProjectSettingsJson {
  private static final String NAME = "name";
  private static final String TIMEZONE = "timezone";
  private static final String WEEK_START = "week_start_day";
  private static final String ANONYMIZE_IPS = "anonymize_ips";
  private static final String EXCEPTIONS = "autocapture_exceptions_opt_in";
  private static final String TEST_ACCOUNTS = "test_account_filters";

  private ProjectSettingsJson() {}

  static void write(ObjectNode project, ProjectSettings settings) {
    project.put(NAME, settings.name());
    project.put(TIMEZONE, settings.calendar().timezone().getId());
    project.put(WEEK_START, settings.calendar().weekStart() == DayOfWeek.SUNDAY ? 0 : 1);
    project.put(ANONYMIZE_IPS, settings.capture().anonymizeIps());
    project.put(EXCEPTIONS, settings.capture().exceptions());
    project.set(TEST_ACCOUNTS, settings.testAccountFilters());
    RecordingSettingsJson.write(project, settings.capture().recordings());
  }

  /**
   * The settings after a change; what the body does not name stays.
   *
   * @throws ApiException 400 naming the field
   */
  static ProjectSettings changed(JsonBody body, ProjectSettings before) {
    CalendarSettings calendar = before.calendar();
    CaptureSettings capture = before.capture();
    return new ProjectSettings(
        body.optionalText(NAME).map(ProjectSettingsJson::name).orElse(before.name()),
        new CalendarSettings(
            body.optionalText(TIMEZONE)
                .map(ProjectSettingsJson::timezone)
                .orElse(calendar.timezone()),
            body.has(WEEK_START) ? weekStart(body.node().get(WEEK_START)) : calendar.weekStart()),
        new CaptureSettings(
            body.optionalFlag(ANONYMIZE_IPS).orElse(capture.anonymizeIps()),
            body.optionalFlag(EXCEPTIONS).orElse(capture.exceptions()),
            RecordingSettingsJson.changed(body, capture.recordings())),
        body.has(TEST_ACCOUNTS) ? testAccountFilters(body) : before.testAccountFilters());
  }

  /** The name, checked. */
  static String name(String name) {
    if (name.isBlank() || name.length() > 200) {
      throw ApiException.invalid(NAME, "invalid", "A project's name has 1 to 200 characters.");
    }
    return name;
  }

  private static ZoneId timezone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw ApiException.invalid(
          TIMEZONE,
          "invalid_choice",
          "\"" + id + "\" is not a time zone: write one such as Europe/Berlin.");
    }
  }

  private static DayOfWeek weekStart(JsonNode day) {
    return switch (day.toString()) {
      case "0" -> DayOfWeek.SUNDAY;
      case "1" -> DayOfWeek.MONDAY;
      default ->
          throw ApiException.invalid(
              WEEK_START,
              "invalid_choice",
              "week_start_day is " + day + ": write 0 for Sunday or 1 for Monday.");
    };
  }

  private static ArrayNode testAccountFilters(JsonBody body) {
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    for (JsonNode filter : body.items(TEST_ACCOUNTS)) {
      if (!filter.isObject() || !filter.hasNonNull("key")) {
        throw ApiException.invalid(
            TEST_ACCOUNTS,
            "invalid",
            "Each filter is an object with key, operator, value and type, not " + filter + ".");
      }
      filters.add(filter);
    }
    return filters;
  }
}
