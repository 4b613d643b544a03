package dev.tenrec.commit;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.LakeTable.Duplicates.HighestVersionHolds;
import dev.tenrec.lake.LakeTable.Duplicates.NeverEnter;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.report.RunReport;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.relocated.com.google.common.util.concurrent.MoreExecutors;

/** Commits the registered files of one table. */
final class TableCommit {
  private static final int MOST_REGISTRATIONS = 200;
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int ATTEMPTS = 5;

  /** With other threads Iceberg looks for their results every ten milliseconds, several times. */
  private static final ExecutorService HERE = MoreExecutors.newDirectExecutorService();

  private final Lake lake;
  private final LakeTable definition;
  private final PipelineState state;
  private final HashCache hashes;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final RunReport report;

  TableCommit(
      Lake lake,
      LakeTable definition,
      PipelineState state,
      HashCache hashes,
      Supplier<UUID> ids,
      InstantSource clock,
      RunReport report) {
    this.lake = lake;
    this.definition = definition;
    this.state = state;
    this.hashes = hashes;
    this.ids = ids;
    this.clock = clock;
    this.report = report;
  }

  /** Commits what one commit can take; tells whether there was anything. */
  boolean run() {
    for (int attempt = 1; ; attempt++) {
      List<Registration> registrations =
          oneCommit(state.pending(definition.name(), MOST_REGISTRATIONS));
      if (registrations.isEmpty()) {
        return false;
      }
      try {
        commit(registrations);
        return true;
      } catch (ValidationException
          | CommitFailedException
          | CommitStateUnknownException
          | NotFoundException e) {
        // Another committer, or compaction, has changed the table in between, or nobody knows
        // whether the commit came through: the next attempt compares.
        report.count("conflicts", 1);
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static List<Registration> oneCommit(List<Registration> pending) {
    List<Registration> taken = new ArrayList<>();
    long bytes = 0;
    for (Registration registration : pending) {
      for (Registration.File file : registration.files()) {
        bytes += file.sizeBytes();
      }
      if (!taken.isEmpty() && bytes > MOST_BYTES) {
        break;
      }
      taken.add(registration);
    }
    return taken;
  }

  private void commit(List<Registration> registrations) {
    Table table = lake.table(definition);
    Set<String> committed = SnapshotNotes.registrations(table);
    List<Registration> fresh =
        registrations.stream().filter(it -> !committed.contains(it.id())).toList();
    report.count("compared", registrations.size() - (long) fresh.size());
    if (!fresh.isEmpty()) {
      append(table, fresh);
    }
    state.remove(registrations);
  }

  private void append(Table table, List<Registration> fresh) {
    SnapshotNotes.Base base = SnapshotNotes.base(table);
    List<NewFile> files = withoutDuplicates(table, NewFiles.load(table, definition, fresh, lost()));
    if (files.isEmpty()) {
      return;
    }
    AppendFiles append = table.newAppend();
    files.forEach(file -> append.appendFile(file.describe(table)));
    append.set(SnapshotNotes.KEY, SnapshotNotes.text(fresh));
    append.validateWith(base);
    append.scanManifestsWith(HERE);
    append.commit();
    for (NewFile file : files) {
      hashes.put(file.location(), file.hashes());
      report.count(definition.name(), file.rows()).count("files", 1);
    }
  }

  private List<NewFile> withoutDuplicates(Table table, List<NewFile> files) {
    return switch (definition.duplicates()) {
      case HighestVersionHolds ignored -> files;
      case NeverEnter ignored ->
          new DuplicateFilter(table, definition, hashes, ids, report).apply(files);
    };
  }

  private NewFiles.Lost lost() {
    return location -> {
      report.count("lost", 1).detail("lost_file", location);
      state.note("lost/" + location, clock.instant().toString());
    };
  }
}
