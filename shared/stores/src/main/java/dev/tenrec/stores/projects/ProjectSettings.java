package dev.tenrec.stores.projects;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.stores.table.Item;

/**
 * What the owners of a project choose. A setting belongs to the group it is about, and each group
 * alone knows under which attributes it is stored.
 *
 * @param name what people call the project, 1 to 200 characters
 * @param calendar what days and weeks mean in its insights
 * @param capture what is captured of those who visit
 * @param testAccountFilters property filters, a list, that leave the project's own people out of
 *     insights
 */
public record ProjectSettings(
    String name, CalendarSettings calendar, CaptureSettings capture, JsonNode testAccountFilters) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public ProjectSettings {
    requireNonNull(calendar, "calendar is null");
    requireNonNull(capture, "capture is null");
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException(
          "name has " + name.length() + " characters: a project's name has 1 to 200");
    }
    if (!testAccountFilters.isArray()) {
      throw new IllegalArgumentException(
          "testAccountFilters is " + testAccountFilters + ": it must be a list");
    }
  }

  /** What a new project of that name begins with. */
  public static ProjectSettings named(String name) {
    return new ProjectSettings(
        name,
        CalendarSettings.DEFAULTS,
        CaptureSettings.DEFAULTS,
        JsonNodeFactory.instance.arrayNode());
  }

  public ProjectSettings withName(String changed) {
    return new ProjectSettings(changed, calendar, capture, testAccountFilters);
  }

  public ProjectSettings with(CalendarSettings changed) {
    return new ProjectSettings(name, changed, capture, testAccountFilters);
  }

  public ProjectSettings with(CaptureSettings changed) {
    return new ProjectSettings(name, calendar, changed, testAccountFilters);
  }

  public ProjectSettings withTestAccountFilters(JsonNode changed) {
    return new ProjectSettings(name, calendar, capture, changed);
  }

  Item onto(Item project) {
    Item named =
        project.with("name", name).with("test_account_filters", testAccountFilters.toString());
    return capture.onto(calendar.onto(named));
  }

  static ProjectSettings from(Item project) {
    return new ProjectSettings(
        project.text("name"),
        CalendarSettings.from(project),
        CaptureSettings.from(project),
        filters(project));
  }

  // Projects from before there were such filters have none.
  private static JsonNode filters(Item project) {
    try {
      return JSON.readTree(project.optionalText("test_account_filters").orElse("[]"));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("Stored test account filters are no JSON", broken);
    }
  }
}
