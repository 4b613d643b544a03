package dev.tenrec.stores.projects;

import static dev.tenrec.stores.projects.ProjectSettings.named;
import static dev.tenrec.stores.projects.RecordingSettings.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Table;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TestProjects {
  private static final CalendarSettings BERLIN =
      new CalendarSettings(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY);

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
    assertThat(projects.create(named("First")).id()).isEqualTo(1);
    assertThat(projects.create(named("Second")).id()).isEqualTo(2);
    assertThat(projects.list())
        .extracting(project -> project.settings().name())
        .containsExactly("First", "Second");
  }

  @Test
  void theFirstProjectIsMadeOnceHoweverManyAsk() throws Exception {
    Callable<Project> ask = () -> projects.createFirst(named("Default project"));
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      many.invokeAll(IntStream.range(0, 8).mapToObj(_ -> ask).toList());
    }
    assertThat(projects.list()).hasSize(1);
    assertThat(projects.create(named("Next")).id()).isEqualTo(2);
  }

  @Test
  void aChangeIsMadeOnWhatSomebodyElseWroteMeanwhile() {
    projects.create(named("Before"));
    AtomicInteger calls = new AtomicInteger();

    projects.update(
        1,
        settings -> {
          if (calls.incrementAndGet() == 1) {
            projects.update(1, other -> other.with(BERLIN));
          }
          return settings.withName("After");
        });

    assertThat(projects.find(1)).map(Project::settings).contains(named("After").with(BERLIN));
    assertThat(projects.update(77, settings -> settings)).isEmpty();
  }

  @Test
  void whatIsRecordedOfSessionsIsKept() {
    assertThat(recordings(projects.create(named("Shop")))).isEqualTo(OFF);
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

    projects.update(1, settings -> recording(settings, all));
    projects.update(1, settings -> settings.withName("Shop 2"));
    assertThat(directory.byId(1)).map(TestProjects::recordings).contains(all);

    projects.update(1, settings -> recording(settings, OFF));
    assertThat(projects.find(1)).map(TestProjects::recordings).contains(OFF);
    assertThatThrownBy(() -> sampled("1.5")).hasMessageContaining("sampleRate is 1.5");
  }

  @Test
  void aProjectFromBeforeThereWereSomeSettingsHasTheirDefaults() {
    Table table = new Table(engine.client(), name);
    table.put(
        Item.at(Projects.PARTITION, Project.sortKey(5))
            .with("id", 5)
            .with("name", "Old")
            .with("token", "phc_old")
            .with("timezone", "Europe/Berlin")
            .with("anonymize_ips", true)
            .with("created_at", now)
            .with("version", 3),
        Condition.none());

    Project old = projects.find(5).orElseThrow();

    assertThat(old.version()).isEqualTo(3);
    assertThat(old.settings())
        .isEqualTo(
            named("Old")
                .with(new CalendarSettings(ZoneId.of("Europe/Berlin"), DayOfWeek.SUNDAY))
                .with(new CaptureSettings(true, false, OFF)));
  }

  @Test
  void aWeekBeginsOnSundayOrMonday() {
    assertThat(projects.create(named("Shop")).settings().calendar())
        .isEqualTo(new CalendarSettings(ZoneId.of("UTC"), DayOfWeek.SUNDAY));
    assertThatThrownBy(() -> new CalendarSettings(ZoneId.of("UTC"), DayOfWeek.FRIDAY))
        .hasMessageContaining("weekStart is FRIDAY");
  }

  private static ProjectSettings recording(ProjectSettings settings, RecordingSettings changed) {
    return settings.with(settings.capture().with(changed));
  }

  private static RecordingSettings recordings(Project project) {
    return project.settings().capture().recordings();
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
    projects.create(named("First"));
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
    projects.create(named("First"));
    assertThat(directory.byId(1)).isPresent();
    engine.client().deleteTable(request -> request.tableName(name));

    now = now.plus(Duration.ofSeconds(1));
    assertThat(directory.byId(1)).isPresent();
  }

  @Test
  void aProjectWithoutANameIsRefused() {
    assertThatThrownBy(() -> projects.create(named(" "))).hasMessageContaining("1 to 200");
  }
}
