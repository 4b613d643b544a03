package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.plan.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Fields by name, each made when it is asked for. */
final class FieldMap implements Field.Group {
  private final Map<String, Supplier<Field>> fields = new LinkedHashMap<>();

  FieldMap value(String name, Supplier<Value> value) {
    return field(name, () -> new Field.Plain(value.get()));
  }

  FieldMap field(String name, Supplier<Field> field) {
    fields.put(name, field);
    return this;
  }

  @Override
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name)).map(Supplier::get);
  }

  @Override
  public Set<String> names() {
    return fields.keySet();
  }
}
