package dev.tenrec.lake.write;

import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.StreamUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of the first records of a batch: of all of them, unless the body of one cannot be
 * fetched now or there is too much for one run.
 */
final class Batch {
  /** Bodies that were set aside can be large, and a batch can have many of them. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private final Map<LakeTable, List<Object[]>> rows = new LinkedHashMap<>();
  private Optional<String> last = Optional.empty();
  private Optional<String> failed = Optional.empty();
  private long bytes;

  private Batch() {}

  static Batch read(List<StreamRecord> records, EnvelopeReader reader) {
    Batch batch = new Batch();
    for (StreamRecord record : records) {
      if (batch.bytes >= MOST_BYTES || !batch.add(record, reader)) {
        batch.failed = Optional.of(record.sequenceNumber());
        break;
      }
      batch.last = Optional.of(record.sequenceNumber());
    }
    return batch;
  }

  private boolean add(StreamRecord record, EnvelopeReader reader) {
    EnvelopeRows sink =
        new EnvelopeRows(
            record.arrival(),
            (table, row) -> {
              rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
              bytes += weight(row);
            });
    try {
      sink.add(reader.read(record));
    } catch (MalformedEnvelopeException e) {
      sink.add(PoisonRecord.rejection(record, e));
    } catch (StreamUnavailableException e) {
      return false;
    }
    return true;
  }

  private static long weight(Object[] row) {
    long weight = 0;
    for (Object value : row) {
      weight +=
          switch (value) {
            case byte[] utf8 -> utf8.length;
            case String text -> text.length();
            case null, default -> 8;
          };
    }
    return weight;
  }

  /** Whether there is nothing to store. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  List<LakeTable> tables() {
    return List.copyOf(rows.keySet());
  }

  List<Object[]> rows(LakeTable table) {
    return rows.get(table);
  }

  /** The sequence number of the last record that was read. */
  String last() {
    return last.orElseThrow();
  }

  /** The sequence number of the first record that was not read. */
  Optional<String> failed() {
    return failed;
  }
}
