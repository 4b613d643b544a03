package dev.tenrec.errors.symbols;

import java.util.Optional;

/** Where uploaded symbol sets are found. */
@FunctionalInterface
public interface SymbolSets {
  /**
   * The source map uploaded for a chunk of a project's scripts.
   *
   * @param project the project
   * @param chunk the id that the CLI injected into the script
   * @return empty when none was uploaded
   */
  Optional<Uploaded> find(long project, String chunk);

  /**
   * An uploaded symbol set.
   *
   * @param map its map
   * @param release the id of the release it is bound to
   */
  record Uploaded(ParsedMap map, Optional<String> release) {}
}
