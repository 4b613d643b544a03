package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which distinct id belongs to which person. */
final class PersonDistinctIdsTable implements Source {
  private final PersonsTable persons;
  private final Symbol distinctId;
  private final Value distinctIds;
  private final FieldMap fields = new FieldMap();

  PersonDistinctIdsTable(QueryContext context, Symbols symbols) {
    persons = new PersonsTable(context, symbols);
    distinctId = symbols.make("distinct_id", Scalar.STRING, false);
    distinctIds = persons.distinctIds();
    fields
        .value("distinct_id", () -> new Value.Reference(distinctId))
        .value("person_id", persons::id)
        .field("person", this::person);
  }

  private Field person() {
    FieldMap person = new FieldMap();
    persons.names().forEach(name -> person.field(name, () -> persons.field(name).orElseThrow()));
    return person;
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return List.of("distinct_id", "person_id");
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    return new Relation.Unnest(
        persons.relation(), List.of(new Relation.Assignment(distinctId, distinctIds)), false);
  }
}
