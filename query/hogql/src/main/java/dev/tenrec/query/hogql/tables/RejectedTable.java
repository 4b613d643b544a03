package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What could not be processed, whole, with the step that refused it and its reason. */
final class RejectedTable implements Source {
  private final LakeScan scan;
  private final FieldMap fields = new FieldMap();

  RejectedTable(QueryContext context, Symbols symbols) {
    scan = new LakeScan(context, symbols, "rejected");
    fields
        .value("uuid", () -> scan.column("uuid", Scalar.UUID))
        .value("received_at", () -> scan.column("received_at", Scalar.DATETIME))
        .value("timestamp", () -> scan.column("received_at", Scalar.DATETIME));
    for (String name : List.of("step", "reason", "detail", "body")) {
      fields.value(name, () -> scan.column(name, Scalar.STRING));
    }
    for (String name : List.of("token", "distinct_id", "event")) {
      fields.value(name, () -> scan.column(name, Scalar.STRING, true));
    }
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return List.of(
        "uuid", "received_at", "step", "reason", "detail", "token", "distinct_id", "event", "body");
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    return scan.relation();
  }
}
