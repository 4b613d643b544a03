package dev.tenrec.commit;

import static java.util.stream.Collectors.joining;

import dev.tenrec.lake.pipeline.Registration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotAncestryValidator;
import org.apache.iceberg.Table;

/** What a snapshot says of the registrations that came with it. */
final class SnapshotNotes {
  /** The summary's key for the ids of the registrations, separated by commas. */
  static final String KEY = "tenrec.registrations";

  private SnapshotNotes() {}

  static String text(List<Registration> registrations) {
    return registrations.stream().map(Registration::id).collect(joining(","));
  }

  /** The ids of all registrations that the table's snapshots still tell of. */
  static Set<String> registrations(Table table) {
    Set<String> ids = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      String text = snapshot.summary().get(KEY);
      if (text != null) {
        ids.addAll(List.of(text.split(",")));
      }
    }
    return ids;
  }

  /** The table as it is now, for a later append to be checked against. */
  static Base base(Table table) {
    Snapshot current = table.currentSnapshot();
    return new Base(current == null ? OptionalLong.empty() : OptionalLong.of(current.snapshotId()));
  }

  /**
   * Refuses an append when another append came after the base: its files were not looked at for
   * duplicates, and it may be of the same registrations.
   */
  record Base(OptionalLong snapshotId) implements SnapshotAncestryValidator {
    @Override
    public boolean validate(Iterable<Snapshot> newestFirst) {
      for (Snapshot snapshot : newestFirst) {
        if (snapshotId.isPresent() && snapshot.snapshotId() == snapshotId.getAsLong()) {
          return true;
        }
        if (snapshot.summary().containsKey(KEY)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String errorMessage() {
      return "another committer has appended since the files were checked";
    }
  }
}
