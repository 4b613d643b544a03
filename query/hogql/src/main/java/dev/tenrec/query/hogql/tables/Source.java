package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.plan.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something in a FROM clause. */
public interface Source {
  /** The field of that name; asking for it makes the relation have it. */
  Optional<Field> field(String name);

  /** The names that a star stands for, in order. */
  List<String> starred();

  /** All names that can be asked for one by one. */
  Set<String> names();

  /** The relation with all that was asked for. Nothing may be asked for afterwards. */
  Relation relation();
}
