package dev.tenrec.commit;

import dev.tenrec.lake.FilePlacement;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.parquet.RowFileWriter;
import dev.tenrec.lake.parquet.WrittenFile;
import dev.tenrec.lake.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Table;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;

/**
 * Takes the rows out of new files whose key is in the table already, near the same day, or in an
 * earlier row of the new files.
 *
 * <p>Equal hashes make a suspicion; only equal keys make a duplicate.
 */
final class DuplicateFilter {
  private final Table table;
  private final LakeTable definition;
  private final HashCache hashes;
  private final Supplier<UUID> ids;
  private final RunReport report;

  DuplicateFilter(
      Table table, LakeTable definition, HashCache hashes, Supplier<UUID> ids, RunReport report) {
    this.table = table;
    this.definition = definition;
    this.hashes = hashes;
    this.ids = ids;
    this.report = report;
  }

  List<NewFile> apply(List<NewFile> files) {
    NearbyFiles nearby = NearbyFiles.of(table, definition, hashes, files);
    List<NewFile> kept = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      withoutDuplicates(files.get(i), known(files, i, nearby)).ifPresent(kept::add);
    }
    return kept;
  }

  private static List<Known> known(List<NewFile> files, int index, NearbyFiles nearby) {
    List<Known> known = new ArrayList<>(nearby.of(files.get(index).days()));
    for (NewFile earlier : files.subList(0, index)) {
      known.add(new Known(earlier.input(), earlier.hashes()));
    }
    return known;
  }

  private Optional<NewFile> withoutDuplicates(NewFile file, List<Known> known) {
    BitSet suspects = file.hashes().rowsAlsoHere();
    List<Known> suspicious = new ArrayList<>();
    for (Known other : known) {
      BitSet shared = file.hashes().rowsAlsoIn(other.hashes());
      if (!shared.isEmpty()) {
        suspects.or(shared);
        suspicious.add(other);
      }
    }
    if (suspects.isEmpty()) {
      return Optional.of(file);
    }
    BitSet duplicates = duplicates(file, suspects, suspicious);
    report.count("duplicates", duplicates.cardinality());
    if (duplicates.isEmpty()) {
      return Optional.of(file);
    }
    return duplicates.cardinality() == file.rows()
        ? Optional.empty()
        : Optional.of(rewrite(file, duplicates));
  }

  private BitSet duplicates(NewFile file, BitSet suspects, List<Known> suspicious) {
    Set<Key> seen = new HashSet<>();
    for (Known other : suspicious) {
      eachKey(
          other.input(),
          (row, key) -> {
            if (file.hashes().contains(key.hash())) {
              seen.add(key);
            }
          });
    }
    BitSet duplicates = new BitSet();
    eachKey(
        file.input(),
        (row, key) -> {
          if (suspects.get(row) && !seen.add(key)) {
            duplicates.set(row);
          }
        });
    return duplicates;
  }

  private void eachKey(InputFile input, KeyVisitor visitor) {
    int[] row = {0};
    try (RowFile file = RowFile.open(input)) {
      file.longsAndTexts(
          definition.key().get(0),
          definition.key().get(1),
          (project, id) -> {
            visitor.visit(row[0], Key.of(project, id));
            row[0]++;
          });
    }
  }

  private NewFile rewrite(NewFile file, BitSet duplicates) {
    WrittenFile written = write(file, duplicates);
    String location = new FilePlacement(table, file.day()).location(ids.get() + ".parquet");
    try (OutputStream output = table.io().newOutputFile(location).create()) {
      output.write(written.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + location, e);
    }
    report.count("rewritten", 1);
    return new NewFile(
        location,
        file.day(),
        written.bytes().length,
        new InMemoryInputFile(location, written.bytes()),
        written.metrics(),
        file.days(),
        file.hashes().without(duplicates));
  }

  private WrittenFile write(NewFile file, BitSet duplicates) {
    int[] row = {0};
    try (RowFileWriter writer = new RowFileWriter(table.schema());
        RowFile rows = RowFile.open(file.input())) {
      rows.rows(
          table.schema(),
          values -> {
            if (!duplicates.get(row[0])) {
              writer.write(values);
            }
            row[0]++;
          });
      return writer.finish(MetricsConfig.forTable(table));
    }
  }

  /**
   * A file whose keys are taken.
   *
   * @param input the file
   * @param hashes the hashes of its keys
   */
  record Known(InputFile input, KeyHashes hashes) {}

  @FunctionalInterface
  private interface KeyVisitor {
    void visit(int row, Key key);
  }
}
