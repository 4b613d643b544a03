package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.suggest.Suggestion;
import dev.tenrec.query.hogql.tables.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a name with points means. A lambda's parameter comes first, then an alias of the
 * select list, then a column of a source, then a value of WITH. In a.b the first part may be a
 * source.
 */
final class FieldResolver {
  private final Scope scope;
  private final ExpressionResolver expressions;

  FieldResolver(Scope scope, ExpressionResolver expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  Value resolve(Expression.Field field) {
    return switch (find(field)) {
      case Field.Plain(Value value) -> value;
      case Field.Document document -> document.whole();
      case Field.Group _ ->
          throw new HogqlException(
              Code.UNKNOWN_FIELD,
              "'%s' is a table here: name one of its fields".formatted(text(field.path())),
              field.span());
    };
  }

  /** What the field stands for; a document is not read yet. */
  Field find(Expression.Field field) {
    List<String> path = field.path();
    String first = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    Optional<Field> parameter =
        scope.parameter(first).map(symbol -> new Field.Plain(new Value.Reference(symbol)));
    if (parameter.isPresent()) {
      return walk(parameter.get(), rest, field);
    }
    if (!rest.isEmpty() && scope.source(first).isPresent()) {
      Optional<Field> column = scope.source(first).get().field(rest.getFirst());
      return walk(
          column.orElseThrow(
              () ->
                  unknown(
                      rest.getFirst(),
                      "table '" + first + "'",
                      scope.source(first).get().names(),
                      field.span())),
          rest.subList(1, rest.size()),
          field);
    }
    return walk(named(first, field), rest, field);
  }

  private Field named(String name, Expression.Field field) {
    Optional<Value> alias = scope.alias(name);
    if (alias.isPresent()) {
      return new Field.Plain(alias.get());
    }
    List<Field> columns = new ArrayList<>();
    List<String> owners = new ArrayList<>();
    for (Scope.Named source : scope.sources()) {
      source
          .source()
          .field(name)
          .ifPresent(
              found -> {
                columns.add(found);
                owners.add(source.name());
              });
    }
    if (columns.size() > 1) {
      throw new HogqlException(
          Code.UNKNOWN_FIELD,
          "'%s' could be of %s: write %s.%s"
              .formatted(name, String.join(" or of ", owners), owners.getFirst(), name),
          field.span());
    }
    if (columns.size() == 1) {
      return columns.getFirst();
    }
    if (scope.commons().find(name).orElse(null)
        instanceof Commons.Definition.OfValue(var definition)) {
      return new Field.Plain(expressions.resolve(definition.expression()));
    }
    return scope
        .takePromise(name)
        .<Field>map(
            promised -> {
              Value value = expressions.resolve(promised);
              scope.keep(promised, value);
              scope.alias(name, value);
              return new Field.Plain(value);
            })
        .orElseThrow(() -> unknown(name, "", scope.names(), field.span()));
  }

  private static Field walk(Field start, List<String> path, Expression.Field whole) {
    Field field = start;
    for (int index = 0; index < path.size(); index++) {
      String name = path.get(index);
      switch (field) {
        case Field.Group group ->
            field =
                group
                    .field(name)
                    .orElseThrow(
                        () ->
                            unknown(
                                name,
                                "'" + before(whole, name) + "'",
                                group.names(),
                                whole.span()));
        case Field.Document document -> {
          return new Field.Plain(document.property(path.subList(index, path.size())));
        }
        case Field.Plain(Value value) -> {
          return new Field.Plain(inside(value, path.subList(index, path.size()), whole));
        }
      }
    }
    return field;
  }

  private static Value inside(Value value, List<String> path, Expression.Field whole) {
    return properties(value, path)
        .orElseThrow(
            () ->
                new HogqlException(
                    Code.UNKNOWN_FIELD,
                    "'%s' is %s and has no field '%s'"
                        .formatted(
                            before(whole, path.getFirst()), value.type().label(), path.getFirst()),
                    whole.span()));
  }

  /** A property of a value that holds JSON. */
  static Optional<Value> properties(Value value, List<String> path) {
    if (value instanceof Value.Property(var _, Value document, List<String> before)) {
      List<String> longer = new ArrayList<>(before);
      longer.addAll(path);
      return Optional.of(new Value.Property(Optional.empty(), document, longer));
    }
    return value.type() == Scalar.JSON
        ? Optional.of(new Value.Property(Optional.empty(), value, path))
        : Optional.empty();
  }

  private static HogqlException unknown(
      String name, String where, Collection<String> known, Span span) {
    return new HogqlException(
        Code.UNKNOWN_FIELD,
        "Unknown field '%s'%s.%s"
            .formatted(
                name, where.isEmpty() ? "" : " in " + where, Suggestion.question(name, known)),
        span);
  }

  private static String before(Expression.Field whole, String name) {
    int end = whole.path().lastIndexOf(name);
    return text(whole.path().subList(0, Math.max(1, end)));
  }

  private static String text(List<String> path) {
    return String.join(".", path);
  }
}
