package dev.tenrec.stores.projects;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.tenrec.stores.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Projects by token and id, from a copy in memory.
 *
 * <p>The copy is proven fresh by one small read at most once a second, and read again only when a
 * project has changed: unknown tokens cost nothing more. Where the table cannot be read the copy
 * serves on, so that a table out of reach costs no events. Safe for use by several threads.
 */
public final class ProjectDirectory {
  private static final Duration TRUSTED = Duration.ofSeconds(1);

  private final Table table;
  private final InstantSource clock;
  private volatile Copy copy = new Copy(-1, Instant.MIN, Map.of(), Map.of());

  public ProjectDirectory(DynamoDbClient client, String table, InstantSource clock) {
    this.table = new Table(client, table);
    this.clock = clock;
  }

  /** The project that the public token belongs to. */
  public Optional<Project> byToken(String token) {
    return Optional.ofNullable(fresh().byToken().get(token));
  }

  /** The project of that id. */
  public Optional<Project> byId(long id) {
    return Optional.ofNullable(fresh().byId().get(id));
  }

  private Copy fresh() {
    Copy current = copy;
    return clock.instant().isBefore(current.trustedUntil()) ? current : refresh();
  }

  private synchronized Copy refresh() {
    Instant now = clock.instant();
    if (now.isBefore(copy.trustedUntil())) {
      return copy;
    }
    try {
      copy = renewed(now);
    } catch (SdkException unreachable) {
      if (copy.version() < 0) {
        throw unreachable;
      }
      copy = new Copy(copy.version(), now.plus(TRUSTED), copy.byId(), copy.byToken());
    }
    return copy;
  }

  private Copy renewed(Instant now) {
    // The version is read before the projects: a change in between is then seen next time.
    long version =
        table
            .get(Projects.VERSION.partition(), Projects.VERSION.sort())
            .map(item -> item.number("version"))
            .orElse(0L);
    return version == copy.version()
        ? new Copy(version, now.plus(TRUSTED), copy.byId(), copy.byToken())
        : read(version, now.plus(TRUSTED));
  }

  private Copy read(long version, Instant trustedUntil) {
    Map<Long, Project> byId =
        table.list(Projects.PARTITION, "project#").stream()
            .map(Project::from)
            .collect(toUnmodifiableMap(Project::id, Function.identity()));
    Map<String, Project> byToken =
        byId.values().stream().collect(toUnmodifiableMap(Project::token, Function.identity()));
    return new Copy(version, trustedUntil, byId, byToken);
  }

  private record Copy(
      long version, Instant trustedUntil, Map<Long, Project> byId, Map<String, Project> byToken) {}
}
