package dev.tenrec.stores.definitions;

/** Another definition of the kind has the value already; the message names the field and value. */
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;

  public NameTakenException(String field, String value) {
    super("There is already one with the %s \"%s\": choose another.".formatted(field, value));
    this.field = field;
  }

  /** The field whose value is taken. */
  public String field() {
    return field;
  }
}
