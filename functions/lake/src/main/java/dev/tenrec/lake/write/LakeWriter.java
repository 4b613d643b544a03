package dev.tenrec.lake.write;

import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.pipeline.CommitQueue;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.pipeline.Shard;
import dev.tenrec.lake.report.RunReport;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes a shard's records into files and registers the files.
 *
 * <ul>
 *   <li>Each record's rows are registered exactly once, however often the record is delivered and
 *       wherever a run ends: records at or below the shard's checkpoint are dropped, and the
 *       checkpoint moves in the transaction that registers the files. A file that was written but
 *       not registered is nobody's, and maintenance removes it.
 *   <li>What cannot be read or stored becomes a row of the rejected table and holds nothing up.
 *   <li>The committer is woken after every registration; when that fails, the batch comes again.
 * </ul>
 */
public final class LakeWriter implements StreamConsumer {
  private static final int ATTEMPTS = 5;

  private final EnvelopeReader reader;
  private final PipelineState state;
  private final Lake lake;
  private final CommitQueue queue;
  private final Supplier<UUID> ids;
  private final InstantSource clock;
  private final Consumer<RunReport> reports;

  /**
   * A writer.
   *
   * @param ids makes names of files and registrations, of which later ones sort later
   * @param reports takes one report for each batch
   */
  public LakeWriter(
      EnvelopeReader reader,
      PipelineState state,
      Lake lake,
      CommitQueue queue,
      Supplier<UUID> ids,
      InstantSource clock,
      Consumer<RunReport> reports) {
    this.reader = reader;
    this.state = state;
    this.lake = lake;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
    this.reports = reports;
  }

  @Override
  public Optional<String> consume(List<StreamRecord> records) {
    Shard shard = new Shard(records.getFirst().stream(), records.getFirst().shard());
    RunReport report = new RunReport("lake").detail("shard", shard.id());
    long start = clock.millis();
    Optional<String> failed = Optional.empty();
    boolean registered = false;
    for (int attempt = 1; !registered; attempt++) {
      if (attempt > ATTEMPTS) {
        throw new IllegalStateException(
            "the checkpoint of " + shard + " moved during each of " + ATTEMPTS + " attempts");
      }
      Optional<String> checkpoint = state.checkpoint(shard);
      List<StreamRecord> fresh =
          records.stream()
              .filter(record -> checkpoint.isEmpty() || record.isAfter(checkpoint.get()))
              .toList();
      Batch batch = Batch.read(fresh, reader);
      failed = batch.failed();
      registered = register(shard, checkpoint, batch, report);
      if (registered) {
        report.count("records", records.size()).count("repeated", records.size() - fresh.size());
      }
    }
    // Also when all records were repeated: the run before may have ended before this line.
    queue.nudge();
    reports.accept(report.count("milliseconds", clock.millis() - start));
    return failed;
  }

  private boolean register(
      Shard shard, Optional<String> checkpoint, Batch batch, RunReport report) {
    if (batch.isEmpty()) {
      return true;
    }
    List<Registration> registrations = new ArrayList<>();
    for (LakeTable table : batch.tables()) {
      List<Registration.File> files =
          new TableFiles(lake.table(table), table, ids).write(batch.rows(table));
      registrations.add(
          new Registration(ids.get().toString(), table.name(), clock.instant(), files));
    }
    if (!state.advance(shard, checkpoint, batch.last(), registrations)) {
      return false;
    }
    for (Registration registration : registrations) {
      for (Registration.File file : registration.files()) {
        report
            .count(registration.table(), file.records())
            .count("files", 1)
            .count("bytes", file.sizeBytes());
      }
    }
    return true;
  }
}
