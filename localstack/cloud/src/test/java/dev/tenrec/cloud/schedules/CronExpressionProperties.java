package dev.tenrec.cloud.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CronExpressionProperties {
  // From 2000 to 2100.
  private static final long FIRST = 946_684_800L;
  private static final long LAST = 4_102_444_800L;

  @Property(tries = 200)
  void theNextTimeIsTheFirstThatFits(
      @ForAll("fields") int[] fields, @ForAll @LongRange(min = FIRST, max = LAST) long second) {
    int minute = fields[0];
    int hour = fields[1];
    int date = fields[2];
    ZonedDateTime after = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
    CronExpression cron =
        CronExpression.parse(
            "%s %s %s * ? *"
                .formatted(minute < 0 ? "*" : "" + minute, hour < 0 ? "*" : "" + hour, date));

    ZonedDateTime next = cron.next(after).orElseThrow();

    ZonedDateTime expected = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    while (!fits(expected, minute, hour, date)) {
      // Whole hours and days that cannot fit are passed over, so that the reference ends in time.
      expected =
          expected.getDayOfMonth() != date
              ? expected.truncatedTo(ChronoUnit.DAYS).plusDays(1)
              : expected.plusMinutes(1);
    }
    assertThat(next).isEqualTo(expected);
  }

  @Property(tries = 200)
  void timesFollowOneAnotherWithoutEnd(
      @ForAll("fields") int[] fields, @ForAll @LongRange(min = FIRST, max = LAST) long second) {
    CronExpression cron =
        CronExpression.parse("0/%d %d * * ? *".formatted(1 + Math.abs(fields[0]), 5));
    ZonedDateTime time = Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC);
    for (int i = 0; i < 20; i++) {
      ZonedDateTime next = cron.next(time).orElseThrow();
      assertThat(next).isAfter(time);
      assertThat(next.getHour()).isEqualTo(5);
      time = next;
    }
  }

  private static boolean fits(ZonedDateTime time, int minute, int hour, int date) {
    return (minute < 0 || time.getMinute() == minute)
        && (hour < 0 || time.getHour() == hour)
        && time.getDayOfMonth() == date;
  }

  @Provide
  Arbitrary<int[]> fields() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 59),
            Arbitraries.integers().between(-1, 23),
            Arbitraries.integers().between(1, 31))
        .as((minute, hour, date) -> new int[] {minute, hour, date});
  }
}
