package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Unit;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints values. What it prints stands for itself: no parentheses are needed around it. Comparisons
 * are true or false even where an operand is null; where a null would count as false anyway, the
 * plain operator is printed, which DuckDB can use to skip data.
 */
final class ValuePrinter {
  private final RelationPrinter relations;
  private final ConditionPrinter conditions;
  private final ZonePrinter zones;

  ValuePrinter(RelationPrinter relations, ZonePrinter zones) {
    this.relations = relations;
    this.zones = zones;
    this.conditions = new ConditionPrinter(this);
  }

  RelationPrinter relations() {
    return relations;
  }

  /** A condition of WHERE, HAVING, FILTER or a branch: null counts as false. */
  String condition(Value value) {
    return conditions.condition(value);
  }

  /** A condition of ON, where a null equals nothing. */
  String joinCondition(Value value) {
    return conditions.joinCondition(value);
  }

  String print(Value value) {
    return switch (value) {
      case Value.Text(String text, Type _) -> Sql.text(text);
      case Value.Whole(long number) -> Sql.whole(number);
      case Value.Real(double number) -> Sql.real(number);
      case Value.Truth(boolean truth) -> truth ? "true" : "false";
      case Value.Moment(var moment) -> Sql.moment(moment);
      case Value.Clock(var clock) -> Sql.clock(clock);
      case Value.Day(var day) -> Sql.day(day);
      case Value.Missing(Type type) -> "CAST(NULL AS " + Sql.type(type) + ")";
      case Value.Reference(Symbol symbol) -> Sql.name(symbol);
      case Value.Apply apply -> apply(apply);
      case Value.Compare _,
          Value.And _,
          Value.Or _,
          Value.Not _,
          Value.IsNull _,
          Value.InList _,
          Value.InQuery _,
          Value.QueryExists _ ->
          conditions.print(value);
      case Value.Choose choose -> choose(choose);
      case Value.Coalesce(List<Value> options, Type _) -> "coalesce(" + list(options) + ")";
      case Value.Convert(Value operand, Type type) ->
          Conversions.print(print(operand), operand.type(), type);
      case Value.Property property -> "nullif(" + rawProperty(property) + ", '')";
      case Value.Document document -> document(document);
      case Value.QueryValue(var query) -> "(" + relations.print(query) + ")";
      case Value.Elements(List<Value> elements, Type type) ->
          "CAST([" + list(elements) + "] AS " + Sql.type(type) + ")";
      case Value.Tuple(List<Value> elements) -> "row(" + list(elements) + ")";
      case Value.Lambda(List<Symbol> parameters, Value body) ->
          "lambda "
              + parameters.stream().map(Sql::name).collect(Collectors.joining(", "))
              + ": "
              + print(body);
      case Value.Duration(Unit unit, Value count) -> duration(unit, count);
      case Value.InZone(Value moment, var _) -> print(moment);
      case Value.Local(Value moment, var zone) -> zones.local(print(moment), zone, isCheap(moment));
      case Value.Universal(Value local, var zone) ->
          zones.universal(print(local), zone, isCheap(local));
      case Value.Aggregated _, Value.Windowed _, Value.Unnested _ ->
          throw new IllegalStateException("A plan still holds " + value.getClass());
    };
  }

  String list(List<Value> values) {
    return values.stream().map(this::print).collect(Collectors.joining(", "));
  }

  /** Whether a value may be printed several times. */
  static boolean isCheap(Value value) {
    return value instanceof Value.Reference
        || (value instanceof Value.InZone(Value moment, var _) && isCheap(moment));
  }

  private String apply(Value.Apply apply) {
    List<Value> arguments = apply.arguments();
    return switch (apply.function()) {
      case "truncate", "truncateMoment" ->
          DateUnits.truncate(constant(arguments.getFirst()), print(arguments.get(1)));
      case "truncateSteps" -> steps((Value.Duration) arguments.getFirst(), arguments.get(1));
      case "part" -> DateUnits.part(constant(arguments.getFirst()), print(arguments.get(1)));
      case "boundaries" ->
          DateUnits.boundaries(
              constant(arguments.getFirst()), print(arguments.get(1)), print(arguments.get(2)));
      case "wholeUnits" ->
          "date_sub(%s, %s, %s)"
              .formatted(
                  print(arguments.getFirst()), print(arguments.get(1)), print(arguments.get(2)));
      case "shift" -> shift(apply, arguments.getFirst(), arguments.get(1));
      case "concat" ->
          arguments.stream().map(this::print).collect(Collectors.joining(" || ", "(", ")"));
      case "greatest", "least" -> extreme(apply);
      default ->
          rounded(
              apply, Forms.print(apply.function(), arguments.stream().map(this::print).toList()));
    };
  }

