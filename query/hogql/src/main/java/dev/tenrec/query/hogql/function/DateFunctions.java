package dev.tenrec.query.hogql.function;

import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Unit;
import dev.tenrec.query.hogql.plan.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Functions of dates and times. A point in time has its date and clock time in the project's zone,
 * unless the call or toTimeZone names another.
 */
public final class DateFunctions {
  private DateFunctions() {}

  static void define(FunctionTable table) {
    now(table);
    starts(table);
    parts(table);
    shifts(table);
    table.function("toDate", arguments -> zoned(arguments, 1).as(0, Scalar.DATE));
    table.aliases("toDate", "to_date", "_toDate", "toDateOrNull", "date");
    table.function("toDateTime", DateFunctions::toDateTime);
    table.aliases(
        "toDateTime",
        "toDateTime64",
        "toDateTimeUS",
        "toDateTimeOrNull",
        "parseDateTimeBestEffort",
        "parseDateTimeBestEffortOrNull",
        "parseDateTime64BestEffortOrNull",
        "to_timestamp");
    table.function(
        "toTimeZone",
        arguments -> {
          arguments.require(2, 2);
          return new Value.InZone(arguments.as(0, Scalar.DATETIME), arguments.zone(1));
        });
    table.function("timezone", arguments -> new Value.Text(arguments.context().zone().getId()));
    table.function("toUnixTimestamp", arguments -> unix(arguments, "toUnixSeconds"));
    table.function("toUnixTimestamp64Milli", arguments -> unix(arguments, "toUnixMilliseconds"));
    table.function(
        "fromUnixTimestamp",
        arguments -> {
          arguments.require(1, 1);
          return arguments.with(List.of(arguments.as(0, Scalar.FLOAT))).as(0, Scalar.DATETIME);
        });
    table.function(
        "fromUnixTimestamp64Milli",
        arguments -> {
          arguments.require(1, 1);
          return Arguments.primitive(
              "fromUnixMilliseconds", Scalar.DATETIME, arguments.as(0, Scalar.INTEGER));
        });
    table.function("dateDiff", DateFunctions::difference);
    table.aliases("dateDiff", "date_diff", "timestampDiff");
    table.function("age", DateFunctions::age);
    table.function("formatDateTime", DateFunctions::format);
    table.aliases("formatDateTime", "to_char");
    table.function("monthName", arguments -> named(arguments, "%B"));
    table.function("dayName", arguments -> named(arguments, "%A"));
  }

  private static void now(FunctionTable table) {
    table.function("now", arguments -> new Value.Moment(arguments.context().now()));
    table.aliases("now", "now64", "nowInBlock", "current_timestamp");
    table.function("today", arguments -> new Value.Day(today(arguments.context())));
    table.aliases("today", "current_date");
    table.function(
        "yesterday", arguments -> new Value.Day(today(arguments.context()).minusDays(1)));
  }

  private static LocalDate today(QueryContext context) {
    return LocalDate.ofInstant(context.now(), context.zone());
  }

  private static void starts(FunctionTable table) {
    Map<String, Unit> units = new LinkedHashMap<>();
    for (Unit unit : Unit.values()) {
      String name = unit.name().charAt(0) + unit.name().substring(1).toLowerCase(Locale.ROOT);
      if (unit.compareTo(Unit.SECOND) >= 0) {
        units.put("toStartOf" + name, unit);
      }
    }
    units.forEach(
        (name, unit) ->
            table.function(
                name,
                arguments -> {
                  arguments.require(1, unit == Unit.WEEK ? 3 : 2);
                  return unit == Unit.WEEK
                      ? startOfWeek(arguments)
                      : start(zoned(arguments, 1), unit);
                }));
    table.function("toMonday", arguments -> truncated(zoned(arguments, 1), "week", true));
    table.function("toStartOfISOYear", DateFunctions::startOfIsoYear);
    Map.of("toStartOfFiveMinutes", 5, "toStartOfTenMinutes", 10, "toStartOfFifteenMinutes", 15)
        .forEach(
            (name, minutes) ->
                table.function(
                    name, arguments -> steps(zoned(arguments, 1), Unit.MINUTE, minutes)));
    table.aliases("toStartOfFiveMinutes", "toStartOfFiveMinute");
    table.function("toStartOfInterval", DateFunctions::startOfInterval);
    table.function("localStart", DateFunctions::localStart);
    table.function("dateTrunc", DateFunctions::dateTrunc);
    table.aliases("dateTrunc", "date_trunc");
    table.function(
        "toLastDayOfMonth",
        arguments -> {
          Value next =
              shift(start(zoned(arguments, 1), Unit.MONTH), Unit.MONTH, new Value.Whole(1));
          return shift(next, Unit.DAY, new Value.Whole(-1));
        });
    table.aliases("toLastDayOfMonth", "last_day");
  }

