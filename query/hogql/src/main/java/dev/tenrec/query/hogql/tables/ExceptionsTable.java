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

/**
 * Exceptions with their stacks. Their issue is the one that the latest merge or split gave them to;
 * their person the one that the latest merge of persons did.
 */
final class ExceptionsTable implements Source {
  private static final Type TEXTS = new Type.ArrayOf(Scalar.STRING);

  private final LakeScan scan;
  private final EventJoins joins;
  private final FieldMap fields = new FieldMap();

  ExceptionsTable(QueryContext context, Symbols symbols) {
    scan = new LakeScan(context, symbols, "exceptions");
    joins = new EventJoins(context, symbols);
    fields
        .value("uuid", () -> scan.column("uuid", Scalar.UUID))
        .value("timestamp", () -> scan.column("timestamp", Scalar.DATETIME))
        .value("created_at", () -> scan.column("created_at", Scalar.DATETIME))
        .value("issue_id", this::issue)
        .value("event_issue_id", this::storedIssue)
        .value("handled", () -> scan.column("handled", Scalar.BOOLEAN))
        .value("person_id", this::person)
        .value("event_person_id", this::storedPerson)
        .value("$session_id", this::session)
        .value("session_id", this::session)
        .field("session", () -> joins.session(session()))
        .field(
            "exception_list",
            () -> new JsonDocument(() -> scan.column("exception_list", Scalar.JSON)));
    for (String name : List.of("fingerprint", "type", "value", "distinct_id")) {
      fields.value(name, () -> scan.column(name, Scalar.STRING));
    }
    for (String name : List.of("types", "values", "sources", "functions", "ingest_errors")) {
      fields.value(name, () -> scan.column(name, TEXTS));
    }
    for (String name :
        List.of(
            "function",
            "source",
            "level",
            "release",
            "window_id",
            "lib",
            "lib_version",
            "current_url",
            "browser",
            "os")) {
      fields.value(name, () -> scan.column(name, Scalar.STRING, true));
    }
    fields.field("person", () -> joins.person(person()));
  }

  private Value storedIssue() {
    return scan.column("issue_id", Scalar.UUID);
  }

  private Value issue() {
    return joins.currentIssue(scan.column("fingerprint", Scalar.STRING), storedIssue());
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

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return List.of(
        "uuid",
        "timestamp",
        "issue_id",
        "fingerprint",
        "type",
        "value",
        "function",
        "source",
        "handled",
        "level",
        "release",
        "distinct_id",
        "person_id",
        "session_id",
        "lib",
        "current_url",
        "browser",
        "os",
        "exception_list");
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
