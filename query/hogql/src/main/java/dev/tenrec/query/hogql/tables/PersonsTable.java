package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Persons as they are now: the latest version of each that is not deleted. */
final class PersonsTable implements Source {
  private final LatestRows rows;
  private final Value id;
  private final Value deleted;
  private final FieldMap fields = new FieldMap();

  PersonsTable(QueryContext context, Symbols symbols) {
    rows = new LatestRows(context, symbols, "person_versions");
    id = rows.key("person_id", Scalar.UUID);
    deleted = rows.column("deleted", Scalar.BOOLEAN);
    fields
        .value("id", () -> id)
        .value("created_at", () -> rows.column("created_at", Scalar.DATETIME))
        .value("updated_at", () -> rows.column("updated_at", Scalar.DATETIME))
        .field("properties", () -> new JsonDocument(() -> rows.column("properties", Scalar.JSON)))
        .value("is_identified", () -> rows.column("identified", Scalar.BOOLEAN))
        .value("distinct_ids", this::distinctIds);
  }

  /** The person's id. */
  Value id() {
    return id;
  }

  /** The ids that events of the person carry. */
  Value distinctIds() {
    return rows.column("distinct_ids", new Type.ArrayOf(Scalar.STRING));
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return List.of("id", "created_at", "properties", "is_identified", "distinct_ids");
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    return new Relation.Filter(rows.relation(), new Value.Not(deleted));
  }
}
