package dev.tenrec.query.function.results;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Objects in memory, which can be out of reach. */
public final class TestingResultObjects implements ResultObjects {
  private final Map<String, StoredResult> objects = new ConcurrentHashMap<>();
  private final AtomicBoolean outOfReach = new AtomicBoolean();

  /** Lets every call fail from here on, or work again. */
  public void outOfReach(boolean failing) {
    outOfReach.set(failing);
  }

  /** The keys of all objects. */
  public Set<String> keys() {
    return Set.copyOf(objects.keySet());
  }

  /** What a link gives. */
  public StoredResult follow(String link) {
    return objects.get(link.substring("memory:///".length()));
  }

  @Override
  public void put(String key, StoredResult result) {
    check(key);
    objects.put(key, result);
  }

  @Override
  public Optional<StoredResult> get(String key) {
    check(key);
    return Optional.ofNullable(objects.get(key));
  }

  @Override
  public URI link(String key) {
    return URI.create("memory:///" + key);
  }

  private void check(String key) {
    if (outOfReach.get()) {
      throw new ResultsUnavailableException(key + " cannot be reached", null);
    }
  }
}
