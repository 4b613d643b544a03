package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.List;

/** What a value is, apart from whether it may be null. */
public sealed interface Type {
  /** The types without parts. */
  enum Scalar implements Type {
    STRING("String"),
    INTEGER("Int64"),
    FLOAT("Float64"),
    BOOLEAN("Bool"),
    DATE("Date"),
    /** A point in time, kept as UTC. */
    DATETIME("DateTime64(6)"),
    /** A clock reading in some time zone. */
    LOCAL("DateTime"),
    UUID("UUID"),
    /** The text of a JSON value. */
    JSON("String"),
    INTERVAL("Interval"),
    /** The type of NULL, which is any type. */
    NOTHING("Nothing");

    private final String label;

    Scalar(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** A list of values of one type. */
  record ArrayOf(Type element) implements Type {
    public ArrayOf {
      requireNonNull(element, "element is null");
    }

    @Override
    public String label() {
      return "Array(" + element.label() + ")";
    }
  }

  /** A fixed number of values, each of its own type. */
  record TupleOf(List<Type> elements) implements Type {
    public TupleOf {
      elements = List.copyOf(elements);
    }

    @Override
    public String label() {
      return elements.stream().map(Type::label).collect(joining(", ", "Tuple(", ")"));
    }
  }

  /** The name that clients know it by. */
  String label();

  /** The name that clients know it by when it may be null. */
  default String label(boolean nullable) {
    return nullable && this instanceof Scalar && this != Scalar.NOTHING
        ? "Nullable(" + label() + ")"
        : label();
  }

  default boolean isNumeric() {
    return this == Scalar.INTEGER || this == Scalar.FLOAT;
  }

  /** Whether it is kept as text. */
  default boolean isTextual() {
    return this == Scalar.STRING || this == Scalar.UUID || this == Scalar.JSON;
  }

  /** A point in time or a day. */
  default boolean isTemporal() {
    return this == Scalar.DATE || this == Scalar.DATETIME;
  }
}
