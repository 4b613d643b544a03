package dev.tenrec.query.engine.duckdb;

import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what is true or false. */
final class ConditionPrinter {
  private final ValuePrinter values;

  ConditionPrinter(ValuePrinter values) {
    this.values = values;
  }

  /** Where a null counts as false. */
  String condition(Value value) {
    return switch (value) {
      case Value.Compare compare -> plain(compare, true);
      case Value.And(List<Value> operands) -> joined(operands, " AND ", "true", true);
      case Value.Or(List<Value> operands) -> joined(operands, " OR ", "false", true);
      case Value.InList in -> list(in);
      case Value.InQuery in -> query(in);
      default -> values.print(value);
    };
  }

  /** Where rows of two relations are matched. */
  String joinCondition(Value value) {
    return switch (value) {
      case Value.And(List<Value> operands) ->
          operands.stream().map(this::joinCondition).collect(Collectors.joining(" AND ", "(", ")"));
      case Value.Compare compare -> plain(compare, false);
      default -> condition(value);
    };
  }

  /** Where it must be true or false, never null. */
  String print(Value value) {
    return switch (value) {
      case Value.Compare compare -> exact(compare);
      case Value.And(List<Value> operands) -> joined(operands, " AND ", "true", false);
      case Value.Or(List<Value> operands) -> joined(operands, " OR ", "false", false);
      case Value.Not(Value operand) -> not(operand);
      case Value.IsNull(Value operand) -> "(" + values.print(operand) + " IS NULL)";
      case Value.InList in ->
          in.operand().nullable() ? "coalesce(" + list(in) + ", false)" : list(in);
      case Value.InQuery in -> "coalesce(" + query(in) + ", false)";
      case Value.QueryExists(Relation query) ->
          "(EXISTS (" + values.relations().print(query) + "))";
      default -> throw new IllegalStateException("No condition: " + value.getClass());
    };
  }

  private String joined(List<Value> operands, String operator, String empty, boolean lenient) {
    if (operands.isEmpty()) {
      return empty;
    }
    return operands.stream()
        .map(operand -> lenient ? condition(operand) : truth(operand))
        .collect(Collectors.joining(operator, "(", ")"));
  }

  // A truth that may be null, such as a property read as one.
  private String truth(Value value) {
    return value.nullable() ? "coalesce(" + values.print(value) + ", false)" : values.print(value);
  }

  private String not(Value operand) {
    return switch (operand) {
      case Value.IsNull(Value inner) -> "(" + values.print(inner) + " IS NOT NULL)";
      case Value.Compare compare
          when compare.comparator() == Value.Comparator.EQUAL && isNullable(compare) ->
          "(%s IS DISTINCT FROM %s)".formatted(left(compare), right(compare));
      case Value.Compare compare when !isNullable(compare) -> "(NOT " + plain(compare, false) + ")";
      default -> "(NOT " + truth(operand) + ")";
    };
  }

  private static boolean isNullable(Value.Compare compare) {
    return compare.left().nullable() || compare.right().nullable();
  }

  private String exact(Value.Compare compare) {
    if (!isNullable(compare)) {
      return plain(compare, false);
    }
    boolean both = compare.left().nullable() && compare.right().nullable();
    return both && compare.comparator() == Value.Comparator.EQUAL
        ? plain(compare, true)
        : "coalesce(" + plain(compare, false) + ", false)";
  }

  private String plain(Value.Compare compare, boolean nullsEqual) {
    String left = left(compare);
    String right = right(compare);
    return switch (compare.comparator()) {
      case EQUAL ->
          nullsEqual && compare.left().nullable() && compare.right().nullable()
              ? "(" + left + " IS NOT DISTINCT FROM " + right + ")"
              : "(" + left + " = " + right + ")";
      case LESS -> "(" + left + " < " + right + ")";
      case LESS_OR_EQUAL -> "(" + left + " <= " + right + ")";
      case GREATER -> "(" + left + " > " + right + ")";
      case GREATER_OR_EQUAL -> "(" + left + " >= " + right + ")";
      case LIKE -> "(" + left + " LIKE " + right + " ESCAPE '\\')";
      case ILIKE -> "(" + left + " ILIKE " + right + " ESCAPE '\\')";
      case REGEX -> "regexp_matches(" + left + ", " + right + ")";
      case REGEX_IGNORING_CASE -> "regexp_matches(" + left + ", " + right + ", 'i')";
    };
  }

  private String left(Value.Compare compare) {
    return side(compare, compare.left(), compare.right());
  }

  private String right(Value.Compare compare) {
    return side(compare, compare.right(), compare.left());
  }

  // Next to a constant text the empty property need not be made null first: it differs anyway.
  private String side(Value.Compare compare, Value side, Value other) {
    return compare.comparator() == Value.Comparator.EQUAL
            && side instanceof Value.Property property
            && other instanceof Value.Text(String text, Type _)
            && !text.isEmpty()
        ? values.rawProperty(property)
        : values.print(side);
  }

  private String list(Value.InList in) {
    if (in.options().isEmpty()) {
      return "false";
    }
    return "(" + values.print(in.operand()) + " IN (" + values.list(in.options()) + "))";
  }

  private String query(Value.InQuery in) {
    return "("
        + values.print(in.operand())
        + " IN ("
        + values.relations().printSingle(in.query(), in.operand() instanceof Value.Tuple)
        + "))";
  }
}
