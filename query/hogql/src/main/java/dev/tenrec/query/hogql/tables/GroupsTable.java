package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups as they are now: the latest version of each. */
final class GroupsTable implements Source {
  private final LatestRows rows;
  private final Value index;
  private final Value key;
  private final Optional<Integer> only;
  private final FieldMap fields = new FieldMap();

  /**
   * @param only the index of the only group type that matters
   */
  GroupsTable(QueryContext context, Symbols symbols, Optional<Integer> only) {
    this.only = only;
    rows = new LatestRows(context, symbols, "groups");
    index = rows.key("type_index", Scalar.INTEGER);
    key = rows.key("key", Scalar.STRING);
    fields
        .value("index", () -> index)
        .value("type", () -> rows.column("type", Scalar.STRING))
        .value("key", () -> key)
        .value("created_at", () -> rows.column("created_at", Scalar.DATETIME))
        .value("updated_at", () -> rows.column("updated_at", Scalar.DATETIME))
        .field("properties", () -> new JsonDocument(() -> rows.column("properties", Scalar.JSON)));
  }

  Value key() {
    return key;
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return List.of("index", "type", "key", "created_at", "updated_at", "properties");
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    Relation all = rows.relation();
    return only.<Relation>map(
            number ->
                new Relation.Filter(
                    all, new Value.Compare(Value.Comparator.EQUAL, index, new Value.Whole(number))))
        .orElse(all);
  }
}
