package dev.tenrec.query.hogql.plan;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.List;

/**
 * A query that is ready to run.
 *
 * @param project whose data it reads; every scan in it is of this project
 * @param zone in which its dates and clock times are meant
 * @param columns the columns of its rows, in order
 */
public record Plan(long project, ZoneId zone, Relation root, List<Column> columns) {
  public Plan {
    requireNonNull(zone, "zone is null");
    columns = List.copyOf(columns);
    if (columns.size() != root.outputs().size()) {
      throw new IllegalArgumentException(
          "A plan with %d columns cannot give %d".formatted(root.outputs().size(), columns.size()));
    }
  }

  /** A column of the answer. */
  public record Column(String name, Type type, boolean nullable) {}
}
