package dev.tenrec.flags.property;

/**
 * What is known of a person beside its properties, under names that no property has. The only field
 * is {@code created_at}, ISO 8601.
 */
public final class PersonMetadata {
  /** Where a subject's properties say when the person was first seen. */
  public static final String CREATED_AT = "\0created_at";

  private PersonMetadata() {}

  static String key(String field) {
    return "\0" + field;
  }

  static String readable(String key) {
    return key.startsWith("\0") ? key.substring(1) : key;
  }
}
