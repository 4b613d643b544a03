package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

/**
 * Where a block is.
 *
 * @param object the object's key in the bucket
 * @param offset where the block begins in it
 * @param length how many bytes it has there, compressed
 */
public record BlockPlace(String object, long offset, int length) {
  public BlockPlace {
    requireNonNull(object, "object is null");
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException(
          "offset is %d and length %d: a block has a place and some bytes"
              .formatted(offset, length));
    }
  }
}
