package dev.tenrec.query.engine.columns;

import java.io.IOException;
import java.io.InputStream;

/** Reads parts of objects that never change. Safe for use by several threads. */
@FunctionalInterface
public interface ObjectReader {
  /**
   * Opens {@code length} bytes of an object from {@code start} on; the caller closes the stream.
   *
   * @throws IOException if there is no such object or part, or it cannot be read now
   */
  InputStream open(String location, long start, long length) throws IOException;
}