  /** The start of a unit: a day for weeks and longer, a point in time for what is shorter. */
  public static Value start(Arguments arguments, Unit unit) {
    return truncated(
        arguments, unit.name().toLowerCase(Locale.ROOT), unit.compareTo(Unit.WEEK) >= 0);
  }

  // Mode 0 begins weeks on Sunday, 1 on Monday; without a mode the project decides.
  private static Value startOfWeek(Arguments arguments) {
    DayOfWeek first = arguments.context().weekStart();
    if (arguments.size() >= 2 && arguments.get(1) instanceof Value.Whole(long mode)) {
      first = mode % 2 == 0 ? DayOfWeek.SUNDAY : DayOfWeek.MONDAY;
    }
    Arguments zoned = arguments.size() == 3 ? zoned(arguments, 2) : arguments;
    return truncated(zoned, first == DayOfWeek.SUNDAY ? "sunday_week" : "week", true);
  }

  private static Value startOfIsoYear(Arguments arguments) {
    Value year = part(zoned(arguments, 1), "isoyear");
    Value fourthOfJanuary =
        Arguments.primitive("makeDate", Scalar.DATE, year, new Value.Whole(1), new Value.Whole(4));
    return truncated(arguments.with(List.of(fourthOfJanuary)), "week", true);
  }

  private static Value truncated(Arguments arguments, String unit, boolean toDay) {
    if (isAbsolute(unit, arguments.coercion().zoneOf(arguments.get(0)))) {
      return ConstantDates.fold(
          Arguments.primitive(
              "truncateMoment",
              Scalar.DATETIME,
              new Value.Text(unit),
              arguments.as(0, Scalar.DATETIME)));
    }
    Value local =
        ConstantDates.fold(
            Arguments.primitive(
                "truncate", Scalar.LOCAL, new Value.Text(unit), arguments.as(0, Scalar.LOCAL)));
    return toDay
        ? ConstantDates.fold(new Value.Convert(local, Scalar.DATE))
        : universal(local, arguments);
  }

  // Where offsets are whole hours, an hour begins in UTC when it does in the zone; and the hour
  // that
  // clocks show twice stays two.
  private static boolean isAbsolute(String unit, ZoneId zone) {
    return switch (unit) {
      case "second", "minute" -> true;
      case "hour" -> hasWholeHours(zone);
      default -> false;
    };
  }

