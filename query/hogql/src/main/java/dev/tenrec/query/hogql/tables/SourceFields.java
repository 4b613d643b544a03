package dev.tenrec.query.hogql.tables;

import java.util.Optional;
import java.util.Set;

/** The fields of a table that another one is joined with. */
record SourceFields(Source source) implements Field.Group {
  @Override
  public Optional<Field> field(String name) {
    return source.field(name);
  }

  @Override
  public Set<String> names() {
    return source.names();
  }
}
