package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.ast.Table;
import dev.tenrec.query.hogql.function.Comparisons;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Relation.Join.Kind;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.tables.Field;
import dev.tenrec.query.hogql.tables.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Resolves FROM: puts its sources into the scope and gives the relation, which may be asked for
 * when everything else of the select is resolved.
 */
final class FromResolver {
  private final Resolution resolution;
  private final Scope scope;
  private final ExpressionResolver expressions;
  private final SourceResolver sources;

  FromResolver(Resolution resolution, Scope scope, ExpressionResolver expressions) {
    this.resolution = resolution;
    this.scope = scope;
    this.expressions = expressions;
    this.sources = new SourceResolver(resolution, scope);
  }

  Supplier<Relation> resolve(Table.Tree tree) {
    Supplier<Relation> relation = source(tree.first());
    for (Table.Join join : tree.joins()) {
      relation = join(relation, join);
    }
    return relation;
  }

  private Supplier<Relation> source(Table.Source source) {
    if (source.table() instanceof Table.Nested(Span _, Table.Tree tree)) {
      return resolve(tree);
    }
    SourceResolver.Opened opened = sources.open(source);
    if (scope.source(opened.name()).isPresent()) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "The table '%s' is there twice: give one of them an alias with AS"
              .formatted(opened.name()),
          source.span());
    }
    scope.add(opened.name(), opened.source());
    Optional<Value> sampled = source.sample().map(sample -> sampled(opened.source(), sample));
    return () ->
        sampled
            .<Relation>map(condition -> new Relation.Filter(opened.source().relation(), condition))
            .orElseGet(opened.source()::relation);
  }

  // A person is in the sample with all events or with none.
  private Value sampled(Source source, Table.Sample sample) {
    Value ratio = expressions.resolve(sample.ratio());
    Value share = resolution.coercion().to(ratio, Scalar.FLOAT, sample.ratio().span());
    Field id =
        source
            .field("distinct_id")
            .orElseThrow(
                () ->
                    new HogqlException(
                        Code.INVALID_QUERY,
                        "SAMPLE needs a table with distinct_id: only events can be sampled",
                        sample.ratio().span()));
    return new Value.Compare(
        Value.Comparator.LESS,
        new Value.Apply("hashShare", List.of(((Field.Plain) id).value()), Scalar.FLOAT, false),
        share);
  }

  private Supplier<Relation> join(Supplier<Relation> left, Table.Join join) {
    List<Scope.Named> before = List.copyOf(scope.sources());
    Supplier<Relation> right = source(join.source());
    List<Scope.Named> added = new ArrayList<>(scope.sources());
    added.removeAll(before);
    Kind kind = kind(join);
    Optional<Value> condition =
        switch (join.constraint()) {
          case Table.Constraint.None _ -> Optional.empty();
          case Table.Constraint.On(Expression on) -> Optional.of(on(on));
          case Table.Constraint.Using(List<String> columns) ->
              Optional.of(using(before, added, columns, join.span()));
          case Table.Constraint.Natural _ ->
              Optional.of(using(before, added, shared(before, added, join.span()), join.span()));
        };
    if (kind == Kind.SEMI || kind == Kind.ANTI) {
      added.forEach(named -> scope.remove(named.name()));
    }
    if (kind == Kind.LEFT || kind == Kind.ASOF_LEFT || kind == Kind.FULL) {
      added.forEach(named -> scope.makeOuter(named.name()));
    }
    if (kind == Kind.RIGHT || kind == Kind.FULL) {
      before.forEach(named -> scope.makeOuter(named.name()));
    }
    return () -> new Relation.Join(kind, left.get(), right.get(), condition);
  }

  private Value on(Expression condition) {
    Value value = expressions.condition(condition);
    SelectResolver.rejectAggregates(value, "ON", condition.span());
    return value;
  }

  private static Kind kind(Table.Join join) {
    return switch (join.strictness()) {
      case ALL ->
          switch (join.side()) {
            case INNER -> Kind.INNER;
            case LEFT -> Kind.LEFT;
            case RIGHT -> Kind.RIGHT;
            case FULL -> Kind.FULL;
            case CROSS -> Kind.CROSS;
            case POSITIONAL -> Kind.POSITIONAL;
          };
      case SEMI -> Kind.SEMI;
      case ANTI -> Kind.ANTI;
      case ASOF -> join.side() == Table.Side.LEFT ? Kind.ASOF_LEFT : Kind.ASOF;
      case ANY ->
          throw new HogqlException(
              Code.NOT_SUPPORTED,
              "ANY JOIN is not supported: join a subquery that has one row for each key",
              join.span());
    };
  }

  private Value using(
      List<Scope.Named> left, List<Scope.Named> right, List<String> columns, Span span) {
    List<Value> pairs = new ArrayList<>();
    for (String column : columns) {
      Value rightValue = value(right, column, span);
      Value leftValue = value(left, column, span);
      pairs.add(
          Comparisons.compare(
              Value.Comparator.EQUAL, leftValue, rightValue, resolution.context(), span));
      // From here on the plain name means the joined column.
      scope.alias(column, leftValue);
    }
    return new Value.And(pairs);
  }

  private static Value value(List<Scope.Named> sources, String column, Span span) {
    for (Scope.Named named : sources) {
      Optional<Field> field = named.source().field(column);
      if (field.isPresent()) {
        return switch (field.get()) {
          case Field.Plain(Value value) -> value;
          case Field.Document document -> document.whole();
          case Field.Group _ -> throw noColumn(column, span);
        };
      }
    }
    throw noColumn(column, span);
  }

  private static HogqlException noColumn(String column, Span span) {
    return new HogqlException(
        Code.UNKNOWN_FIELD, "Both sides of the join need a column '" + column + "'", span);
  }

  private static List<String> shared(List<Scope.Named> left, List<Scope.Named> right, Span span) {
    List<String> names = new ArrayList<>();
    for (Scope.Named source : left) {
      for (String name : source.source().starred()) {
        if (right.stream().anyMatch(other -> other.source().starred().contains(name))) {
          names.add(name);
        }
      }
    }
    if (names.isEmpty()) {
      throw new HogqlException(
          Code.INVALID_QUERY, "The tables of a NATURAL JOIN share no column: use ON", span);
    }
    return names.stream().distinct().toList();
  }
}
