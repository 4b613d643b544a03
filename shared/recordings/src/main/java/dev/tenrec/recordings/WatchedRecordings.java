package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Who has watched which recording, in the table {@code sessions}. Forgotten as recordings are, so
 * that what a user has watched is always few enough to be read at once.
 */
public final class WatchedRecordings {
  private static final String SESSION = "session#";

  private final Table table;
  private final Duration kept;

  /**
   * @param kept how long it is remembered
   */
  public WatchedRecordings(DynamoDbClient client, String table, Duration kept) {
    this.table = new Table(client, table);
    this.kept = requireNonNull(kept, "kept is null");
  }

  /** Remembers that the user has watched the recording. */
  public void add(RecordingKey recording, String user, Instant at) {
    Item item =
        Item.at(partition(recording.project(), user), SESSION + recording.session())
            .with("watched_at", at)
            .expiring(at.plus(kept));
    table.put(item, Condition.none());
  }

  /** The sessions whose recordings the user has watched. */
  public Set<String> of(long project, String user) {
    return table.list(partition(project, user), SESSION).stream()
        .map(item -> item.key().sort().substring(SESSION.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String partition(long project, String user) {
    return "watched#" + project + "#" + user;
  }
}
