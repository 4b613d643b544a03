package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

/**
 * A column between two relations.
 *
 * @param id unique in a plan
 * @param name what it is called where it comes from, for readers of plans
 */
public record Symbol(int id, String name, Type type, boolean nullable) {
  public Symbol {
    requireNonNull(name, "name is null");
    requireNonNull(type, "type is null");
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
