package dev.tenrec.workflow.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Runs in memory, for tests: an injected fault can stop every call before or after its work. */
public final class TestingRuns implements Runs {
  private final Map<RunKey, Run> runs = new ConcurrentHashMap<>();
  private final Set<String> events = new HashSet<>();
  private final Consumer<String> fault;

  /**
   * Empty.
   *
   * @param fault called with each call's name before and after its work; may throw
   */
  public TestingRuns(Consumer<String> fault) {
    this.fault = fault;
  }

  @Override
  public synchronized boolean start(Run run) {
    fault.accept("before start");
    boolean isNew =
        run.test()
            || events.add(run.key().project() + "#" + run.key().workflow() + "#" + run.event());
    if (isNew) {
      runs.put(run.key(), run);
    }
    fault.accept("after start");
    return isNew;
  }

  @Override
  public synchronized Optional<Run> find(RunKey key) {
    fault.accept("before find");
    return Optional.ofNullable(runs.get(key));
  }

  @Override
  public synchronized Optional<Run> save(Run before, Run after) {
    fault.accept("before save");
    Run kept = runs.get(after.key());
    if (kept == null || kept.revision() != before.revision()) {
      return Optional.empty();
    }
    Run next = after.withRevision(before.revision() + 1);
    runs.put(next.key(), next);
    fault.accept("after save");
    return Optional.of(next);
  }

  @Override
  public synchronized List<Due> due(Instant by, int mostOfShard) {
    fault.accept("before due");
    return runs.values().stream()
        .filter(run -> !run.ended() && !run.due().isAfter(by))
        .sorted(Comparator.comparing(Run::due))
        .limit(mostOfShard)
        .map(run -> new Due(run.key(), run.due()))
        .toList();
  }

  @Override
  public synchronized Activity activity(long project, long workflow, Instant since, int most) {
    return Activity.of(
        newest(project, workflow, Integer.MAX_VALUE).stream()
            .filter(run -> run.key().id().getMostSignificantBits() >>> 16 >= since.toEpochMilli())
            .map(Run::status)
            .limit(most + 1L)
            .toList(),
        most);
  }

  @Override
  public synchronized List<Run> newest(long project, long workflow, int most) {
    List<Run> found = new ArrayList<>();
    runs.values().stream()
        .filter(run -> run.key().project() == project && run.key().workflow() == workflow)
        .sorted(Comparator.comparing((Run run) -> run.key().id().toString()).reversed())
        .limit(most)
        .forEach(found::add);
    return found;
  }
}
