package dev.tenrec.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingLake;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.Test;

class TestLake {
  private final InMemoryCatalog catalog = catalog();
  private final Lake lake = new Lake(catalog, "tenrec", "memory://lake");

  private static InMemoryCatalog catalog() {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.initialize("test", Map.of());
    return catalog;
  }

  @Test
  void createsATableWhenItIsUsedForTheFirstTime() {
    Table events = lake.table(LakeTable.EVENTS);

    assertThat(events.location()).isEqualTo("memory://lake/events");
    assertThat(events.spec().fields())
        .extracting(field -> field.name())
        .containsExactly("timestamp_day");
    assertThat(events.schema().columns())
        .extracting(field -> field.name())
        .containsExactlyElementsOf(
            LakeTable.EVENTS.columns().stream().map(LakeColumn::name).toList());
    assertThat(events.properties()).containsEntry("write.parquet.compression-codec", "zstd");
  }

  @Test
  void keepsAnUnpartitionedSpecForFilesOfManyDays() {
    assertThat(lake.table(LakeTable.EVENTS).specs().values())
        .filteredOn(PartitionSpec::isUnpartitioned)
        .hasSize(1);
  }

  @Test
  void createsEveryTable() {
    for (LakeTable table : LakeTable.all()) {
      assertThat(lake.table(table).schema().columns()).hasSameSizeAs(table.columns());
    }
  }

  @Test
  void letsManyWritersCreateTheSameTableAtOnce() throws Exception {
    try (var executor = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> writers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        writers.add(
            () -> new Lake(catalog, "tenrec", "memory://lake").table(LakeTable.GROUPS).location());
      }
      for (Future<String> location : executor.invokeAll(writers)) {
        assertThat(location.get()).isEqualTo("memory://lake/groups");
      }
    }
  }

  @Test
  void createsTheTableInTheEndWhereverACreationDies() {
    int step = 0;
    for (boolean died = true; died; step++) {
      Faults faults = new Faults();
      TestingLake testing = new TestingLake(faults, InstantSource.system());
      faults.crashAt(step);
      try {
        testing.open().table(LakeTable.EVENTS);
      } catch (Faults.Crash e) {
        // The next process finds the table or no trace of it.
      }
      died = faults.happened();
      faults.recover();

      Table events = testing.open().table(LakeTable.EVENTS);
      assertThat(events.schema().columns()).hasSameSizeAs(LakeTable.EVENTS.columns());
      assertThat(events.spec().isPartitioned()).isTrue();
    }
    assertThat(step).isGreaterThan(4);
  }

  @Test
  void addsTheColumnsThatADefinitionHasGained() {
    lake.table(LakeTable.EVENTS).updateSchema().deleteColumn("title").deleteColumn("host").commit();

    Table again = new Lake(catalog, "tenrec", "memory://lake").table(LakeTable.EVENTS);

    assertThat(again.schema().findField("title").isOptional()).isTrue();
    assertThat(again.schema().findField("host")).isNotNull();
  }

  @Test
  void namesTheColumnsThatAnOwnerAdded() {
    lake.table(LakeTable.EVENTS)
        .updateSchema()
        .addColumn("plan", org.apache.iceberg.types.Types.StringType.get())
        .commit();

    assertThat(lake.scan(LakeTable.EVENTS, 1, Optional.empty(), Optional.empty()).columns())
        .extracting(LakeColumn::name)
        .contains("plan", "uuid");
  }

  @Test
  void plansNothingAndCreatesNothingForATableThatDoesNotExist() {
    ScanPlan plan = lake.scan(LakeTable.EVENTS, 1, Optional.empty(), Optional.empty());

    assertThat(plan.snapshotId()).isEmpty();
    assertThat(plan.files()).isEmpty();
    assertThat(plan.columns()).isEqualTo(LakeTable.EVENTS.columns());
    assertThat(catalog.tableExists(TableIdentifier.of("tenrec", "events"))).isFalse();
  }

  @Test
  void plansOnlyTheDaysAskedFor() {
    Table events = lake.table(LakeTable.EVENTS);
    var append = events.newAppend();
    for (String day : List.of("2026-03-01", "2026-03-02", "2026-03-03")) {
      append.appendFile(
          DataFiles.builder(events.spec())
              .withPath("memory://lake/events/data/" + day + ".parquet")
              .withPartitionPath("timestamp_day=" + day)
              .withFileSizeInBytes(100)
              .withRecordCount(7)
              .build());
    }
    append.commit();

    ScanPlan plan =
        lake.scan(
            LakeTable.EVENTS,
            1,
            Optional.of(Instant.parse("2026-03-02T00:00:00Z")),
            Optional.of(Instant.parse("2026-03-03T00:00:00Z")));

    assertThat(plan.files())
        .containsExactly(
            new ScanPlan.DataFile("memory://lake/events/data/2026-03-02.parquet", 100, 7));
    assertThat(plan.snapshotId()).hasValue(events.currentSnapshot().snapshotId());
    assertThat(plan.records()).isEqualTo(7);
    assertThat(plan.sizeBytes()).isEqualTo(100);
  }

  @Test
  void givesEveryTableAndColumnAPlace() {
    assertThat(LakeTable.named("events")).hasValue(LakeTable.EVENTS);
    assertThat(LakeTable.named("unknown")).isEmpty();
    assertThat(LakeTable.EVENTS.column("session_id").bounded()).isTrue();
    assertThat(LakeTable.EVENTS.indexOf("project_id")).isZero();
    assertThatThrownBy(() -> LakeTable.EVENTS.indexOf("nothing"))
        .hasMessage("table events has no column nothing");
    assertThat(PromotedProperty.named("$browser"))
        .hasValue(new PromotedProperty("$browser", "browser"));
    assertThat(PromotedProperty.named("utm_source").orElseThrow().column()).isEqualTo("utm_source");
    assertThat(PromotedProperty.named("price")).isEmpty();
  }

  @Test
  void readsItsPlaceFromTheEnvironment() {
    assertThat(LakeSettings.fromEnvironment(Map.of("BUCKET", "b", "GLUE_DATABASE", "d")))
        .isEqualTo(new LakeSettings("s3://b/lake", "d"));
    assertThatThrownBy(() -> LakeSettings.fromEnvironment(Map.of("BUCKET", "b")))
        .hasMessageContaining("GLUE_DATABASE is not set");
    assertThatThrownBy(() -> new LakeSettings("s3://b/lake/", "d"))
        .hasMessageContaining("without a last /");
  }

  @Test
  void refusesATimeForATableWithoutDays() {
    assertThatThrownBy(
            () -> lake.scan(LakeTable.GROUPS, 1, Optional.of(Instant.EPOCH), Optional.empty()))
        .hasMessageContaining("plan its scan without a time");
  }
}
