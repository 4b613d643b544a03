package dev.tenrec.commit;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.LakeTable.Duplicates.NeverEnter;
import dev.tenrec.lake.Micros;
import dev.tenrec.lake.parquet.RowFile;
import dev.tenrec.lake.pipeline.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.inmemory.InMemoryInputFile;
import org.apache.iceberg.io.InputFile;

/** Fetches registered files, each with one request, several at once. */
final class NewFiles {
  private NewFiles() {}

  static List<NewFile> load(
      Table table, LakeTable definition, List<Registration> registrations, Lost lost) {
    List<Registration.File> registered =
        registrations.stream().flatMap(registration -> registration.files().stream()).toList();
    List<Optional<NewFile>> loaded =
        Parallel.map(registered, file -> load(table, definition, file));
    List<NewFile> files = new ArrayList<>();
    for (int i = 0; i < loaded.size(); i++) {
      if (loaded.get(i).isPresent()) {
        files.add(loaded.get(i).get());
      } else {
        lost.report(registered.get(i).location());
      }
    }
    return files;
  }

  private static Optional<NewFile> load(
      Table table, LakeTable definition, Registration.File registered) {
    byte[] bytes;
    try (InputStream stream =
        table.io().newInputFile(registered.location(), registered.sizeBytes()).newStream()) {
      bytes = stream.readAllBytes();
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + registered.location(), e);
    }
    InputFile input = new InMemoryInputFile(registered.location(), bytes);
    try (RowFile file = RowFile.open(input)) {
      Metrics metrics = file.metrics(table.schema(), MetricsConfig.forTable(table));
      return Optional.of(
          new NewFile(
              registered.location(),
              registered.day(),
              bytes.length,
              input,
              metrics,
              days(registered, definition, file),
              definition.duplicates() instanceof NeverEnter
                  ? KeyHashes.read(file, definition)
                  : KeyHashes.NONE));
    }
  }

  private static Set<Integer> days(
      Registration.File registered, LakeTable definition, RowFile file) {
    Set<Integer> days = new TreeSet<>();
    if (registered.day().isPresent()) {
      days.add(Math.toIntExact(registered.day().get().toEpochDay()));
    } else if (definition.dayColumn().isPresent()) {
      file.longs(definition.dayColumn().get(), micros -> days.add(Micros.dayOf(micros)));
    }
    return days;
  }

  /** Takes the locations of registered files that are gone. */
  @FunctionalInterface
  interface Lost {
    void report(String location);
  }
}
