package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a name of a source stands for. */
public sealed interface Field {
  /** A value. */
  record Plain(Value value) implements Field {}

  /** A JSON document, whose properties may be read without reading it whole. */
  non-sealed interface Document extends Field {
    /** The property at the end of a path of keys, as text. */
    Value property(List<String> path);

    /** The document as text. */
    Value whole();

    /** A document in which the property of that key is as it is in the whole. */
    Value holding(String key);
  }

  /** Several fields under one name. */
  non-sealed interface Group extends Field {
    Optional<Field> field(String name);

    /** The names of the fields, for suggestions. */
    Set<String> names();
  }
}
