package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.plan.Type.Scalar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A typed expression. Comparisons, conjunctions and negations are two-valued: they are never null.
 */
public sealed interface Value {
  Type type();

  /** Whether it may be null. */
  boolean nullable();

  /** A constant text; also a UUID or a JSON document, when the type says so. */
  record Text(String value, Type type) implements Value {
    public Text {
      requireNonNull(value, "value is null");
    }

    public Text(String value) {
      this(value, Scalar.STRING);
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant whole number. */
  record Whole(long value) implements Value {
    @Override
    public Type type() {
      return Scalar.INTEGER;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant number. */
  record Real(double value) implements Value {
    @Override
    public Type type() {
      return Scalar.FLOAT;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant truth. */
  record Truth(boolean value) implements Value {
    @Override
    public Type type() {
      return Scalar.BOOLEAN;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant point in time. */
  record Moment(Instant value) implements Value {
    @Override
    public Type type() {
      return Scalar.DATETIME;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant day. */
  record Day(LocalDate value) implements Value {
    @Override
    public Type type() {
      return Scalar.DATE;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A constant clock reading. */
  record Clock(LocalDateTime value) implements Value {
    @Override
    public Type type() {
      return Scalar.LOCAL;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** NULL of a type. */
  record Missing(Type type) implements Value {
    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** A column. */
  record Reference(Symbol symbol) implements Value {
    @Override
    public Type type() {
      return symbol.type();
    }

    @Override
    public boolean nullable() {
      return symbol.nullable();
    }
  }

  /** A primitive function; dialects know each by its name. */
  record Apply(String function, List<Value> arguments, Type type, boolean nullable)
      implements Value {
    public Apply {
      requireNonNull(function, "function is null");
      arguments = List.copyOf(arguments);
    }
  }

  /** Two values compared. */
  record Compare(Comparator comparator, Value left, Value right) implements Truthful {}

  /** How values are compared; a null equals a null and matches nothing else. */
  enum Comparator {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LIKE,
    ILIKE,
    REGEX,
    REGEX_IGNORING_CASE
  }

  /** All of them. */
  record And(List<Value> operands) implements Truthful {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Any of them. */
  record Or(List<Value> operands) implements Truthful {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  /** The opposite. */
  record Not(Value operand) implements Truthful {}

  /** Whether there is no value. */
  record IsNull(Value operand) implements Truthful {}

  /** The value of the first branch whose condition holds. */
  record Choose(List<Branch> branches, Value otherwise, Type type) implements Value {
    public Choose {
      branches = List.copyOf(branches);
    }

    @Override
    public boolean nullable() {
      return otherwise.nullable() || branches.stream().anyMatch(branch -> branch.then().nullable());
    }
  }

  /** One branch of a choice. */
  record Branch(Value when, Value then) {}

  /** The first of them that is not null. */
  record Coalesce(List<Value> options, Type type) implements Value {
    public Coalesce {
      options = List.copyOf(options);
    }

    @Override
    public boolean nullable() {
      return options.stream().allMatch(Value::nullable);
    }
  }

  /** The value as another type; null when it cannot be read as one. */
  record Convert(Value operand, Type type) implements Value {
    @Override
    public boolean nullable() {
      return operand.nullable() || operand.type().isTextual();
    }
  }

  /**
   * A property as text: of the column it was promoted to, and where that is null of the document.
   * Empty texts count as null.
   *
   * @param path the keys that lead to it
   */
  record Property(Optional<Value> column, Value document, List<String> path) implements Value {
    public Property {
      path = List.copyOf(path);
      if (path.isEmpty()) {
        throw new IllegalArgumentException("A property needs a path of at least one key");
      }
    }

    @Override
    public Type type() {
      return Scalar.STRING;
    }

    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** A whole document put together from promoted columns and the rest. */
  record Document(List<Promoted> promoted, Value rest) implements Value {
    public Document {
      promoted = List.copyOf(promoted);
    }

    @Override
    public Type type() {
      return Scalar.JSON;
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** One property of a document that has a column of its own. */
  record Promoted(String property, Value column) {}

  /** Whether the value is one of these. */
  record InList(Value operand, List<Value> options) implements Truthful {
    public InList {
      options = List.copyOf(options);
    }
  }

  /** Whether the value is one of a query's. */
  record InQuery(Value operand, Relation query) implements Truthful {}

  /** The one value of a query; null when it gives no row. */
  record QueryValue(Relation query) implements Value {
    @Override
    public Type type() {
      return query.outputs().getFirst().type();
    }

    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** Whether a query gives any row. */
  record QueryExists(Relation query) implements Truthful {}

  /** A list written out. */
  record Elements(List<Value> elements, Type type) implements Value {
    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A tuple written out. */
  record Tuple(List<Value> elements) implements Value {
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public Type type() {
      return new Type.TupleOf(elements.stream().map(Value::type).toList());
    }

    @Override
    public boolean nullable() {
      return false;
    }
  }

  /** A function without a name; its type is that of its result. */
  record Lambda(List<Symbol> parameters, Value body) implements Value {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public Type type() {
      return body.type();
    }

    @Override
    public boolean nullable() {
      return body.nullable();
    }
  }

  /** So many units of time. */
  record Duration(Unit unit, Value count) implements Value {
    @Override
    public Type type() {
      return Scalar.INTERVAL;
    }

    @Override
    public boolean nullable() {
      return count.nullable();
    }
  }

  /** A point in time whose dates and clock times are meant in another zone than the query's. */
  record InZone(Value moment, ZoneId zone) implements Value {
    @Override
    public Type type() {
      return Scalar.DATETIME;
    }

    @Override
    public boolean nullable() {
      return moment.nullable();
    }
  }

  /** What the clocks of a zone show at a point in time. */
  record Local(Value moment, ZoneId zone) implements Value {
    @Override
    public Type type() {
      return Scalar.LOCAL;
    }

    @Override
    public boolean nullable() {
      return moment.nullable();
    }
  }

  /** The point in time at which the clocks of a zone show this; the earlier one when two do. */
  record Universal(Value local, ZoneId zone) implements Value {
    @Override
    public Type type() {
      return Scalar.DATETIME;
    }

    @Override
    public boolean nullable() {
      return local.nullable();
    }
  }

  /** One value of many rows. Only in a query's own clauses, until they are put into relations. */
  record Aggregated(Aggregation aggregation) implements Value {
    @Override
    public Type type() {
      return aggregation.type();
    }

    @Override
    public boolean nullable() {
      return aggregation.nullable();
    }
  }

  /** One value of neighbouring rows. Only in a query's own clauses, as aggregates. */
  record Windowed(Aggregation function, WindowFrame window) implements Value {
    @Override
    public Type type() {
      return function.type();
    }

    @Override
    public boolean nullable() {
      return function.nullable();
    }
  }

  /** One row for each element. Only in a query's own clauses, as aggregates. */
  record Unnested(Value array) implements Value {
    @Override
    public Type type() {
      return array.type() instanceof Type.ArrayOf(Type element) ? element : Scalar.NOTHING;
    }

    @Override
    public boolean nullable() {
      return true;
    }
  }

  /** A value that is true or false. */
  sealed interface Truthful extends Value {
    @Override
    default Type type() {
      return Scalar.BOOLEAN;
    }

    @Override
    default boolean nullable() {
      return false;
    }
  }
}
