package dev.tenrec.query.hogql.placeholders;

import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.ast.Span;
import java.util.List;

/** Knows what the placeholders of a query stand for. */
@FunctionalInterface
public interface Meanings {
  /**
   * What one placeholder stands for.
   *
   * @param path the name in the braces, at its points
   * @param reading what the select reads that the placeholder stands in
   * @param span where it stands
   * @throws HogqlException when it stands for nothing there
   */
  Meaning of(List<String> path, Reading reading, Span span);
}
