package dev.tenrec.query.insights.dates;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The length of a bucket. When weeks begin is the range's to say. */
public enum Interval {
  MINUTE(ChronoUnit.MINUTES, "yyyy-MM-dd HH:mm:ss", "d-MMM HH:mm"),
  HOUR(ChronoUnit.HOURS, "yyyy-MM-dd HH:mm:ss", "d-MMM HH:mm"),
  DAY(ChronoUnit.DAYS, "yyyy-MM-dd", "d-MMM-yyyy"),
  WEEK(ChronoUnit.WEEKS, "yyyy-MM-dd", "d-MMM-yyyy"),
  MONTH(ChronoUnit.MONTHS, "yyyy-MM-dd", "MMM yyyy");

  private static final int MOST_BUCKETS = 10_000;

  private final ChronoUnit unit;
  private final DateTimeFormatter day;
  private final DateTimeFormatter label;

  Interval(ChronoUnit unit, String day, String label) {
    this.unit = unit;
    this.day = DateTimeFormatter.ofPattern(day, Locale.ENGLISH);
    this.label = DateTimeFormatter.ofPattern(label, Locale.ENGLISH);
  }

  /**
   * The interval of that name.
   *
   * @throws DateException when there is none
   */
  public static Interval of(String name) {
    for (Interval interval : values()) {
      if (interval.wireName().equals(name)) {
        return interval;
      }
    }
    throw new DateException(
        "interval is \"" + name + "\": it must be minute, hour, day, week or month");
  }

  /** The name as queries write it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The beginning of the bucket that a local time falls into, where weeks begin on that day. */
  LocalDateTime truncate(LocalDateTime local, DayOfWeek weekStart) {
    return switch (this) {
      case MINUTE -> local.truncatedTo(ChronoUnit.MINUTES);
      case HOUR -> local.truncatedTo(ChronoUnit.HOURS);
      case DAY -> local.truncatedTo(ChronoUnit.DAYS);
      case WEEK ->
          local.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(weekStart));
      case MONTH -> local.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }

  /**
   * The beginnings of all buckets of a range, as local times in ascending order. An hour that a
   * zone lives through twice is one bucket, an hour that it skips is none.
   *
   * @throws DateException when there are more than 10,000
   */
  public List<LocalDateTime> buckets(DateRange range) {
    LocalDateTime last = truncate(range.to().toLocalDateTime(), range.weekStart());
    List<LocalDateTime> buckets = new ArrayList<>();
    ZoneId zone = range.from().getZone();
    for (LocalDateTime bucket = truncate(range.from().toLocalDateTime(), range.weekStart());
        !bucket.isAfter(last);
        bucket = bucket.plus(1, unit)) {
      if (exists(bucket, zone)) {
        buckets.add(bucket);
      }
      if (buckets.size() > MOST_BUCKETS) {
        throw new DateException(
            "The range has more than "
                + MOST_BUCKETS
                + " intervals of one "
                + wireName()
                + ": choose a shorter range or a longer interval");
      }
    }
    return buckets;
  }

  /** The bucket as the field {@code days} names it. */
  public String day(LocalDateTime bucket) {
    return day.format(bucket);
  }

  /** The bucket as a chart labels it. */
  public String label(LocalDateTime bucket) {
    return label.format(bucket);
  }

  // Only buckets shorter than a day can fall into the hour that daylight saving skips.
  private boolean exists(LocalDateTime bucket, ZoneId zone) {
    return compareTo(DAY) >= 0 || ZonedDateTime.of(bucket, zone).toLocalDateTime().equals(bucket);
  }
}
