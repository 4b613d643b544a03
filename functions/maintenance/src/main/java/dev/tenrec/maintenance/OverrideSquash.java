package dev.tenrec.maintenance;

import dev.tenrec.lake.KeyHash;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.report.RunReport;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;

/**
 * Removes merges that every event and exception has taken in.
 *
 * <p>Compaction takes merges into the files it rewrites anyway, but most files of earlier days it
 * never touches again. When enough merges have become so old that no event of an old person can
 * still arrive, a pass goes through all days and rewrites the files that have such events; after
 * the last day those merges are dropped. A pass goes on over as many runs as it needs.
 */
record OverrideSquash(
    Lake lake,
    PipelineState state,
    MaintenanceSettings settings,
    Rewriter rewriter,
    InstantSource clock)
    implements Task {
  private static final String NOTE = "squash";

  @Override
  public void run(LakeTable definition, TimeLeft time, RunReport report) {
    Optional<Table> overrides = lake.existing(LakeTable.PERSON_OVERRIDES);
    if (!definition.equals(LakeTable.EVENTS) || overrides.isEmpty()) {
      return;
    }
    Optional<SquashPass> pass = state.note(NOTE).flatMap(SquashPass::parse);
    Instant through =
        pass.map(SquashPass::through).orElse(clock.instant().minus(settings.overrideAge()));
    Set<Long> old = oldPersons(overrides.get(), through);
    if (pass.isEmpty() && old.size() < settings.overridesWorthSquashing()) {
      return;
    }
    if (goThroughDays(pass.orElse(new SquashPass(through, Optional.empty())), old, time, report)
        && goThroughExceptions(old, time, report)
        && drop(overrides.get(), through, report)) {
      state.note(NOTE, SquashPass.NONE);
    }
  }

  private boolean goThroughDays(SquashPass pass, Set<Long> old, TimeLeft time, RunReport report) {
    Table events = lake.table(LakeTable.EVENTS);
    Optional<TableFiles> files = TableFiles.of(events);
    TreeMap<LocalDate, List<DataFile>> byDay = files.map(TableFiles::byDay).orElseGet(TreeMap::new);
    for (LocalDate day : byDay.keySet()) {
      if (pass.isBefore(day)) {
        if (!time.isEnough()
            || !squash(
                LakeTable.EVENTS,
                events,
                files.orElseThrow().snapshotId(),
                day,
                byDay.get(day),
                old,
                report)) {
          return false;
        }
        state.note(NOTE, pass.after(day).toString());
      }
    }
    return true;
  }

  // Few beside the events. A run that has no time for all finds fewer files the next time.
  private boolean goThroughExceptions(Set<Long> old, TimeLeft time, RunReport report) {
    Optional<Table> exceptions = lake.existing(LakeTable.EXCEPTIONS);
    Optional<TableFiles> files = exceptions.flatMap(TableFiles::of);
    if (files.isEmpty()) {
      return true;
    }
    for (Map.Entry<LocalDate, List<DataFile>> day : files.get().byDay().entrySet()) {
      if (!time.isEnough()
          || !squash(
              LakeTable.EXCEPTIONS,
              exceptions.get(),
              files.get().snapshotId(),
              day.getKey(),
              day.getValue(),
              old,
              report)) {
        return false;
      }
    }
    return true;
  }

  private boolean squash(
      LakeTable definition,
      Table events,
      long snapshotId,
      LocalDate day,
      List<DataFile> files,
      Set<Long> old,
      RunReport report) {
    Optional<LocalDate> one = day.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(day);
    for (DataFile file : files) {
      if (hasEventOf(old, events, file)
          && !rewriter.run(new RewriteGroup(definition, snapshotId, one, List.of(file)), report)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasEventOf(Set<Long> old, Table events, DataFile file) {
    boolean[] found = {false};
    try (RowFile opened = RowFile.open(events.io().newInputFile(file))) {
      opened.longsAndTexts(
          "project_id",
          "person_id",
          (project, person) -> found[0] |= old.contains(KeyHash.of(project, person)));
    }
    return found[0];
  }

  private static Set<Long> oldPersons(Table overrides, Instant through) {
    Schema columns = overrides.schema().select("project_id", "old_person_id", "merged_at");
    Set<Long> persons = new HashSet<>();
    for (DataFile file : TableFiles.of(overrides).map(TableFiles::all).orElse(List.of())) {
      try (RowFile opened = RowFile.open(overrides.io().newInputFile(file))) {
        opened.rows(
            columns,
            row -> {
              if ((long) row[2] <= Micros.of(through)) {
                persons.add(KeyHash.of((long) row[0], (byte[]) row[1]));
              }
            });
      }
    }
    return persons;
  }

  private boolean drop(Table overrides, Instant through, RunReport report) {
    Optional<TableFiles> files = TableFiles.of(overrides);
    if (files.isEmpty()) {
      return true;
    }
    RewriteGroup all =
        new RewriteGroup(
            LakeTable.PERSON_OVERRIDES,
            files.get().snapshotId(),
            Optional.empty(),
            files.get().all());
    String younger = "epoch_us(merged_at) > " + Micros.of(through);
    return rewriter.run(all, younger, report);
  }
}
