package dev.tenrec.query.insights.trends;

import dev.tenrec.query.insights.InsightException;
import java.util.List;

/**
 * Arithmetic over series named A, B, C ...: {@code + - * / % **}, parentheses and numbers. Dividing
 * by zero gives 0. Precedence is that of Python.
 */
final class Formula {
  private final String text;
  private int position;

  private Formula(String text) {
    this.text = text;
  }

  /** A formula that was understood. */
  @FunctionalInterface
  interface Value {
    /** The value where the series have these values. */
    double of(List<Double> series);
  }

  /**
   * Reads a formula.
   *
   * @param series how many series there are
   * @throws InsightException when it cannot be understood
   */
  static Value parse(String text, int series) {
    Formula formula = new Formula(text);
    Value value = formula.sum(series);
    formula.spaces();
    if (formula.position < text.length()) {
      throw formula.refused();
    }
    return value;
  }

  private Value sum(int series) {
    Value left = product(series);
    while (true) {
      Value before = left;
      if (take("+")) {
        Value right = product(series);
        left = values -> before.of(values) + right.of(values);
      } else if (take("-")) {
        Value right = product(series);
        left = values -> before.of(values) - right.of(values);
      } else {
        return left;
      }
    }
  }

  private Value product(int series) {
    Value left = sign(series);
    while (true) {
      Value before = left;
      if (!ahead("**") && take("*")) {
        Value right = sign(series);
        left = values -> before.of(values) * right.of(values);
      } else if (take("/")) {
        Value right = sign(series);
        left = values -> divided(before.of(values), right.of(values));
      } else if (take("%")) {
        Value right = sign(series);
        left = values -> remainder(before.of(values), right.of(values));
      } else {
        return left;
      }
    }
  }

  private Value sign(int series) {
    if (take("-")) {
      Value operand = sign(series);
      return values -> -operand.of(values);
    }
    return take("+") ? sign(series) : power(series);
  }

  private Value power(int series) {
    Value base = atom(series);
    if (take("**")) {
      Value exponent = sign(series);
      return values -> finite(Math.pow(base.of(values), exponent.of(values)));
    }
    return base;
  }

  private Value atom(int series) {
    if (take("(")) {
      Value inner = sum(series);
      if (!take(")")) {
        throw refused();
      }
      return inner;
    }
    spaces();
    int start = position;
    while (position < text.length()
        && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.')) {
      position++;
    }
    if (position > start) {
      return number(text.substring(start, position));
    }
    return letter(series);
  }

  private Value number(String digits) {
    try {
      double number = Double.parseDouble(digits);
      return _ -> number;
    } catch (NumberFormatException broken) {
      throw refused();
    }
  }

  private Value letter(int series) {
    if (position == text.length() || !Character.isLetter(text.charAt(position))) {
      throw refused();
    }
    int index = Character.toUpperCase(text.charAt(position)) - 'A';
    boolean alone =
        position + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(position + 1));
    if (!alone) {
      throw refused();
    }
    if (index < 0 || index >= series) {
      throw new InsightException(
          "The formula \""
              + text
              + "\" names series "
              + text.charAt(position)
              + ", but there are "
              + series
              + ": A is the first");
    }
    position++;
    return values -> values.get(index);
  }

  private static double divided(double left, double right) {
    return right == 0 ? 0 : left / right;
  }

  // As in Python the remainder has the sign of the divisor.
  private static double remainder(double left, double right) {
    return right == 0 ? 0 : left - right * Math.floor(left / right);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private boolean ahead(String symbol) {
    spaces();
    return text.startsWith(symbol, position);
  }

  private boolean take(String symbol) {
    if (ahead(symbol)) {
      position += symbol.length();
      return true;
    }
    return false;
  }

  private void spaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private InsightException refused() {
    return new InsightException(
        "The formula \""
            + text
            + "\" cannot be understood at character "
            + (position + 1)
            + ": use series letters, numbers, + - * / % ** and parentheses");
  }
}
