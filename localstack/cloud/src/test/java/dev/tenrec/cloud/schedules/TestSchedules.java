package dev.tenrec.cloud.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.JsonFile;
import dev.tenrec.cloud.template.Assembly;
import dev.tenrec.cloud.template.Place;
import dev.tenrec.cloud.template.Templates;
import dev.tenrec.cloud.testing.FixedAttributes;
import dev.tenrec.cloud.testing.TestingAssembly;
import dev.tenrec.cloud.testing.TestingProgress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSchedules {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path directory;
  private final TestingProgress progress = new TestingProgress();
  private final LinkedBlockingQueue<String> calls = new LinkedBlockingQueue<>();

  @Test
  void whatWasMissedHappensOnceSoonAfterTheStartAndIsRemembered() throws Exception {
    JsonFile file = DataDirectory.open(directory).file("schedules.json");
    file.write(file.read().put("hourly", NOW.minus(Duration.ofHours(5)).toString()));
    try (Schedules schedules =
        new Schedules(file, this::call, Duration.ZERO, progress, InstantSource.fixed(NOW))) {
      schedules.start(schedule("hourly", "rate(1 hour)"));

      assertThat(calls.poll(20, TimeUnit.SECONDS)).isEqualTo("function with " + NOW);
    }
    assertThat(calls).isEmpty();
    assertThat(file.read().path("hourly").asText()).isEqualTo(NOW.toString());
  }

  @Test
  void aNewScheduleBeginsToCountWhenItIsMade() {
    JsonFile file = DataDirectory.open(directory).file("schedules.json");
    try (Schedules schedules =
        new Schedules(file, this::call, Duration.ZERO, progress, InstantSource.fixed(NOW))) {
      schedules.start(schedule("hourly", "rate(1 hour)"));
      long deadline = System.nanoTime() + 20_000_000_000L;
      while (!file.read().has("hourly") && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }

      assertThat(file.read().path("hourly").asText()).isEqualTo(NOW.toString());
      assertThat(calls).isEmpty();
    }
  }

  @Test
  void schedulesAndRulesAreReadFromTheTemplate() throws Exception {
    Templates templates =
        templates(
            """
            {"Resources":{
              "Hourly":{"Type":"AWS::Scheduler::Schedule","Properties":{
                "ScheduleExpression":"rate(1 hour)","State":"ENABLED",
                "Target":{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:m:live",
                  "RetryPolicy":{"MaximumRetryAttempts":0}}}},
              "Nightly":{"Type":"AWS::Events::Rule","Properties":{
                "ScheduleExpression":"cron(0 3 * * ? *)",
                "Targets":[{"Id":"T","Arn":"arn:aws:lambda:us-east-1:000000000000:function:n",
                  "Input":"{\\"task\\":\\"<aws.scheduler.scheduled-time>\\"}"}]}},
              "Off":{"Type":"AWS::Scheduler::Schedule","Properties":{
                "ScheduleExpression":"rate(1 hour)","State":"DISABLED",
                "Target":{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:m"}}},
              "Wrong":{"Type":"AWS::Scheduler::Schedule","Properties":{
                "ScheduleExpression":"rate(1 moon)",
                "Target":{"Arn":"arn:aws:lambda:us-east-1:000000000000:function:m"}}},
              "Other":{"Type":"AWS::Scheduler::Schedule","Properties":{
                "ScheduleExpression":"rate(1 hour)",
                "Target":{"Arn":"arn:aws:sqs:us-east-1:000000000000:queue"}}},
              "Event":{"Type":"AWS::Events::Rule","Properties":{"EventPattern":{}}}}}
            """);

    List<Schedule> schedules = new ScheduleReader(templates, progress, UUID::randomUUID).read();

    assertThat(schedules).extracting(Schedule::id).containsExactly("Main/Hourly", "Main/Nightly/T");
    assertThat(schedules).extracting(Schedule::retries).containsExactly(0, 2);
    JsonNode event = new ObjectMapper().readTree(schedules.getFirst().event().apply(NOW));
    assertThat(event.path("source").asText()).isEqualTo("aws.scheduler");
    assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
    assertThat(event.path("time").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(new String(schedules.getLast().event().apply(NOW), StandardCharsets.UTF_8))
        .isEqualTo("{\"task\":\"2026-01-01T00:00:00Z\"}");
    assertThat(progress.notices())
        .hasSize(3)
        .anyMatch(line -> line.contains("Main/Wrong") && line.contains("rate(1 moon)"))
        .anyMatch(line -> line.contains("Main/Other") && line.contains("is no function"))
        .anyMatch(line -> line.contains("Main/Event") && line.contains("wait for events"));
  }

  private Templates templates(String template) {
    return new Templates(
        Assembly.read(new TestingAssembly(directory).stack("Main", template).write()),
        Map.of(),
        Place.LOCAL,
        new FixedAttributes(),
        progress);
  }

  private InvocationResult call(String function, byte[] event) {
    calls.add(function + " with " + new String(event, StandardCharsets.UTF_8));
    return new InvocationResult.Answer(new byte[0]);
  }

  private static Schedule schedule(String id, String expression) {
    return new Schedule(
        id,
        Timetable.parse(expression, java.time.ZoneOffset.UTC),
        "function",
        0,
        time -> time.toString().getBytes(StandardCharsets.UTF_8));
  }
}
