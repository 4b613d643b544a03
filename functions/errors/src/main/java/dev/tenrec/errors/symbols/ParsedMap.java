package dev.tenrec.errors.symbols;

import dev.tenrec.errors.sourcemap.SourceMap;
import dev.tenrec.errors.sourcemap.SourceMapException;

/** An uploaded symbol set, parsed once, or why it cannot be used. */
public sealed interface ParsedMap {
  /** Parses an uploaded container. Never throws. */
  static ParsedMap of(byte[] container) {
    try {
      SourceAndMap both = SourceAndMap.read(container);
      return new Usable(SourceMap.parse(both.map()), new MinifiedScript(both.script()));
    } catch (SourceMapException broken) {
      return new Broken(broken.getMessage());
    }
  }

  /**
   * A map that resolves.
   *
   * @param map the map
   * @param script what it maps
   */
  record Usable(SourceMap map, MinifiedScript script) implements ParsedMap {}

  /** A map that does not. */
  record Broken(String reason) implements ParsedMap {}
}
