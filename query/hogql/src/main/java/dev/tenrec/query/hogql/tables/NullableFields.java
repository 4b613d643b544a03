package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.plan.Rewrite;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fields of the side of an outer join that may have no row: each of them may be null. */
final class NullableFields {
  private NullableFields() {}

  static Field of(Field field) {
    return switch (field) {
      case Field.Plain(Value value) -> new Field.Plain(of(value));
      case Field.Document document -> new NullableDocument(document);
      case Field.Group group -> new NullableGroup(group);
    };
  }

  static Value of(Value value) {
    Value inner =
        Rewrite.replace(
            value,
            part ->
                part instanceof Value.Reference(Symbol symbol)
                    ? Optional.of(
                        new Value.Reference(
                            new Symbol(symbol.id(), symbol.name(), symbol.type(), true)))
                    : Optional.empty());
    return inner.nullable() ? inner : whereThereIsARow(value, inner);
  }

  // What is computed of a row that is not there may look like a value: false, an empty text.
  private static Value whereThereIsARow(Value value, Value inner) {
    List<Value> conditions = new ArrayList<>();
    Rewrite.visit(
        value,
        part -> {
          if (part instanceof Value.Reference(Symbol symbol) && !symbol.nullable()) {
            conditions.add(new Value.Not(new Value.IsNull(of(part))));
          }
        });
    return new Value.Choose(
        List.of(new Value.Branch(new Value.And(conditions), inner)),
        new Value.Missing(inner.type()),
        inner.type());
  }

  private record NullableDocument(Field.Document document) implements Field.Document {
    @Override
    public Value property(List<String> path) {
      return of(document.property(path));
    }

    @Override
    public Value whole() {
      return of(document.whole());
    }

    @Override
    public Value holding(String key) {
      return of(document.holding(key));
    }
  }

  private record NullableGroup(Field.Group group) implements Field.Group {
    @Override
    public Optional<Field> field(String name) {
      return group.field(name).map(NullableFields::of);
    }

    @Override
    public Set<String> names() {
      return group.names();
    }
  }
}
