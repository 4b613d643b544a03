package dev.tenrec.workflow.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The runs of all workflows. A store that does not answer throws; the write may then have happened
 * or not.
 */
public interface Runs {
  /** Keeps a new run, unless its event has started one of the same workflow before. */
  boolean start(Run run);

  /** The run of that key. */
  Optional<Run> find(RunKey key);

  /**
   * Keeps a run's next state.
   *
   * @param before the state it was made from
   * @return the state as kept; empty when the run had changed meanwhile, and nothing was kept
   */
  Optional<Run> save(Run before, Run after);

  /** Runs to be looked after by that time, the earliest first, of each shard at most so many. */
  List<Due> due(Instant by, int mostOfShard);

  /** The newest runs of a workflow, newest first. */
  List<Run> newest(long project, long workflow, int most);

  /** How many of a workflow's runs began since then, counted up to so many of the newest. */
  Activity activity(long project, long workflow, Instant since, int most);

  /**
   * How many runs a workflow had.
   *
   * @param runs how many began
   * @param failed how many of them failed
   * @param unfinished how many of them have not ended
   * @param more whether there were more, which were not counted
   */
  record Activity(int runs, int failed, int unfinished, boolean more) {
    static Activity of(List<Run.Status> newest, int most) {
      int counted = Math.min(newest.size(), most);
      List<Run.Status> all = newest.subList(0, counted);
      return new Activity(
          counted,
          (int) all.stream().filter(Run.Status.FAILED::equals).count(),
          (int)
              all.stream()
                  .filter(each -> each == Run.Status.RUNNING || each == Run.Status.WAITING)
                  .count(),
          newest.size() > most);
    }
  }

  /**
   * A run that has not ended.
   *
   * @param at when to look after it
   */
  record Due(RunKey run, Instant at) {}
}
