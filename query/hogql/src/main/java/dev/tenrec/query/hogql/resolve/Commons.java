package dev.tenrec.query.hogql.resolve;

import dev.tenrec.query.hogql.ast.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What WITH has defined so far. A definition sees those before it. */
final class Commons {
  static final Commons NONE = new Commons(Map.of());

  private final Map<String, Definition> definitions;

  private Commons(Map<String, Definition> definitions) {
    this.definitions = definitions;
  }

  Commons with(String name, Definition definition) {
    Map<String, Definition> more = new HashMap<>(definitions);
    more.put(name, definition);
    return new Commons(more);
  }

  Optional<Definition> find(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  Set<String> names() {
    return definitions.keySet();
  }

  /** One definition. */
  sealed interface Definition {
    /** A query, and what it sees. */
    record OfTable(Query.Common.CommonTable table, Commons visible, boolean recursive)
        implements Definition {}

    /** An expression; it means what it means where it is used. */
    record OfValue(Query.Common.CommonValue value) implements Definition {}

    /** The rows so far, inside the step of a recursive query. */
    record OfRecursion(String shared, List<Resolved.Column> columns) implements Definition {}
  }
}