  // DuckDB's functions of whole numbers have smaller or larger results than 64 bits here and there.
  private static String rounded(Value.Apply apply, String sql) {
    return switch (apply.function()) {
      case "floor", "ceil", "round", "roundBankers", "trunc", "listSum" ->
          "CAST(" + sql + " AS " + Sql.type(apply.type()) + ")";
      default -> sql;
    };
  }

  private static String constant(Value value) {
    if (value instanceof Value.Text(String text, Type _)) {
      return text;
    }
    throw new IllegalStateException("A unit must be constant, not " + value);
  }

  private String shift(Value.Apply apply, Value moment, Value duration) {
    String shifted = "(" + print(moment) + " + " + print(duration) + ")";
    return apply.type() == Scalar.DATE ? "CAST(" + shifted + " AS DATE)" : shifted;
  }

  private String steps(Value.Duration step, Value local) {
    return "time_bucket(" + print(step) + ", " + print(local) + ")";
  }

  // A null among them makes the result null, as in every other function.
  private String extreme(Value.Apply apply) {
    String plain =
        Forms.print(apply.function(), apply.arguments().stream().map(this::print).toList());
    List<String> nulls = new ArrayList<>();
    for (Value argument : apply.arguments()) {
      if (argument.nullable()) {
        nulls.add(print(argument) + " IS NOT NULL");
      }
    }
    return nulls.isEmpty()
        ? plain
        : "CASE WHEN " + String.join(" AND ", nulls) + " THEN " + plain + " END";
  }

  private String choose(Value.Choose choose) {
    StringBuilder sql = new StringBuilder("CASE");
    for (Value.Branch branch : choose.branches()) {
      sql.append(" WHEN ").append(condition(branch.when()));
      sql.append(" THEN ").append(print(branch.then()));
    }
    return sql.append(" ELSE ").append(print(choose.otherwise())).append(" END").toString();
  }

  private String duration(Unit unit, Value count) {
    String function =
        switch (unit) {
          case MICROSECOND -> "to_microseconds";
          case MILLISECOND -> "to_milliseconds";
          case SECOND -> "to_seconds";
          case MINUTE -> "to_minutes";
          case HOUR -> "to_hours";
          case DAY -> "to_days";
          case WEEK -> "to_weeks";
          case MONTH -> "to_months";
          case QUARTER -> "to_quarters";
          case YEAR -> "to_years";
        };
    boolean small =
        switch (unit) {
          case DAY, WEEK, MONTH, QUARTER, YEAR -> true;
          case MICROSECOND, MILLISECOND, SECOND, MINUTE, HOUR -> false;
        };
    String number = print(count);
    return function + "(" + (small ? "CAST(" + number + " AS INTEGER)" : number) + ")";
  }

  /** A property that is empty where it is not there or empty. */
  String rawProperty(Value.Property property) {
    String path = property.path().stream().map(ValuePrinter::step).collect(Collectors.joining());
    String json =
        "json_extract_string(%s, %s)".formatted(print(property.document()), Sql.text(path));
    Optional<String> column = property.column().map(this::print);
    return column.map(name -> "coalesce(" + name + ", " + json + ")").orElse(json);
  }

  // A JSON pointer: whatever the key holds needs two escapes only.
  private static String step(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  // The rest goes last and without its opening brace, so that nothing of it is read or changed.
  private String document(Value.Document document) {
    String rest = print(document.rest());
    List<String> members = new ArrayList<>();
    for (Value.Promoted promoted : document.promoted()) {
      String column = print(promoted.column());
      String key = Json.text(promoted.property()) + ":";
      members.add(
          "CASE WHEN %s IS NOT NULL THEN %s || CAST(to_json(%s) AS VARCHAR) || ',' ELSE '' END"
              .formatted(column, Sql.text(key), column));
    }
    if (members.isEmpty()) {
      return rest;
    }
    String before = String.join(" || ", members);
    return "regexp_replace('{' || %s || substring(%s, 2), ',\\}$', '}')".formatted(before, rest);
  }
}
