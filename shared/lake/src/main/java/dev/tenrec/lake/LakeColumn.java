package dev.tenrec.lake;

import static java.util.Objects.requireNonNull;

/**
 * One column of a lake table.
 *
 * @param name the column's name
 * @param type what it holds
 * @param required whether every row has a value
 * @param bounded whether the smallest and greatest value of each file are kept, so that a scan can
 *     leave files out
 */
public record LakeColumn(String name, Type type, boolean required, boolean bounded) {
  public LakeColumn {
    requireNonNull(type, "type is null");
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "column name is '" + name + "': use lower-case letters, digits and underscores");
    }
  }

  /** A column in which every row has a value, with bounds. */
  static LakeColumn key(String name, Type type) {
    return new LakeColumn(name, type, true, true);
  }

  /** A column in which every row has a value, without bounds. */
  static LakeColumn required(String name, Type type) {
    return new LakeColumn(name, type, true, false);
  }

  /** A column that may be null, without bounds. */
  static LakeColumn optional(String name, Type type) {
    return new LakeColumn(name, type, false, false);
  }

  /** What a column holds. */
  public enum Type {
    /** Text; ids are text too. */
    STRING,
    /** A 64-bit integer. */
    LONG,
    /** A 32-bit integer. */
    INT,
    /** True or false. */
    BOOLEAN,
    /** A point in time in UTC, in microseconds, without a zone. */
    TIMESTAMP,
    /** A list of texts, none of them null. */
    STRINGS
  }
}
