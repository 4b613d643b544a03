package dev.tenrec.query.hogql.plan;

/** Makes the symbols of one plan. */
public final class Symbols {
  private int last;

  /** A new column. */
  public Symbol make(String name, Type type, boolean nullable) {
    last++;
    return new Symbol(last, name, type, nullable);
  }

  /** A new column for a value. */
  public Symbol make(String name, Value value) {
    return make(name, value.type(), value.nullable());
  }
}
