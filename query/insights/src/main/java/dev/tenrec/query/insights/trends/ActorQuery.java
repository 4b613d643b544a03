package dev.tenrec.query.insights.trends;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Alias;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.Trees;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The queries of measures that look at actors one by one before they count: an inner query with a
 * row for each actor, and an outer one over its rows.
 *
 * @param query the series
 * @param overTime whether there is a value for each bucket
 * @param part what divides the value
 */
record ActorQuery(SeriesQuery query, boolean overTime, Optional<Expression> part) {
  private static final String ACTOR = "actor";
  private static final String MOMENT = "moment";
  private static final String SATISFIED = "satisfied";

  /** Different actors of each bucket and the days before it that it looks back to. */
  Select active(int days, Instant from) {
    boolean looksBack = overTime && query.looksBack();
    List<Expression> inner = new ArrayList<>();
    inner.add(Alias.of(Field.of("person_id"), ACTOR));
    inner.add(
        Alias.of(
            looksBack ? SeriesQuery.day(Field.of("timestamp")) : Field.of("timestamp"), MOMENT));
    part.ifPresent(value -> inner.add(Alias.of(value, SeriesQuery.PART)));
    Select actors =
        Select.of(inner.toArray(Expression[]::new))
            .distinct(looksBack)
            .from("events")
            .where(query.conditions(from))
            .build();
    Expression moment =
        looksBack
            ? Call.of("dateAdd", Constant.text("day"), Field.of("shift"), Field.of(MOMENT))
            : Field.of(MOMENT);
    Optional<Query.ArrayJoin> shifts = Optional.empty();
    if (looksBack) {
      // Every actor counts on the day of an event and on those after it that look back to it.
      Expression range = Call.of("range", Constant.whole(0), Constant.whole(days));
      shifts =
          Optional.of(new Query.ArrayJoin(Span.NONE, false, List.of(Alias.of(range, "shift"))));
    }
    return outer(actors, moment, Trees.countDistinct(Field.of(ACTOR)), shifts);
  }

  /** A value made of one amount for each actor. */
  Select perActor(Measure.PerActor measure) {
    List<Expression> columns = new ArrayList<>();
    List<Expression> names = new ArrayList<>();
    if (overTime) {
      columns.add(Alias.of(query.bucket(Field.of("timestamp")), SeriesQuery.BUCKET));
      names.add(Field.of(SeriesQuery.BUCKET));
    }
    part.ifPresent(
        value -> {
          columns.add(Alias.of(value, SeriesQuery.PART));
          names.add(Field.of(SeriesQuery.PART));
        });
    columns.add(Alias.of(measure.actor(), ACTOR));
    names.add(Field.of(ACTOR));
    columns.add(Alias.of(measure.amount(), Measure.AMOUNT));
    List<Expression> conditions = query.conditions(query.range().from().toInstant());
    conditions.add(Trees.isNotNull(measure.actor()));
    Select amounts =
        Select.of(columns.toArray(Expression[]::new))
            .from("events")
            .where(conditions)
            .groupBy(names)
            .build();
    List<Expression> outer = new ArrayList<>();
    List<Expression> keys = new ArrayList<>();
    if (overTime) {
      outer.add(Field.of(SeriesQuery.BUCKET));
      keys.add(Field.of(SeriesQuery.BUCKET));
    }
    return select(amounts, outer, keys, measure.value(), Optional.empty());
  }

  /** How many actors are seen for the first time in the period, each where that is. */
  Select firstSeen(Expression actor) {
    return firsts(
        actor, query.conditions(query.range().from().toInstant()), Constant.truth(true), false);
  }

  /**
   * How many persons did it for the first time ever.
   *
   * @param matching whether only events that satisfy the filters count; otherwise the first of all
   *     must satisfy them
   */
  Select firstEver(boolean matching) {
    List<Expression> conditions = query.until();
    conditions.add(query.event());
    if (matching) {
      conditions.add(query.filter());
    }
    conditions.removeIf(Constant.truth(true)::equals);
    return firsts(
        Field.of("person_id"), conditions, matching ? Constant.truth(true) : query.filter(), true);
  }

  private Select firsts(
      Expression actor, List<Expression> conditions, Expression satisfied, boolean ever) {
    List<Expression> columns = new ArrayList<>();
    columns.add(Alias.of(actor, ACTOR));
    columns.add(Alias.of(Call.of("min", Field.of("timestamp")), MOMENT));
    List<Expression> chosen = new ArrayList<>();
    List<Expression> names = new ArrayList<>(List.of(Field.of(ACTOR)));
    if (ever) {
      chosen.add(
          Trees.compare(
              Comparison.GREATER_OR_EQUAL,
              Field.of(MOMENT),
              Trees.moment(query.range().from().toInstant())));
      part.ifPresent(
          value ->
              columns.add(
                  Alias.of(Call.of("argMin", value, Field.of("timestamp")), SeriesQuery.PART)));
    } else {
      part.ifPresent(
          value -> {
            columns.add(Alias.of(value, SeriesQuery.PART));
            names.add(Field.of(SeriesQuery.PART));
          });
    }
    if (!satisfied.equals(Constant.truth(true))) {
      Expression known = Call.of("ifNull", satisfied, Constant.truth(false));
      columns.add(Alias.of(Call.of("argMin", known, Field.of("timestamp")), SATISFIED));
      chosen.add(Trees.equal(Field.of(SATISFIED), Constant.truth(true)));
    }
    var firsts =
        Select.of(columns.toArray(Expression[]::new))
            .from("events")
            .where(conditions)
            .groupBy(names);
    if (!chosen.isEmpty()) {
      firsts.having(Trees.all(chosen));
    }
    return outer(
        firsts.build(), Field.of(MOMENT), Call.of("count", Field.of(ACTOR)), Optional.empty());
  }

  private Select outer(
      Select inner, Expression moment, Expression value, Optional<Query.ArrayJoin> join) {
    List<Expression> columns = new ArrayList<>();
    List<Expression> keys = new ArrayList<>();
    if (overTime) {
      columns.add(Alias.of(query.bucket(moment), SeriesQuery.BUCKET));
      keys.add(Field.of(SeriesQuery.BUCKET));
    }
    return select(inner, columns, keys, value, join);
  }

  private Select select(
      Select inner,
      List<Expression> columns,
      List<Expression> keys,
      Expression value,
      Optional<Query.ArrayJoin> join) {
    if (part.isPresent()) {
      columns.add(Field.of(SeriesQuery.PART));
      keys.add(Field.of(SeriesQuery.PART));
    }
    columns.add(Alias.of(value, SeriesQuery.VALUE));
    var select = Select.of(columns.toArray(Expression[]::new)).from(inner);
    join.ifPresent(select::arrayJoin);
    return select.groupBy(keys).limit(SeriesQuery.MOST_ROWS).build();
  }
}
