package dev.tenrec.cloud.front;

import java.util.regex.Pattern;

/**
 * A path pattern of CloudFront: {@code *} stands for any number of characters, {@code ?} for one;
 * the slash in front may be left out; upper and lower case differ.
 */
final class PathPattern {
  private final Pattern pattern;

  PathPattern(String text) {
    StringBuilder expression = new StringBuilder(text.startsWith("/") ? "" : "/?");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '*' -> expression.append(".*");
        case '?' -> expression.append('.');
        default -> expression.append(Pattern.quote(String.valueOf(c)));
      }
    }
    this.pattern = Pattern.compile(expression.toString(), Pattern.DOTALL);
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }
}
