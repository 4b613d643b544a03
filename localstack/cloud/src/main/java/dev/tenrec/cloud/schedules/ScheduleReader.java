package dev.tenrec.cloud.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads schedules and scheduled rules from the template. */
public final class ScheduleReader {
  // What EventBridge does for a call that nobody waits for.
  private static final int RULE_RETRIES = 2;

  private final Templates templates;
  private final Progress progress;
  private final Supplier<UUID> ids;

  public ScheduleReader(Templates templates, Progress progress, Supplier<UUID> ids) {
    this.templates = templates;
    this.progress = progress;
    this.ids = ids;
  }

  /** Every schedule that calls a function. */
  public List<Schedule> read() {
    List<Schedule> schedules = new ArrayList<>();
    for (Resource resource : templates.resources("AWS::Scheduler::Schedule")) {
      JsonNode properties = templates.properties(resource);
      add(schedules, resource, properties, properties.path("Target"), "");
    }
    for (Resource resource : templates.resources("AWS::Events::Rule")) {
      JsonNode properties = templates.properties(resource);
      if (!properties.has("ScheduleExpression")) {
        progress.notice(resource + ": rules that wait for events have no effect here");
        continue;
      }
      for (JsonNode target : properties.path("Targets")) {
        add(schedules, resource, properties, target, "/" + target.path("Id").asText());
      }
    }
    return schedules;
  }

  private void add(
      List<Schedule> schedules,
      Resource resource,
      JsonNode properties,
      JsonNode target,
      String suffix) {
    if (properties.path("State").asText("ENABLED").equals("DISABLED")) {
      return;
    }
    String function = target.path("Arn").asText();
    if (!function.contains(":function:")) {
      progress.notice(resource + ": its target " + function + " is no function; left out");
      return;
    }
    try {
      ZoneId zone = ZoneId.of(properties.path("ScheduleExpressionTimezone").asText("UTC"));
      int retries = target.at("/RetryPolicy/MaximumRetryAttempts").asInt(RULE_RETRIES);
      schedules.add(
          new Schedule(
              resource + suffix,
              Timetable.parse(properties.path("ScheduleExpression").asText(), zone),
              function,
              Math.min(retries, RULE_RETRIES),
              time -> event(resource, target, time)));
    } catch (IllegalArgumentException | DateTimeException e) {
      progress.notice(resource + ": " + e.getMessage() + "; left out");
    }
  }

  private byte[] event(Resource resource, JsonNode target, Instant time) {
    boolean rule = resource.type().equals("AWS::Events::Rule");
    String arn =
        templates.attribute(resource, "Arn").map(JsonNode::asText).orElse(resource.toString());
    if (target.has("Input")) {
      return target
          .get("Input")
          .asText()
          .replace("<aws.scheduler.schedule-arn>", arn)
          .replace("<aws.scheduler.scheduled-time>", time.toString())
          .replace("<aws.scheduler.execution-id>", ids.get().toString())
          .replace("<aws.scheduler.attempt-number>", "1")
          .getBytes(StandardCharsets.UTF_8);
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "0").put("id", ids.get().toString());
    event.put("detail-type", "Scheduled Event");
    event.put("source", rule ? "aws.events" : "aws.scheduler");
    event.put("account", templates.place().account());
    event.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", templates.place().region());
    event.putArray("resources").add(arn);
    if (rule) {
      event.putObject("detail");
    } else {
      event.put("detail", "{}");
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
