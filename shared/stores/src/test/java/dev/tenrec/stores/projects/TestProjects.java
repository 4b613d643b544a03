package dev.tenrec.stores.projects;

import static dev.tenrec.stores.projects.RecordingSettings.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestProjects {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final String name = engine.freshTable("projects");
  private final AtomicInteger tokens = new AtomicInteger();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Projects projects =
      new Projects(
          new Table(engine.client(), name), () -> now, () -> "phc_" + tokens.incrementAndGet());
  private final ProjectDirectory directory = new ProjectDirectory(engine.client(), name, () -> now);

  @Test
  void projectsAreNumberedFromOne() {
    assertThat(projects.create("First", ZoneOffset.UTC).id()).isEqualTo(1);
    assertThat(projects.create("Second", ZoneOffset.UTC).id()).isEqualTo(2);
    assertThat(projects.list()).extracting(Project::name).containsExactly("First", "Second");
  }

  @Test
  void theFirstProjectIsMadeOnceHoweverManyAsk() throws Exception {
    Callable<Project> ask = () -> projects.createFirst("Default project", ZoneOffset.UTC);
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> ask).toList());
    }
    assertThat(projects.list()).hasSize(1);
    assertThat(projects.create("Next", ZoneOffset.UTC).id()).isEqualTo(2);
  }

  @Test
  void aChangeIsMadeOnWhatSomebodyElseWroteMeanwhile() {
    projects.create("Before", ZoneOffset.UTC);
    AtomicInteger calls = new AtomicInteger();

    projects.update(
        1,
        project -> {
          if (calls.incrementAndGet() == 1) {
            projects.update(1, other -> other.withTimezone(ZoneId.of("Europe/Berlin")));
          }
          return project.withName("After");
        });

    Project stored = projects.find(1).orElseThrow();
    assertThat(stored.name()).isEqualTo("After");
    assertThat(stored.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(projects.update(77, project -> project)).isEmpty();
  }

  @Test
  void whatIsRecordedOfSessionsIsKept() {
    assertThat(projects.create("Shop", ZoneOffset.UTC).recordings()).isEqualTo(OFF);
    RecordingSettings all =
        new RecordingSettings(
            true,
            false,
            true,
            true,
            false,
            Optional.of(new BigDecimal("0.25")),
            OptionalLong.of(2_000),
            new RecordingSettings.Masking(false, "*", ".secret"));

    projects.update(1, project -> project.withRecordings(all));
    projects.update(1, project -> project.withName("Shop 2"));
    assertThat(directory.byId(1)).map(Project::recordings).contains(all);

    projects.update(1, project -> project.withRecordings(OFF));
    assertThat(projects.find(1)).map(Project::recordings).contains(OFF);
    assertThatThrownBy(() -> sampled("1.5")).hasMessageContaining("sampleRate is 1.5");
  }

  private static RecordingSettings sampled(String rate) {
    return new RecordingSettings(
        true,
        true,
        true,
        false,
        false,
        Optional.of(new BigDecimal(rate)),
        OptionalLong.empty(),
        OFF.masking());
  }

  @Test
  void theDirectorySeesAChangeWithinASecond() {
    assertThat(directory.byToken("phc_1")).isEmpty();
    projects.create("First", ZoneOffset.UTC);
    assertThat(directory.byToken("phc_1")).isEmpty();

    now = now.plus(Duration.ofSeconds(1));
    assertThat(directory.byToken("phc_1")).map(Project::id).contains(1L);
    assertThat(directory.byId(1)).isPresent();

    projects.resetToken(1);
    now = now.plus(Duration.ofSeconds(1));
    assertThat(directory.byToken("phc_1")).isEmpty();
    assertThat(directory.byToken("phc_2")).isPresent();

    projects.delete(1);
    now = now.plus(Duration.ofSeconds(1));
    assertThat(directory.byId(1)).isEmpty();
  }

  @Test
  void theDirectoryServesOnWhereTheTableIsOutOfReach() {
    projects.create("First", ZoneOffset.UTC);
    assertThat(directory.byId(1)).isPresent();
    engine.client().deleteTable(request -> request.tableName(name));

    now = now.plus(Duration.ofSeconds(1));
    assertThat(directory.byId(1)).isPresent();
  }

  @Test
  void aProjectWithoutANameIsRefused() {
    assertThatThrownBy(() -> projects.create(" ", ZoneOffset.UTC)).hasMessageContaining("1 to 200");
  }
}
