package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Events. Their person is the one that the latest merge gave them to; the person's properties are
 * those that the event was stored with.
 */
final class EventsTable implements Source {
  private static final int GROUP_TYPES = 5;

  private final LakeScan scan;
  private final EventJoins joins;
  private final FieldMap fields = new FieldMap();

  EventsTable(QueryContext context, Symbols symbols) {
    scan = new LakeScan(context, symbols, "events");
    joins = new EventJoins(context, symbols);
    EventProperties properties = new EventProperties(context, scan);
    fields
        .value("uuid", () -> scan.column("uuid", Scalar.UUID))
        .value("event", () -> text("event"))
        .field("properties", () -> properties)
        .value("timestamp", () -> scan.column("timestamp", Scalar.DATETIME))
        .value("distinct_id", () -> text("distinct_id"))
        .value("elements_chain", () -> text("elements_chain"))
        .value("created_at", () -> scan.column("created_at", Scalar.DATETIME))
        .value("person_mode", () -> text("person_mode"))
        .value("$session_id", this::session)
        .value("session_id", this::session)
        .value("$window_id", () -> properties.property(List.of("$window_id")))
        .value("person_id", this::person)
        .value("event_person_id", this::storedPerson);
    elements();
    groups();
    FieldMap person =
        new FieldMap()
            .value("id", this::person)
            .field("properties", this::personProperties)
            .value("created_at", () -> joinedPerson("created_at"))
            .value("is_identified", () -> joinedPerson("is_identified"));
    fields
        .field("person", () -> person)
        .field("poe", () -> person)
        .field(
            "pdi",
            () ->
                new FieldMap()
                    .value("person_id", this::person)
                    .value("distinct_id", () -> text("distinct_id"))
                    .field("person", () -> person))
        .field("session", () -> joins.session(session()));
  }

  private Value text(String column) {
    return scan.column(column, Scalar.STRING);
  }

  private Value storedPerson() {
    return scan.column("person_id", Scalar.UUID);
  }

  private Value person() {
    return joins.currentPerson(storedPerson());
  }

  private Value session() {
    return scan.column("session_id", Scalar.STRING, true);
  }

  private Field personProperties() {
    return new JsonDocument(() -> scan.column("person_properties", Scalar.JSON));
  }

  private Value joinedPerson(String name) {
    Field field = joins.person(person()).field(name).orElseThrow();
    return ((Field.Plain) field).value();
  }

  private void groups() {
    for (int index = 0; index < GROUP_TYPES; index++) {
      int group = index;
      // A group that an event does not belong to has the empty key.
      fields.value("$group_" + index, () -> groupKey(group));
      fields.field("group_" + index, () -> joins.group(group, groupKey(group)));
    }
  }

  private Value groupKey(int index) {
    return new Value.Coalesce(
        List.of(scan.column("group_" + index, Scalar.STRING, true), new Value.Text("")),
        Scalar.STRING);
  }

  private void elements() {
    element("elements_chain_href", "regexpExtract", Scalar.STRING, "(?::|\")href=\"(.*?)\"");
    Type texts = new Type.ArrayOf(Scalar.STRING);
    element("elements_chain_texts", "regexpExtractAll", texts, "(?::|\")text=\"(.*?)\"");
    element("elements_chain_ids", "regexpExtractAll", texts, "(?::|\")attr_id=\"(.*?)\"");
    element(
        "elements_chain_elements",
        "regexpExtractAll",
        texts,
        "(?:^|;)(a|button|form|input|select|textarea|label)(?:\\.|$|:)");
  }

  private void element(String name, String primitive, Type type, String pattern) {
    fields.value(
        name,
        () ->
            new Value.Apply(
                primitive,
                List.of(text("elements_chain"), new Value.Text(pattern), new Value.Whole(1)),
                type,
                false));
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "uuid",
                "event",
                "properties",
                "timestamp",
                "distinct_id",
                "elements_chain",
                "created_at",
                "person_mode",
                "$session_id",
                "$window_id",
                "person_id"));
    for (int index = 0; index < GROUP_TYPES; index++) {
      names.add("$group_" + index);
    }
    return names;
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    return joins.relation(scan.relation());
  }
}
