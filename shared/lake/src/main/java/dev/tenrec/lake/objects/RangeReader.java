package dev.tenrec.lake.objects;

/** Reads parts of one object. */
@FunctionalInterface
public interface RangeReader {
  /**
   * Reads the bytes from an offset on, fewer than asked for only at the object's end.
   *
   * @throws org.apache.iceberg.exceptions.NotFoundException when there is no such object
   */
  Range read(long offset, int length);

  /**
   * A part of an object.
   *
   * @param bytes the part
   * @param objectLength how long the whole object is
   */
  record Range(byte[] bytes, long objectLength) {}
}
