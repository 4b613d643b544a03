package dev.tenrec.maintenance;

import static java.util.Comparator.comparingLong;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.LakeTable.Duplicates.HighestVersionHolds;
import dev.tenrec.lake.report.RunReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Table;

/**
 * Makes one file of many: for each day, up to the size that files are to have.
 *
 * <p>A file is taken along once the smaller ones have an eighth of its size together. So a large
 * day is not written anew for each late event, and yet has few files; below eight megabytes it
 * always has one.
 */
final class Compaction implements Task {
  private static final long ALWAYS_WORTH_IT = 8L * 1024 * 1024;
  private static final int SHARE = 8;

  /**
   * A table of versions loses the superseded ones only when all its rows are looked at, so its file
   * may become larger than others.
   */
  private static final int FILES_OF_VERSIONS = 4;

  private final Lake lake;
  private final MaintenanceSettings settings;
  private final Rewriter rewriter;

  Compaction(Lake lake, MaintenanceSettings settings, Rewriter rewriter) {
    this.lake = lake;
    this.settings = settings;
    this.rewriter = rewriter;
  }

  @Override
  public void run(LakeTable table, TimeLeft time, RunReport report) {
    for (RewriteGroup group : plan(table)) {
      if (!time.isEnough()) {
        report.count("left", 1);
        return;
      }
      rewriter.run(group, report);
    }
  }

  /** What is to be rewritten, latest day first. */
  List<RewriteGroup> plan(LakeTable definition) {
    Table table = lake.table(definition);
    List<RewriteGroup> groups = new ArrayList<>();
    TableFiles.of(table)
        .ifPresent(
            files -> {
              for (Optional<LocalDate> day : files.days()) {
                for (List<DataFile> bin : bins(definition, worthIt(definition, files.of(day)))) {
                  groups.add(new RewriteGroup(definition, files.snapshotId(), day, bin));
                }
              }
            });
    return groups;
  }

  private List<DataFile> worthIt(LakeTable definition, List<DataFile> files) {
    List<DataFile> taken = new ArrayList<>();
    long bytes = 0;
    List<DataFile> smallestFirst =
        files.stream().sorted(comparingLong(DataFile::fileSizeInBytes)).toList();
    for (DataFile file : smallestFirst) {
      long size = file.fileSizeInBytes();
      boolean settled = size >= settings.settledBytes() && !isOfVersions(definition);
      boolean tooLarge = !taken.isEmpty() && size > ALWAYS_WORTH_IT && size > SHARE * bytes;
      if (settled || tooLarge) {
        break;
      }
      taken.add(file);
      bytes += size;
    }
    return taken;
  }

  private List<List<DataFile>> bins(LakeTable definition, List<DataFile> files) {
    long most = settings.fileBytes() * (isOfVersions(definition) ? FILES_OF_VERSIONS : 1);
    List<List<DataFile>> bins = new ArrayList<>();
    List<DataFile> bin = new ArrayList<>();
    long bytes = 0;
    for (DataFile file : files) {
      if (bytes + file.fileSizeInBytes() > most) {
        bins.add(bin);
        bin = new ArrayList<>();
        bytes = 0;
      }
      bin.add(file);
      bytes += file.fileSizeInBytes();
    }
    bins.add(bin);
    return bins.stream().filter(it -> it.size() > 1).toList();
  }

  private static boolean isOfVersions(LakeTable definition) {
    return definition.duplicates() instanceof HighestVersionHolds;
  }
}
