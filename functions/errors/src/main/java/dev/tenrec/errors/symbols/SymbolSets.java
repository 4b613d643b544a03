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
  Optional<ParsedMap> find(long project, String chunk);
}
