package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.HogqlException.Code;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.SortKey;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import dev.tenrec.query.hogql.plan.WindowFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Puts the relations of one select on top of each other, in the order in which its clauses happen:
 * from, array join, where, group by, having, windows, qualify, select, distinct, order, limit by,
 * limit. Each step replaces the parts of the values above that it computes by its columns.
 */
final class SelectAssembly {
  private final Resolution resolution;
  private final Span span;
  private final Supplier<Relation> from;
  private final Optional<ArrayJoin> arrayJoin;
  private List<Value> where;
  private List<Column> columns;
  private Optional<Grouping> grouping;
  private Optional<Value> having;
  private Optional<Value> qualify;
  private final boolean distinct;
  private List<Key> order;
  private Optional<LimitBy> limitBy;
  private final Optional<Relation.Slice> slice;

  SelectAssembly(
      Resolution resolution,
      Span span,
      Supplier<Relation> from,
      Optional<ArrayJoin> arrayJoin,
      List<Value> where,
      List<Column> columns,
      Optional<Grouping> grouping,
      Optional<Value> having,
      Optional<Value> qualify,
      boolean distinct,
      List<Key> order,
      Optional<LimitBy> limitBy,
      Optional<Relation.Slice> slice) {
    this.resolution = resolution;
    this.span = span;
    this.from = from;
    this.arrayJoin = arrayJoin;
    this.where = where;
    this.columns = columns;
    this.grouping = grouping;
    this.having = having;
    this.qualify = qualify;
    this.distinct = distinct;
    this.order = order;
    this.limitBy = limitBy;
    this.slice = slice;
  }

  /** A column of the select list. */
  record Column(String name, String shortName, Value value, Span span) {}

  /** ARRAY JOIN. */
  record ArrayJoin(List<Relation.Assignment> arrays, boolean outer) {}

  /** GROUP BY: the keys, and the sets of them to group by. */
  record Grouping(List<Value> keys, List<List<Integer>> sets) {}

  /** A key of ORDER BY. */
  record Key(SortKey key, Span span) {}

  /** LIMIT BY. */
  record LimitBy(long count, long offset, List<Value> keys) {}

  Resolved assemble() {
    Relation relation = from.get();
    if (arrayJoin.isPresent()) {
      relation = new Relation.Unnest(relation, arrayJoin.get().arrays(), arrayJoin.get().outer());
    }
    relation = unnest(relation);
    relation = filter(relation, where);
    relation = aggregate(relation);
    relation = unnest(relation);
    relation = filter(relation, having.stream().toList());
    relation = windows(relation);
    relation = filter(relation, qualify.stream().toList());
    relation = limitBy(relation);
    return output(relation);
  }

  private static Relation filter(Relation relation, List<Value> conditions) {
    if (conditions.isEmpty()) {
      return relation;
    }
    return new Relation.Filter(
        relation, conditions.size() == 1 ? conditions.getFirst() : new Value.And(conditions));
  }

  private void replaceAll(UnaryOperator<Value> replacement) {
    where = where.stream().map(replacement).toList();
    columns =
        columns.stream()
            .map(
                column ->
                    new Column(
                        column.name(),
                        column.shortName(),
                        replacement.apply(column.value()),
                        column.span()))
            .toList();
    grouping =
        grouping.map(
            group -> new Grouping(group.keys().stream().map(replacement).toList(), group.sets()));
    having = having.map(replacement);
    qualify = qualify.map(replacement);
    order =
        order.stream()
            .map(
                key ->
                    new Key(
                        new SortKey(
                            replacement.apply(key.key().value()),
                            key.key().descending(),
                            key.key().nullsFirst()),
                        key.span()))
            .toList();
    limitBy =
        limitBy.map(
            limit ->
                new LimitBy(
                    limit.count(),
                    limit.offset(),
                    limit.keys().stream().map(replacement).toList()));
  }

  // arrayJoin(...): one step for each different array, those inside others first.
  private Relation unnest(Relation input) {
    Relation relation = input;
    for (; ; ) {
      List<Value.Unnested> found = Extraction.unnestable(everything());
      if (found.isEmpty()) {
        return relation;
      }
      Value.Unnested unnested = found.getFirst();
      Symbol element = resolution.symbols().make("arrayJoin", unnested.type(), true);
      relation =
          new Relation.Unnest(
              relation, List.of(new Relation.Assignment(element, unnested.array())), false);
      replaceAll(value -> Extraction.replace(value, unnested, new Value.Reference(element)));
    }
  }

  private List<Value> everything() {
    List<Value> all = new ArrayList<>(where);
    columns.forEach(column -> all.add(column.value()));
    grouping.ifPresent(group -> all.addAll(group.keys()));
    having.ifPresent(all::add);
    qualify.ifPresent(all::add);
    order.forEach(key -> all.add(key.key().value()));
    limitBy.ifPresent(limit -> all.addAll(limit.keys()));
    return all;
  }

