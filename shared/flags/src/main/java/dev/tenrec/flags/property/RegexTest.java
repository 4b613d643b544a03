package dev.tenrec.flags.property;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Searching with a regular expression. An expression that does not compile is neither found nor not
 * found, and so is one that looks at the value more often than the bound allows: a hostile value
 * cannot hold up an evaluation.
 */
final class RegexTest {
  private static final int MOST_LOOKS = 100_000;

  private RegexTest() {}

  static ValueTest of(String expression) {
    Optional<Pattern> pattern = compile(expression);
    return (found, _) ->
        found.isPresent() && pattern.flatMap(it -> finds(it, found.get())).orElse(false);
  }

  static ValueTest not(String expression) {
    Optional<Pattern> pattern = compile(expression);
    return (found, _) ->
        found.isEmpty()
            || pattern.flatMap(it -> finds(it, found.get())).map(it -> !it).orElse(false);
  }

  private static Optional<Pattern> compile(String expression) {
    try {
      return Optional.of(Pattern.compile(expression));
    } catch (PatternSyntaxException invalid) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> finds(Pattern pattern, JsonNode value) {
    try {
      CharSequence text = new Bounded(ValueTests.text(value), new int[] {MOST_LOOKS});
      return Optional.of(pattern.matcher(text).find());
    } catch (TooManyLooksException | StackOverflowError hostile) {
      return Optional.empty();
    }
  }

  /** A text that may be looked at only so often. */
  private record Bounded(CharSequence text, int[] left) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (left[0]-- == 0) {
        throw new TooManyLooksException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Bounded(text.subSequence(start, end), left);
    }
  }

  private static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyLooksException() {
      super("The expression backtracks too often", null, false, false);
    }
  }
}
