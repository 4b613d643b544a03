package dev.tenrec.query.function.results;

import dev.tenrec.query.engine.cache.KeptResults;
import java.util.Optional;

/** Keeps what queries gave among the result objects. */
public record KeptInBucket(ResultObjects objects) implements KeptResults {
  private static final String TYPE = "application/vnd.tenrec.rows";

  @Override
  public Optional<byte[]> get(long project, String key) {
    try {
      return objects.get(path(project, key)).map(StoredResult::bytes);
    } catch (ResultsUnavailableException computedAgain) {
      return Optional.empty();
    }
  }

  @Override
  public void put(long project, String key, byte[] result) {
    try {
      objects.put(path(project, key), new StoredResult(TYPE, false, result));
    } catch (ResultsUnavailableException notKept) {
      // The answer is there; the next one like it is computed again.
      return;
    }
  }

  private static String path(long project, String key) {
    return project + "/cache/" + key;
  }
}