  private Relation aggregate(Relation input) {
    where = List.of();
    List<Aggregation> aggregations = Extraction.aggregations(everything());
    if (grouping.isEmpty() && aggregations.isEmpty()) {
      return input;
    }
    Grouping group = grouping.orElse(new Grouping(List.of(), List.of(List.of())));
    grouping = Optional.empty();
    boolean plain =
        group.sets().size() == 1 && group.sets().getFirst().size() == group.keys().size();
    List<Relation.Assignment> keys = new ArrayList<>();
    for (Value key : group.keys()) {
      keys.add(
          new Relation.Assignment(
              resolution.symbols().make("key", key.type(), !plain || key.nullable()), key));
    }
    List<Relation.AggregateAssignment> aggregates = new ArrayList<>();
    for (Aggregation aggregation : aggregations) {
      aggregates.add(
          new Relation.AggregateAssignment(
              resolution
                  .symbols()
                  .make(aggregation.function(), aggregation.type(), aggregation.nullable()),
              aggregation));
    }
    Aggregated replacement = new Aggregated(keys, aggregates);
    columns.forEach(column -> replacement.check(column.value(), column.name(), column.span()));
    having.ifPresent(value -> replacement.check(value, "HAVING", span));
    order.forEach(key -> replacement.check(key.key().value(), "ORDER BY", key.span()));
    replaceAll(replacement::replace);
    if (keys.isEmpty() && aggregates.isEmpty()) {
      // GROUP BY () without aggregates: one row.
      return Relation.Rows.single();
    }
    return new Relation.Aggregate(input, keys, group.sets(), aggregates);
  }

  private Relation windows(Relation input) {
    List<Value.Windowed> found = Extraction.windows(everything());
    if (found.isEmpty()) {
      return input;
    }
    List<Relation.WindowAssignment> windows = new ArrayList<>();
    for (Value.Windowed windowed : found) {
      Symbol symbol =
          resolution
              .symbols()
              .make(windowed.function().function(), windowed.type(), windowed.nullable());
      windows.add(new Relation.WindowAssignment(symbol, windowed.function(), windowed.window()));
      replaceAll(value -> Extraction.replace(value, windowed, new Value.Reference(symbol)));
    }
    return new Relation.Windows(input, windows);
  }

  private Relation limitBy(Relation input) {
    if (limitBy.isEmpty()) {
      return input;
    }
    LimitBy limit = limitBy.get();
    Symbol number = resolution.symbols().make("row_number", Scalar.INTEGER, false);
    Aggregation rowNumber =
        new Aggregation(
            "row_number",
            List.of(),
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            Scalar.INTEGER,
            false);
    WindowFrame window =
        new WindowFrame(limit.keys(), order.stream().map(Key::key).toList(), Optional.empty());
    Relation numbered =
        new Relation.Windows(
            input, List.of(new Relation.WindowAssignment(number, rowNumber, window)));
    return new Relation.Filter(
        numbered,
        new Value.And(
            List.of(
                new Value.Compare(
                    Value.Comparator.GREATER,
                    new Value.Reference(number),
                    new Value.Whole(limit.offset())),
                new Value.Compare(
                    Value.Comparator.LESS_OR_EQUAL,
                    new Value.Reference(number),
                    new Value.Whole(limit.offset() + limit.count())))));
  }

  private Resolved output(Relation input) {
    List<Relation.Assignment> assignments = new ArrayList<>();
    List<Resolved.Column> outputs = new ArrayList<>();
    for (Column column : columns) {
      Symbol symbol = resolution.symbols().make(column.name(), column.value());
      assignments.add(new Relation.Assignment(symbol, column.value()));
      outputs.add(new Resolved.Column(column.name(), column.shortName(), symbol));
    }
    List<SortKey> keys = new ArrayList<>();
    for (Key key : order) {
      keys.add(sortKey(key, assignments));
    }
    boolean hidden = assignments.size() > outputs.size();
    Relation relation = new Relation.Project(input, assignments);
    if (distinct) {
      relation = new Relation.Distinct(relation);
    }
    if (!keys.isEmpty() || slice.isPresent()) {
      relation = new Relation.Sort(relation, keys, slice);
    }
    if (hidden) {
      relation = new Relation.Project(relation, passed(outputs));
    }
    return new Resolved(relation, outputs);
  }

  private static List<Relation.Assignment> passed(List<Resolved.Column> outputs) {
    return outputs.stream()
        .map(
            output ->
                new Relation.Assignment(output.symbol(), new Value.Reference(output.symbol())))
        .toList();
  }

  private SortKey sortKey(Key key, List<Relation.Assignment> assignments) {
    for (Relation.Assignment assignment : assignments) {
      if (assignment.value().equals(key.key().value())) {
        return referring(key.key(), assignment.symbol());
      }
    }
    if (distinct) {
      throw new HogqlException(
          Code.INVALID_QUERY,
          "With DISTINCT only selected columns can be in ORDER BY: select this one too",
          key.span());
    }
    Symbol symbol = resolution.symbols().make("order", key.key().value());
    assignments.add(new Relation.Assignment(symbol, key.key().value()));
    return referring(key.key(), symbol);
  }

  private static SortKey referring(SortKey key, Symbol symbol) {
    return new SortKey(new Value.Reference(symbol), key.descending(), key.nullsFirst());
  }
}
