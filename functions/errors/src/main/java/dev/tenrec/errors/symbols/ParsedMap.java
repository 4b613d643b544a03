package dev.tenrec.errors.symbols;

import dev.tenrec.errors.sourcemap.SourceMap;
import dev.tenrec.errors.sourcemap.SourceMapException;

/** An uploaded symbol set, parsed once, or why it cannot be used. */
public sealed interface ParsedMap {
  /** Parses an uploaded container. Never throws. */
  static ParsedMap of(byte[] container) {
    try {
      return new Usable(SourceMap.parse(SourceAndMap.read(container).map()));
    } catch (SourceMapException broken) {
      return new Broken(broken.getMessage());
    }
  }

  /** A map that resolves. */
  record Usable(SourceMap map) implements ParsedMap {}

  /** A map that does not. */
  record Broken(String reason) implements ParsedMap {}
}
