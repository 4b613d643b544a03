package dev.tenrec.errors.symbols;

import dev.tenrec.stores.symbols.SymbolSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The symbol sets that were uploaded, each parsed once. A new upload is seen within a minute, the
 * first one for a chunk within seconds.
 *
 * <p>For one thread.
 */
public final class CachedMaps implements SymbolSets {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration FRESH_ABSENCE = Duration.ofSeconds(5);
  private static final int MOST_CHUNKS = 20_000;

  private final Index index;
  private final Function<String, Optional<byte[]>> contents;
  private final InstantSource clock;
  private final long mostBytes;
  private final Map<Chunk, Known> known = new LinkedHashMap<>();
  private final Map<UUID, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /**
   * @param index says which symbol set a chunk has
   * @param contents reads the object of a key
   * @param mostBytes how many bytes of uploads are kept parsed
   */
  public CachedMaps(
      Index index,
      Function<String, Optional<byte[]>> contents,
      InstantSource clock,
      long mostBytes) {
    this.index = index;
    this.contents = contents;
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  @Override
  public Optional<Uploaded> find(long project, String chunk) {
    Chunk wanted = new Chunk(project, chunk);
    Known found = known.get(wanted);
    if (found == null || clock.instant().isAfter(found.until())) {
      Optional<SymbolSet> set = index.find(project, chunk);
      found = new Known(set, clock.instant().plus(set.isPresent() ? FRESH : FRESH_ABSENCE));
      if (known.size() >= MOST_CHUNKS) {
        known.clear();
      }
      known.put(wanted, found);
    }
    return found.set().map(set -> new Uploaded(map(set), set.release()));
  }

  private ParsedMap map(SymbolSet set) {
    Parsed cached = parsed.get(set.id());
    if (cached == null) {
      Optional<byte[]> container = contents.apply(set.objectKey());
      cached =
          new Parsed(
              container
                  .map(ParsedMap::of)
                  .orElseGet(
                      () ->
                          new ParsedMap.Broken(
                              "The upload for chunk "
                                  + set.chunk()
                                  + " is gone: upload it again with posthog-cli --force")),
              container.map(content -> content.length).orElse(0));
      parsed.put(set.id(), cached);
      bytes += cached.bytes();
      makeRoom();
    }
    return cached.map();
  }

  private void makeRoom() {
    var oldest = parsed.entrySet().iterator();
    while (bytes > mostBytes && parsed.size() > 1) {
      bytes -= oldest.next().getValue().bytes();
      oldest.remove();
    }
  }

  /** Says which symbol set a chunk has. */
  @FunctionalInterface
  public interface Index {
    Optional<SymbolSet> find(long project, String chunk);
  }

  private record Chunk(long project, String id) {}

  private record Known(Optional<SymbolSet> set, Instant until) {}

  private record Parsed(ParsedMap map, long bytes) {}
}
