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
import java.time.DayOfWeek;
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
 * @param event which events the series is of
 * @param filter what they must satisfy besides
 * @param breakdown what it is divided by
 * @param adding whether the buckets will be added up, so that an actor counts in its first only
 */
record SeriesQuery(
    Series series,
    DateRange range,
    Interval interval,
    Expression event,
    Expression filter,
    Breakdown breakdown,
    boolean adding) {
  static final long MOST_ROWS = 10_000_000;
  static final String BUCKET = "bucket";
  static final String PART = "part";
  static final String VALUE = "value";

  /** The same with another breakdown. */
  SeriesQuery with(Breakdown changed) {
    return new SeriesQuery(series, range, interval, event, filter, changed, adding);
  }

  /**
   * Rows of breakdown value and its measure over the whole period, the largest first.
   *
   * @param inTotal whether one total is asked for, so that only what it counts is ranked
   */
  Query ranking(boolean inTotal) {
    return measured(false, Optional.of(breakdown.value()), inTotal)
        .change()
        .orderBy(
            Query.Order.by(
                // A part without a value counts as 0, as it does in the answer.
                SortItem.by(Call.of("ifNull", Field.of(VALUE), Constant.whole(0)), true),
                SortItem.by(Field.of(PART), false)))
        .limit(breakdown.limit() + 2L)
        .build();
  }

  /** Rows of bucket and measure, with the breakdown value between them where there is one. */
  Query overTime(List<String> toldApart) {
    return measured(true, part(toldApart), false);
  }

  /** One row of the measure, or rows of breakdown value and measure. */
  Query inTotal(List<String> toldApart) {
    return measured(false, part(toldApart), true);
  }

  /** One row of the smallest and the largest of these numbers. */
  Query extremes(Expression number) {
    return Select.of(Call.of("min", number), Call.of("max", number))
        .from("events")
        .where(conditions(range.from().toInstant()))
        .build();
  }

  private Select measured(boolean overTime, Optional<Expression> part, boolean inTotal) {
    ActorQuery actors = new ActorQuery(this, overTime, part);
    return switch (series.measure()) {
      case Measure.Aggregate(Expression value) -> aggregated(value, overTime, part);
      case Measure.Different(Expression value, boolean actor) ->
          adding && actor && overTime
              ? actors.firstSeen(value)
              : aggregated(Trees.countDistinct(value), overTime, part);
      case Measure.PerActor measure -> actors.perActor(measure);
      case Measure.FirstTime(boolean matching) -> actors.firstEver(matching);
      case Measure.ActiveActors(int days) ->
          actors.active(days, inTotal ? lastWindow(days) : lookedBackTo(days));
    };
  }

  private Select aggregated(Expression value, boolean overTime, Optional<Expression> part) {
    List<Expression> columns = new ArrayList<>();
    List<Expression> names = new ArrayList<>();
    if (overTime) {
      columns.add(Alias.of(bucket(Field.of("timestamp")), BUCKET));
      names.add(Field.of(BUCKET));
    }
    part.ifPresent(
        divided -> {
          columns.add(Alias.of(divided, PART));
          names.add(Field.of(PART));
        });
    columns.add(Alias.of(value, VALUE));
    return Select.of(columns.toArray(Expression[]::new))
        .from("events")
        .where(conditions(range.from().toInstant()))
        .groupBy(names)
        .limit(MOST_ROWS)
        .build();
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

  /**
   * Whether active actors are those of days before; longer buckets count who was active in them.
   */
  boolean looksBack() {
    return interval.compareTo(Interval.DAY) <= 0;
  }

  /** What holds of the events from a moment on. */
  List<Expression> conditions(Instant from) {
    List<Expression> conditions = new ArrayList<>();
    conditions.add(
        Trees.compare(Comparison.GREATER_OR_EQUAL, Field.of("timestamp"), Trees.moment(from)));
    conditions.addAll(until());
    conditions.add(event);
    conditions.add(filter);
    conditions.removeIf(Constant.truth(true)::equals);
    return conditions;
  }

  /** What holds of events until the period ends. */
  List<Expression> until() {
    return new ArrayList<>(
        List.of(
            Trees.compare(
                Comparison.LESS_OR_EQUAL,
                Field.of("timestamp"),
                Trees.moment(range.to().toInstant()))));
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

  /**
   * The bucket of a moment. Days and dates group faster than texts; an hour that clocks show twice
   * is one bucket.
   */
  Expression bucket(Expression moment) {
    return switch (interval) {
      case DAY -> day(moment);
      case WEEK -> Call.of("toStartOfWeek", moment, Constant.whole(weekMode()));
      case MONTH -> Call.of("dateTrunc", Constant.text(interval.wireName()), moment);
      case HOUR, MINUTE -> Call.of("localStart", Constant.text(interval.wireName()), moment);
    };
  }

  // The mode of toStartOfWeek: 0 begins weeks on Sunday, 1 on Monday.
  private long weekMode() {
    return range.weekStart() == DayOfWeek.SUNDAY ? 0 : 1;
  }

  static Expression day(Expression moment) {
    return Call.of("toDate", moment);
  }
}
