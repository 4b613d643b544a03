package dev.tenrec.lake.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.lake.Micros;
import java.util.ArrayList;
import java.util.List;

/** A grouped exception as a row of the exceptions table. */
final class ExceptionRow {
  private ExceptionRow() {}

  static Object[] of(long project, ProcessedEvent event) {
    ObjectNode properties = event.properties();
    List<String> types = texts(properties.path("$exception_types"));
    List<String> values = texts(properties.path("$exception_values"));
    JsonNode crash = crash(properties.path("$exception_list").path(0));
    return new Object[] {
      project,
      event.uuid().toString(),
      Micros.of(event.timestamp()),
      Micros.of(event.createdAt()),
      properties.path(GroupedExceptions.ISSUE).textValue(),
      properties.path(GroupedExceptions.FINGERPRINT).textValue(),
      types.isEmpty() ? "" : types.getFirst(),
      values.isEmpty() ? "" : values.getFirst(),
      types,
      values,
      texts(properties.path("$exception_sources")),
      texts(properties.path("$exception_functions")),
      first(crash, "resolved_name", "mangled_name"),
      first(crash, "source"),
      properties.path("$exception_handled").asBoolean(true),
      first(properties, "$exception_level"),
      first(properties, "$exception_release"),
      event.distinctId(),
      event.personId().toString(),
      first(properties, "$session_id"),
      first(properties, "$window_id"),
      first(properties, "$lib"),
      first(properties, "$lib_version"),
      first(properties, "$current_url"),
      first(properties, "$browser"),
      first(properties, "$os"),
      texts(properties.path("$cymbal_errors")),
      ExactJson.writeBytes(properties.path("$exception_list"))
    };
  }

  // The innermost frame of the owner's code, for a list of issues to show.
  private static JsonNode crash(JsonNode exception) {
    JsonNode frames = exception.path("stacktrace").path("frames");
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).path("in_app").asBoolean()) {
        return frames.get(i);
      }
    }
    return frames.path(frames.size() - 1);
  }

  private static Object first(JsonNode object, String... names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (value.isTextual() && !value.textValue().isEmpty()) {
        return value.textValue();
      }
    }
    return null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
