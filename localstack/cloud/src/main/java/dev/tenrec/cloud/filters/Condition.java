package dev.tenrec.cloud.filters;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What a pattern asks of one value; a value that is not there is a missing node. */
sealed interface Condition {
  boolean holds(JsonNode value);

  /** The same text, number, truth value or null. */
  record Equal(JsonNode wanted) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      if (wanted.isNumber() && value.isNumber()) {
        return wanted.decimalValue().compareTo(value.decimalValue()) == 0;
      }
      return wanted.equals(value);
    }
  }

  /** A text that begins so. */
  record Prefix(String prefix, boolean ignoreCase) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      return value.isTextual()
          && value.asText().regionMatches(ignoreCase, 0, prefix, 0, prefix.length());
    }
  }

  /** A text that ends so. */
  record Suffix(String suffix, boolean ignoreCase) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      String text = value.asText();
      return value.isTextual()
          && text.regionMatches(
              ignoreCase, text.length() - suffix.length(), suffix, 0, suffix.length());
    }
  }

  /** The same text, upper and lower case being alike. */
  record EqualIgnoringCase(String wanted) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      return value.isTextual()
          && value.asText().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }
  }

  /** A text with {@code *} standing for anything. */
  record Wildcard(java.util.regex.Pattern pattern) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      return value.isTextual() && pattern.matcher(value.asText()).matches();
    }
  }

  /** A value that is there, and is none of these. */
  record Not(List<Condition> unwanted) implements Condition {
    public Not {
      unwanted = List.copyOf(unwanted);
    }

    @Override
    public boolean holds(JsonNode value) {
      return !value.isMissingNode() && unwanted.stream().noneMatch(other -> other.holds(value));
    }
  }

  /** There, or not there. */
  record Exists(boolean wanted) implements Condition {
    @Override
    public boolean holds(JsonNode value) {
      return value.isMissingNode() != wanted;
    }
  }

  /** A number within limits. */
  record Numeric(List<Limit> limits) implements Condition {
    public Numeric {
      limits = List.copyOf(limits);
    }

    @Override
    public boolean holds(JsonNode value) {
      return value.isNumber()
          && limits.stream().allMatch(limit -> limit.holds(value.decimalValue()));
    }
  }

  /** One side of a range. */
  record Limit(String operator, BigDecimal bound) {
    boolean holds(BigDecimal value) {
      int order = value.compareTo(bound);
      return switch (operator) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case "=" -> order == 0;
        case ">=" -> order >= 0;
        case ">" -> order > 0;
        default -> throw new PatternException("numeric has no operator " + operator);
      };
    }
  }
}
