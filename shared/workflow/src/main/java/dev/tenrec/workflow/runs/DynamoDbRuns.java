package dev.tenrec.workflow.runs;

import dev.tenrec.stores.table.Condition;
import dev.tenrec.stores.table.Item;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.stores.table.Table;
import dev.tenrec.stores.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs in DynamoDB. A run and its place in the due index change in one transaction. */
public final class DynamoDbRuns implements Runs {
  private static final int SHARDS = 4;
  private static final int ATTEMPTS = 5;
  private static final Duration EVENTS_REMEMBERED = Duration.ofDays(30);
  private static final Duration ENDED_KEPT = Duration.ofDays(90);
  // Of one length, so that text order is time order.
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Table table;

  public DynamoDbRuns(Table table) {
    this.table = table;
  }

  @Override
  public boolean start(Run run) {
    Item.Key event =
        new Item.Key(partition(run.key().project(), run.key().workflow()), "event#" + run.event());
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Put(item(run), Condition.absent()));
    if (!run.ended()) {
      writes.add(new Write.Put(due(run), Condition.none()));
    }
    if (!run.test()) {
      Item started =
          Item.at(event.partition(), event.sort())
              .with("run", run.key().id().toString())
              .expiring(run.startedAt().plus(EVENTS_REMEMBERED));
      writes.add(new Write.Put(started, Condition.absent()));
    }
    try {
      table.transact(writes);
      return true;
    } catch (LostConditionException lost) {
      // Two transactions in each other's way may both be lost: then nobody has started the run.
      if (run.test() || table.get(event.partition(), event.sort()).isEmpty()) {
        throw lost;
      }
      return false;
    }
  }

  @Override
  public Optional<Run> find(RunKey key) {
    return table
        .get(partition(key.project(), key.workflow()), sortKey(key.id()))
        .map(item -> run(key.project(), item));
  }

  @Override
  public Optional<Run> save(Run before, Run after) {
    Run next = after.withRevision(before.revision() + 1);
    List<Write> writes = new ArrayList<>();
    writes.add(new Write.Put(item(next), Condition.version(before.revision())));
    Item old = due(before);
    Item renewed = due(next);
    boolean moved = !old.key().equals(renewed.key());
    if (!before.ended() && (next.ended() || moved)) {
      writes.add(new Write.Delete(old.key(), Condition.none()));
    }
    if (!next.ended() && (before.ended() || moved)) {
      writes.add(new Write.Put(renewed, Condition.none()));
    }
    for (int attempt = 1; ; attempt++) {
      try {
        table.transact(writes);
        return Optional.of(next);
      } catch (LostConditionException lost) {
        if (find(before.key()).filter(now -> now.revision() == before.revision()).isEmpty()) {
          return Optional.empty();
        }
        // Only another transaction was in the way.
        if (attempt == ATTEMPTS) {
          throw lost;
        }
      }
    }
  }

  @Override
  public List<Due> due(Instant by, int mostOfShard) {
    List<Due> due = new ArrayList<>();
    for (int shard = 0; shard < SHARDS; shard++) {
      // One character after all that a key of that very moment goes on with.
      table.listUpTo("due#" + shard, TIME.format(by) + "$", mostOfShard).stream()
          .map(DynamoDbRuns::due)
          .forEach(due::add);
    }
    return due;
  }

  @Override
  public List<Run> newest(long project, long workflow, int most) {
    return table.listNewest(partition(project, workflow), "run#", most).stream()
        .map(item -> run(project, item))
        .toList();
  }

  @Override
  public Activity activity(long project, long workflow, Instant since, int most) {
    // The ids of version 7 begin with the milliseconds.
    UUID first = new UUID(since.toEpochMilli() << 16, 0);
    return Activity.of(
        table
            .listNewest(
                partition(project, workflow), sortKey(first), "run#~", most + 1, List.of("status"))
            .stream()
            .map(item -> Run.Status.valueOf(item.text("status")))
            .toList(),
        most);
  }

  private static Item item(Run run) {
    Item item =
        Item.at(partition(run.key().project(), run.key().workflow()), sortKey(run.key().id()))
            .with("version", run.revision())
            .with("status", run.status().name())
            .with("body", RunJson.write(run).toString());
    return run.endedAt().map(ended -> item.expiring(ended.plus(ENDED_KEPT))).orElse(item);
  }

  private static Run run(long project, Item item) {
    return RunJson.read(project, item.text("body"), item.number("version"));
  }

  private static Item due(Run run) {
    RunKey key = run.key();
    return Item.at(
            "due#" + Math.floorMod(key.id().hashCode(), SHARDS),
            "%s#%d#%d#%s"
                .formatted(TIME.format(run.due()), key.project(), key.workflow(), key.id()))
        .with("due", run.due());
  }

  private static Due due(Item item) {
    String[] parts = item.key().sort().split("#", -1);
    return new Due(
        new RunKey(Long.parseLong(parts[1]), Long.parseLong(parts[2]), UUID.fromString(parts[3])),
        item.instant("due"));
  }

  private static String partition(long project, long workflow) {
    return project + "#" + workflow;
  }

  private static String sortKey(UUID id) {
    return "run#" + id;
  }
}
