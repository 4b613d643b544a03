package dev.tenrec.query.hogql.ast;

/** The operators between two values. */
public final class Operator {
  private Operator() {}

  /** Arithmetic. */
  public enum Arithmetic {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String symbol;

    Arithmetic(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** Comparisons; each answers true or false, never null. */
  public enum Comparison {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    ILIKE("ILIKE"),
    NOT_ILIKE("NOT ILIKE"),
    IN("IN"),
    NOT_IN("NOT IN"),
    IN_COHORT("IN COHORT"),
    NOT_IN_COHORT("NOT IN COHORT"),
    REGEX("=~"),
    NOT_REGEX("!~"),
    REGEX_IGNORING_CASE("=~*"),
    NOT_REGEX_IGNORING_CASE("!~*"),
    DISTINCT_FROM("IS DISTINCT FROM"),
    NOT_DISTINCT_FROM("IS NOT DISTINCT FROM");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }
}
