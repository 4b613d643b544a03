package dev.tenrec.query.engine.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The results used last, as many as fit into so many bytes. Safe for use by several threads. */
final class Memory {
  private final long most;
  private final Map<String, RememberedResult> results = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  Memory(long most) {
    this.most = most;
  }

  synchronized Optional<RememberedResult> get(String key) {
    return Optional.ofNullable(results.get(key));
  }

  synchronized void put(String key, RememberedResult result) {
    RememberedResult before = results.remove(key);
    bytes -= before == null ? 0 : before.size();
    // One that fills a quarter alone would push out all that is asked for often.
    if (result.size() > most / 4) {
      return;
    }
    results.put(key, result);
    bytes += result.size();
    Iterator<RememberedResult> eldest = results.values().iterator();
    while (bytes > most) {
      bytes -= eldest.next().size();
      eldest.remove();
    }
  }
}
