package dev.tenrec.query.hogql.ast;

/**
 * Where in the query's text a node was written. All spans are equal to each other: a position says
 * nothing about the meaning of a node, and trees must be comparable by meaning.
 */
public final class Span {
  /** The span of nodes that were built and not read from a text. */
  public static final Span NONE = new Span(0, 0, 1, 1);

  private final int start;
  private final int end;
  private final int line;
  private final int column;

  /**
   * A stretch of text.
   *
   * @param start offset of the first character, in UTF-16 units as editors count
   * @param end offset after the last character
   * @param line of the first character, from 1
   * @param column of the first character in its line, from 1
   */
  public Span(int start, int end, int line, int column) {
    if (start < 0 || end < start || line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "A span cannot be %d to %d at %d:%d".formatted(start, end, line, column));
    }
    this.start = start;
    this.end = end;
    this.line = line;
    this.column = column;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
