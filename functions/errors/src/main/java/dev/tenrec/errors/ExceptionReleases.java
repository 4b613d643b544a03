package dev.tenrec.errors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.errors.stack.ExceptionChain;
import dev.tenrec.errors.stack.Frame;
import dev.tenrec.errors.symbols.SymbolSets;
import dev.tenrec.stores.symbols.Release;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds the releases that an exception happened in: the one that the CLI injected into the scripts,
 * or those that the scripts' symbol sets are bound to.
 *
 * <p>For one thread.
 */
public final class ExceptionReleases {
  private static final int MOST_KEPT = 1_000;

  private final SymbolSets symbols;
  private final Index index;
  private final Map<Key, Release> known = new HashMap<>();

  public ExceptionReleases(SymbolSets symbols, Index index) {
    this.symbols = symbols;
    this.index = index;
  }

  void writeTo(ObjectNode properties, long project, ExceptionChain chain) {
    Set<String> ids = new LinkedHashSet<>();
    Optional.ofNullable(properties.path("$release_id").textValue()).ifPresent(ids::add);
    chain.exceptions().stream()
        .flatMap(exception -> exception.frames().stream())
        .flatMap(frame -> release(project, frame))
        .forEach(ids::add);
    ObjectNode written = properties.objectNode();
    for (String id : ids) {
      find(project, id)
          .ifPresent(
              release -> {
                if (written.isEmpty()) {
                  properties.put("$exception_release", release.name() + "@" + release.version());
                }
                written
                    .putObject(release.hash())
                    .put("id", release.id().toString())
                    .put("project", release.name())
                    .put("version", release.version())
                    .put("timestamp", release.createdAt().toString());
              });
    }
    if (!written.isEmpty()) {
      properties.set("$exception_releases", written);
    }
  }

  private Stream<String> release(long project, Frame frame) {
    return frame.chunkId().flatMap(chunk -> symbols.find(project, chunk)).stream()
        .flatMap(uploaded -> uploaded.release().stream());
  }

  private Optional<Release> find(long project, String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return Optional.empty();
    }
    Key key = new Key(project, UUID.fromString(text));
    if (known.containsKey(key)) {
      return Optional.of(known.get(key));
    }
    Optional<Release> found = index.find(project, key.id());
    if (known.size() >= MOST_KEPT) {
      known.clear();
    }
    found.ifPresent(release -> known.put(key, release));
    return found;
  }

  /** Finds a release by its id. */
  @FunctionalInterface
  public interface Index {
    Optional<Release> find(long project, UUID id);
  }

  private record Key(long project, UUID id) {}
}
