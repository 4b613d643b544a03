package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

/** One key of an order. Where nulls go is always said: engines differ. */
public record SortKey(Value value, boolean descending, boolean nullsFirst) {
  public SortKey {
    requireNonNull(value, "value is null");
  }
}
