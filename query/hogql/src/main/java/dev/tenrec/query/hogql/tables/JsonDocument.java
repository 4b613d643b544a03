package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A document in one column. */
public record JsonDocument(Supplier<Value> column) implements Field.Document {
  @Override
  public Value property(List<String> path) {
    return new Value.Property(Optional.empty(), column.get(), path);
  }

  @Override
  public Value whole() {
    return column.get();
  }

  @Override
  public Value holding(String key) {
    return whole();
  }
}