  private static boolean hasWholeHours(ZoneId zone) {
    for (int year = 1970; year < 2040; year++) {
      for (int month = 1; month <= 7; month += 6) {
        Instant moment = LocalDate.of(year, month, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
        if (zone.getRules().getOffset(moment).getTotalSeconds() % 3600 != 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static Value universal(Value local, Arguments arguments) {
    ZoneId zone = arguments.coercion().zoneOf(arguments.get(0));
    Value moment = ConstantDates.fold(new Value.Universal(local, zone));
    return zone.equals(arguments.context().zone()) ? moment : new Value.InZone(moment, zone);
  }

  private static Value steps(Arguments arguments, Unit unit, long count) {
    return universal(
        Arguments.primitive(
            "truncateSteps",
            Scalar.LOCAL,
            new Value.Duration(unit, new Value.Whole(count)),
            arguments.as(0, Scalar.LOCAL)),
        arguments);
  }

  private static Value startOfInterval(Arguments arguments) {
    arguments.require(2, 3);
    if (!(arguments.get(1) instanceof Value.Duration(Unit unit, Value.Whole(long count)))
        || count < 1) {
      throw arguments.wrong("needs a constant interval such as toIntervalMinute(15)");
    }
    Arguments zoned = arguments.size() == 3 ? zoned(arguments, 2) : arguments;
    if (count == 1) {
      return unit == Unit.WEEK ? truncated(zoned, "week", true) : start(zoned, unit);
    }
    Value stepped = steps(zoned, unit, count);
    return unit.compareTo(Unit.WEEK) >= 0
        ? zoned.with(List.of(stepped)).as(0, Scalar.DATE)
        : stepped;
  }

  // localStart(unit, moment): what clocks show when the unit begins. An hour that clocks show twice
  // is one hour here.
  private static Value localStart(Arguments arguments) {
    arguments.require(2, 2);
    return Arguments.primitive(
        "truncate",
        Scalar.LOCAL,
        new Value.Text(unit(arguments, 0).name().toLowerCase(Locale.ROOT)),
        arguments.as(1, Scalar.LOCAL));
  }

  private static Value dateTrunc(Arguments arguments) {
    arguments.require(2, 3);
    Unit unit = unit(arguments, 0);
    Arguments rest = arguments.with(arguments.from(1));
    return start(zoned(rest, 1), unit);
  }

  private static void parts(FunctionTable table) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part :
        List.of("Year", "Quarter", "Month", "Hour", "Minute", "Second", "Millisecond")) {
      parts.put("to" + part, part.toLowerCase(Locale.ROOT));
    }
    parts.put("toDayOfYear", "doy");
    parts.put("toDayOfMonth", "day");
    parts.put("toDayOfWeek", "isodow");
    parts.put("toISOYear", "isoyear");
    parts.put("toISOWeek", "week");
    parts.put("toYYYYMM", "yyyymm");
    parts.put("toYYYYMMDD", "yyyymmdd");
    parts.put("toYYYYMMDDhhmmss", "yyyymmddhhmmss");
    parts.forEach(
        (name, part) -> table.function(name, arguments -> part(zoned(arguments, 1), part)));
    table.aliases("toDayOfMonth", "day");
    table.aliases("toYear", "year");
    table.aliases("toMonth", "month");
    table.aliases("toHour", "hour");
    table.aliases("toMinute", "minute");
    table.aliases("toSecond", "second");
    table.aliases("toISOWeek", "toWeek");
    table.function(
        "date_part",
        arguments -> {
          arguments.require(2, 2);
          String part = arguments.text(0).toLowerCase(Locale.ROOT);
          if (!parts.containsValue(part)) {
            throw arguments.wrong("does not know the part '" + part + "': one of year, month, day");
          }
          return part(arguments.with(arguments.from(1)), part);
        });
  }

  private static Value part(Arguments arguments, String part) {
    return Arguments.primitive(
        "part", Scalar.INTEGER, new Value.Text(part), arguments.as(0, Scalar.LOCAL));
  }

  private static void shifts(FunctionTable table) {
    for (Unit unit : Unit.values()) {
      String name = unit.name().charAt(0) + unit.name().substring(1).toLowerCase(Locale.ROOT);
      table.function(
          "toInterval" + name,
          arguments -> {
            arguments.require(1, 1);
            return new Value.Duration(unit, arguments.as(0, Scalar.INTEGER));
          });
      table.function("add" + name + "s", arguments -> shifted(arguments, unit, 1));
      table.function("subtract" + name + "s", arguments -> shifted(arguments, unit, -1));
    }
    table.function("dateAdd", arguments -> added(arguments, 1));
    table.aliases("dateAdd", "date_add", "timestampAdd");
    table.function("dateSub", arguments -> added(arguments, -1));
    table.aliases("dateSub", "date_sub", "date_subtract", "timestampSub");
  }

  private static Value shifted(Arguments arguments, Unit unit, int sign) {
    arguments.require(2, 2);
    Value count = arguments.as(1, Scalar.INTEGER);
    return shift(arguments, new Value.Duration(unit, sign < 0 ? negated(count) : count));
  }

  // dateAdd(unit, count, moment) or dateAdd(moment, interval)
  private static Value added(Arguments arguments, int sign) {
    arguments.require(2, 3);
    if (arguments.size() == 3) {
      Value count = arguments.as(1, Scalar.INTEGER);
      Value.Duration duration =
          new Value.Duration(unit(arguments, 0), sign < 0 ? negated(count) : count);
      return shift(arguments.with(List.of(arguments.get(2))), duration);
    }
    if (arguments.get(1) instanceof Value.Duration(Unit unit, Value count)) {
      return shift(arguments, new Value.Duration(unit, sign < 0 ? negated(count) : count));
    }
    throw arguments.wrong("needs an interval as argument 2, such as toIntervalDay(7)");
  }

  private static Value negated(Value count) {
    return count instanceof Value.Whole(long number)
        ? new Value.Whole(-number)
        : Arguments.primitive("negate", Scalar.INTEGER, count);
  }

  /** A point in time or a day, and an interval after it. */
  public static Value shift(Arguments arguments, Value.Duration duration) {
    Value value =
        arguments.get(0).type() == Scalar.DATE
            ? arguments.get(0)
            : arguments.as(0, Scalar.DATETIME);
    if (value.type() == Scalar.DATE && duration.unit().isFixed()) {
      value = arguments.as(0, Scalar.DATETIME);
    }
    if (value.type() == Scalar.DATE || duration.unit().isFixed()) {
      return ConstantDates.fold(Arguments.primitive("shift", value.type(), value, duration));
    }
    // A day later the clocks show the same, whatever happened to them in between.
    Arguments moment = arguments.with(List.of(value));
    Value local =
        ConstantDates.fold(
            Arguments.primitive("shift", Scalar.LOCAL, moment.as(0, Scalar.LOCAL), duration));
    return universal(local, moment);
  }

  private static Value shift(Value day, Unit unit, Value count) {
    return ConstantDates.fold(
        Arguments.primitive("shift", day.type(), day, new Value.Duration(unit, count)));
  }

  // dateDiff(unit, from, to): how many boundaries of the unit lie between.
  private static Value difference(Arguments arguments) {
    arguments.require(3, 4);
    Unit unit = unit(arguments, 0);
    Arguments ends = arguments.with(arguments.from(1));
    Arguments zoned = zoned(ends, 2);
    String name = unit.name().toLowerCase(Locale.ROOT);
    boolean absolute =
        unit.compareTo(Unit.SECOND) < 0 || isAbsolute(name, zoned.coercion().zoneOf(zoned.get(0)));
    Scalar type = absolute ? Scalar.DATETIME : Scalar.LOCAL;
    return Arguments.primitive(
        "boundaries", Scalar.INTEGER, new Value.Text(name), zoned.as(0, type), zoned.as(1, type));
  }

  // age(unit, from, to): how many whole units lie between.
  private static Value age(Arguments arguments) {
    arguments.require(3, 3);
    return Arguments.primitive(
        "wholeUnits",
        Scalar.INTEGER,
        new Value.Text(unit(arguments, 0).name().toLowerCase(Locale.ROOT)),
        arguments.as(1, Scalar.LOCAL),
        arguments.as(2, Scalar.LOCAL));
  }

  private static Value toDateTime(Arguments arguments) {
    arguments.require(1, 3);
    // toDateTime64 has a precision before the zone.
    Value last = arguments.get(arguments.size() - 1);
    Optional<ZoneId> zone =
        arguments.size() > 1 && last instanceof Value.Text
            ? Optional.of(arguments.zone(arguments.size() - 1))
            : Optional.empty();
    Value value = arguments.get(0);
    ZoneId readIn = zone.orElse(arguments.context().zone());
    if (value instanceof Value.Text(String text, Type _)) {
      return DateText.moment(text, readIn)
          .<Value>map(Value.Moment::new)
          .orElse(new Value.Missing(Scalar.DATETIME));
    }
    return value.type().isTextual()
        ? Coercion.read(value, readIn)
        : arguments.as(0, Scalar.DATETIME);
  }

  private static Value unix(Arguments arguments, String primitive) {
    arguments.require(1, 2);
    return Arguments.primitive(primitive, Scalar.INTEGER, arguments.as(0, Scalar.DATETIME));
  }

  private static Value format(Arguments arguments) {
    arguments.require(2, 3);
    Arguments zoned = zoned(arguments, 2);
    return Arguments.primitive(
        "formatLocal",
        Scalar.STRING,
        zoned.as(0, Scalar.LOCAL),
        new Value.Text(DatePattern.toStrftime(arguments.text(1))));
  }

  private static Value named(Arguments arguments, String pattern) {
    arguments.require(1, 1);
    return Arguments.primitive(
        "formatLocal", Scalar.STRING, arguments.as(0, Scalar.LOCAL), new Value.Text(pattern));
  }

  private static Unit unit(Arguments arguments, int index) {
    return Unit.named(arguments.text(index))
        .orElseThrow(
            () ->
                arguments.wrong(
                    "does not know the unit '%s': one of second, minute, hour, day, week, month, quarter, year"
                        .formatted(arguments.text(index))));
  }

  // Many of these functions take a time zone as their last argument.
  private static Arguments zoned(Arguments arguments, int index) {
    arguments.require(Math.min(1, index), index + 1);
    if (arguments.size() <= index) {
      return arguments;
    }
    ZoneId zone = arguments.zone(index);
    return arguments.with(
        arguments.values().subList(0, index).stream()
            .map(value -> value.type() == Scalar.DATETIME ? new Value.InZone(value, zone) : value)
            .toList());
  }
}
