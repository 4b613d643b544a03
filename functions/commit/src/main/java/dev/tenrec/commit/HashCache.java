package dev.tenrec.commit;

import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Remembers the sorted key hashes of files by location; the least recently used go first when there
 * are too many. Safe for use by several threads.
 */
public final class HashCache {
  private final long mostHashes;
  private final LinkedHashMap<String, KeyHashes> files = new LinkedHashMap<>(64, 0.75f, true);
  private long hashes;

  /**
   * A cache.
   *
   * @param mostHashes how many hashes to keep; each takes eight bytes
   */
  public HashCache(long mostHashes) {
    this.mostHashes = mostHashes;
  }

  static HashCache ofHalfTheMemory() {
    return new HashCache(Runtime.getRuntime().maxMemory() / 2 / Long.BYTES);
  }

  synchronized Optional<KeyHashes> get(String location) {
    return Optional.ofNullable(files.get(location));
  }

  synchronized void put(String location, KeyHashes file) {
    KeyHashes before = files.put(location, file.sortedOnly());
    hashes += file.size() - (before == null ? 0 : before.size());
    while (hashes > mostHashes && files.size() > 1) {
      hashes -= files.pollFirstEntry().getValue().size();
    }
  }

  synchronized int size() {
    return files.size();
  }
}
