package dev.tenrec.maintenance;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Deletes, once a day, files that no snapshot and no registration knows: those of runs that ended
 * before they could tell of them.
 *
 * <p>The order keeps it safe: first the files are listed, then the registrations, then the table. A
 * file that is on its way is seen in one of the two, and one that is not even registered yet is too
 * young.
 */
record OrphanSweep(
    Lake lake, PipelineState state, MaintenanceSettings settings, InstantSource clock)
    implements Task {
  private static final Duration EVERY = Duration.ofHours(23);

  @Override
  public void run(LakeTable definition, TimeLeft time, RunReport report) {
    String note = "sweep/" + definition.name();
    Instant now = clock.instant();
    if (state.note(note).filter(last -> Instant.parse(last).plus(EVERY).isAfter(now)).isPresent()) {
      return;
    }
    List<String> old = oldFiles(lake.table(definition), now.minus(settings.orphanAge()));
    Set<String> known = new HashSet<>();
    for (Registration registration : state.pending(definition.name(), Integer.MAX_VALUE)) {
      registration.files().forEach(file -> known.add(file.location()));
    }
    Table table = lake.table(definition);
    addReachable(table, known);
    for (String location : old) {
      if (!known.contains(location)) {
        table.io().deleteFile(location);
        report.count("orphans", 1);
      }
    }
    state.note(note, now.toString());
  }

  private static List<String> oldFiles(Table table, Instant limit) {
    if (!(table.io() instanceof SupportsPrefixOperations files)) {
      return List.of();
    }
    List<String> locations = new ArrayList<>();
    for (FileInfo file : files.listPrefix(table.location() + "/")) {
      if (file.createdAtMillis() < limit.toEpochMilli()) {
        locations.add(file.location());
      }
    }
    return locations;
  }

  private static void addReachable(Table table, Set<String> known) {
    known.addAll(ReachableFileUtil.metadataFileLocations(table, true));
    known.addAll(ReachableFileUtil.manifestListLocations(table));
    known.addAll(ReachableFileUtil.statisticsFilesLocations(table));
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (known.add(manifest.path())) {
          addPaths(table, manifest, known);
        }
      }
    }
  }

  private static void addPaths(Table table, ManifestFile manifest, Set<String> known) {
    try (CloseableIterable<? extends ContentFile<?>> files =
        manifest.content() == ManifestContent.DATA
            ? ManifestFiles.read(manifest, table.io(), table.specs())
            : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      files.forEach(file -> known.add(file.location()));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + manifest.path(), e);
    }
  }
}
