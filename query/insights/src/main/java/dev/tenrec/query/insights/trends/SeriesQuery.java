package dev.tenrec.query.insights.trends;

import dev.tenrec.query.hogql.ast.Expression;
import dev.tenrec.query.hogql.ast.Expression.Alias;
import dev.tenrec.query.hogql.ast.Expression.Call;
import dev.tenrec.query.hogql.ast.Expression.Constant;
import dev.tenrec.query.hogql.ast.Expression.Field;
import dev.tenrec.query.hogql.ast.Operator.Comparison;
import dev.tenrec.query.hogql.ast.Query;
import dev.tenrec.query.hogql.ast.Select;
import dev.tenrec.query.hogql.ast.SortItem;
import dev.tenrec.query.hogql.ast.Span;
import dev.tenrec.query.insights.Trees;
import dev.tenrec.query.insights.dates.DateRange;
import dev.tenrec.query.insights.dates.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The queries behind one series in one period.
 *
 * @param series the series
 * @param range the period
 * @param interval the length of a bucket
 * @param filter what all events must satisfy besides
 * @param breakdown what it is divided by
 */
record SeriesQuery(
    Series series, DateRange range, Interval interval, Expression filter, Breakdown breakdown) {
  private static final long MOST_ROWS = 1_000_000;
  private static final String BUCKET = "bucket";
  private static final String PART = "part";
  private static final String ACTOR = "actor";
  private static final String MOMENT = "moment";

  /**
   * Rows of breakdown value and its measure over the whole period, the largest first.
   *
   * @param inTotal whether one total is asked for, so that only what it counts is ranked
   */
  Query ranking(boolean inTotal) {
    return measured(List.of(), Optional.of(breakdown.value()), inTotal)
        .change()
        .orderBy(
            Query.Order.by(
                // A part without a value counts as 0, as it does in the answer.
                SortItem.by(Call.of("ifNull", Field.of("value"), Constant.whole(0)), true),
                SortItem.by(Field.of(PART), false)))
        .limit(breakdown.limit() + 2L)
        .build();
  }

  /** Rows of bucket and measure, with the breakdown value between them where there is one. */
  Query overTime(List<String> toldApart) {
    return measured(List.of(bucket(Field.of("timestamp"))), part(toldApart), false);
  }

  /** One row of the measure, or rows of breakdown value and measure. */
  Query inTotal(List<String> toldApart) {
    return measured(List.of(), part(toldApart), true);
  }

  private Select measured(List<Expression> bucket, Optional<Expression> part, boolean inTotal) {
    return switch (series.measure()) {
      case Measure.Aggregate(Expression value) -> {
        List<Expression> columns = keys(bucket, part);
        List<Expression> names = names(bucket, part);
        columns.add(Alias.of(value, "value"));
        yield Select.of(columns.toArray(Expression[]::new))
            .from("events")
            .where(conditions(range.from().toInstant()))
            .groupBy(names)
            .limit(MOST_ROWS)
            .build();
      }
      case Measure.ActiveActors(int days) ->
          active(days, !bucket.isEmpty(), part, inTotal ? lastWindow(days) : lookedBackTo(days));
    };
  }

  /** Whether there is one value for each day, although the buckets are shorter. */
  boolean countsByTheDay() {
    return series.measure() instanceof Measure.ActiveActors && interval.compareTo(Interval.DAY) < 0;
  }

  // The total of active actors is that of the last days.
  private Instant lastWindow(int days) {
    return range.to().minusDays(days).toInstant();
  }

  private Instant lookedBackTo(int days) {
    return looksBack() ? range.from().minusDays(days - 1L).toInstant() : range.from().toInstant();
  }

  // Longer buckets count who was active in them.
  private boolean looksBack() {
    return interval.compareTo(Interval.DAY) <= 0;
  }

  // Every actor counts on the day of an event and on the days after it that still look back to it.
  private Select active(int days, boolean overTime, Optional<Expression> part, Instant from) {
    boolean looksBack = overTime && looksBack();
    List<Expression> inner = new ArrayList<>();
    inner.add(Alias.of(Field.of("person_id"), ACTOR));
    inner.add(Alias.of(looksBack ? day(Field.of("timestamp")) : Field.of("timestamp"), MOMENT));
    part.ifPresent(value -> inner.add(Alias.of(value, PART)));
    Select actors =
        Select.of(inner.toArray(Expression[]::new))
            .distinct(looksBack)
            .from("events")
            .where(conditions(from))
            .limit(MOST_ROWS * 10)
            .build();
    List<Expression> columns = new ArrayList<>();
    List<Expression> names = new ArrayList<>();
    if (overTime) {
      Expression moment =
          looksBack
              ? Call.of("dateAdd", Constant.text("day"), Field.of("shift"), Field.of(MOMENT))
              : Field.of(MOMENT);
      columns.add(Alias.of(bucket(moment), BUCKET));
      names.add(Field.of(BUCKET));
    }
    if (part.isPresent()) {
      columns.add(Field.of(PART));
      names.add(Field.of(PART));
    }
    columns.add(Alias.of(Trees.countDistinct(Field.of(ACTOR)), "value"));
    var select = Select.of(columns.toArray(Expression[]::new)).from(actors);
    if (looksBack) {
      Expression shifts = Call.of("range", Constant.whole(0), Constant.whole(days));
      select.arrayJoin(new Query.ArrayJoin(Span.NONE, false, List.of(Alias.of(shifts, "shift"))));
    }
    return select.groupBy(names).limit(MOST_ROWS).build();
  }

  private List<Expression> conditions(Instant from) {
    List<Expression> conditions = new ArrayList<>();
    conditions.add(
        Trees.compare(Comparison.GREATER_OR_EQUAL, Field.of("timestamp"), Trees.moment(from)));
    conditions.add(
        Trees.compare(
            Comparison.LESS_OR_EQUAL, Field.of("timestamp"), Trees.moment(range.to().toInstant())));
    series
        .event()
        .ifPresent(name -> conditions.add(Trees.equal(Field.of("event"), Constant.text(name))));
    if (!filter.equals(Constant.truth(true))) {
      conditions.add(filter);
    }
    return conditions;
  }

  private Optional<Expression> part(List<String> toldApart) {
    if (breakdown.isNone()) {
      return Optional.empty();
    }
    List<Expression> values = toldApart.stream().<Expression>map(Constant::text).toList();
    Expression known =
        values.isEmpty()
            ? Constant.truth(false)
            : Trees.compare(
                Comparison.IN, breakdown.value(), new Expression.Tuple(Span.NONE, values));
    return Optional.of(Call.of("if", known, breakdown.value(), Constant.text(Breakdown.OTHER)));
  }

  private static List<Expression> keys(List<Expression> bucket, Optional<Expression> part) {
    List<Expression> keys = new ArrayList<>();
    bucket.forEach(value -> keys.add(Alias.of(value, BUCKET)));
    part.ifPresent(value -> keys.add(Alias.of(value, PART)));
    return keys;
  }

  private static List<Expression> names(List<Expression> bucket, Optional<Expression> part) {
    List<Expression> names = new ArrayList<>();
    bucket.forEach(_ -> names.add(Field.of(BUCKET)));
    part.ifPresent(_ -> names.add(Field.of(PART)));
    return names;
  }

  // Days and dates group faster than texts; an hour that clocks show twice is one bucket.
  private Expression bucket(Expression moment) {
    return switch (interval) {
      case DAY -> day(moment);
      case WEEK, MONTH -> Call.of("dateTrunc", Constant.text(interval.wireName()), moment);
      case HOUR, MINUTE -> Call.of("localStart", Constant.text(interval.wireName()), moment);
    };
  }

  private static Expression day(Expression moment) {
    return Call.of("toDate", moment);
  }
}
