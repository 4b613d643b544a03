package dev.tenrec.query.hogql.tables;

import static java.util.Objects.requireNonNull;

import dev.tenrec.query.hogql.plan.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source on a side of an outer join that may have no row. */
public record OuterSource(Source source) implements Source {
  public OuterSource {
    requireNonNull(source, "source is null");
  }

  @Override
  public Optional<Field> field(String name) {
    return source.field(name).map(NullableFields::of);
  }

  @Override
  public List<String> starred() {
    return source.starred();
  }

  @Override
  public Set<String> names() {
    return source.names();
  }

  @Override
  public Relation relation() {
    return source.relation();
  }
}
