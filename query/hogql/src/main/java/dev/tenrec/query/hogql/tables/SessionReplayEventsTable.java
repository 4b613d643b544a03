package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Recordings of sessions as they are now, one row each, without the deleted ones. The person is the
 * one whom the recording's distinct id belongs to today.
 */
final class SessionReplayEventsTable implements Source {
  private static final List<String> COUNTS =
      List.of(
          "click_count",
          "keypress_count",
          "mouse_activity_count",
          "active_milliseconds",
          "console_log_count",
          "console_warn_count",
          "console_error_count",
          "size",
          "event_count",
          "message_count",
          "retention_period_days");

  private static final Set<String> JOINED = Set.of("person_id", "person", "session", "events");

  private final QueryContext context;
  private final Symbols symbols;
  private final LatestRows rows;
  private final Value sessionId;
  private final Value receivedAt;
  private final Value deleted;
  private final FieldMap fields = new FieldMap();
  private final Map<String, Source> sources = new HashMap<>();
  private final List<Joined> joins = new ArrayList<>();

  SessionReplayEventsTable(QueryContext context, Symbols symbols) {
    this.context = context;
    this.symbols = symbols;
    rows = new LatestRows(context, symbols, "session_replay_events");
    sessionId = rows.key("session_id", Scalar.STRING);
    // The same in all versions of a recording, so that a condition on it spares whole days.
    receivedAt = rows.key("received_at", Scalar.DATETIME);
    deleted = rows.column("deleted", Scalar.BOOLEAN);
    fields
        .value("session_id", () -> sessionId)
        .value("distinct_id", this::distinctId)
        .value("start_time", () -> rows.column("start_time", Scalar.DATETIME))
        .value("end_time", () -> rows.column("end_time", Scalar.DATETIME))
        .value("first_url", () -> rows.column("first_url", Scalar.STRING, true))
        .value("all_urls", () -> rows.column("all_urls", new Type.ArrayOf(Scalar.STRING)));
    COUNTS.forEach(name -> fields.value(name, () -> rows.column(name, Scalar.INTEGER)));
    fields
        .value("snapshot_source", () -> rows.column("snapshot_source", Scalar.STRING))
        .value("snapshot_library", () -> rows.column("snapshot_library", Scalar.STRING))
        .value("expiry_time", () -> rows.column("expiry_time", Scalar.DATETIME))
        .value("received_at", () -> receivedAt)
        .value("updated_at", () -> rows.column("updated_at", Scalar.DATETIME))
        .value("person_id", this::personId)
        .field("person", () -> NullableFields.of(owners().field("person").orElseThrow()))
        .field("session", () -> joined("session", this::sessions))
        .field("events", () -> joined("events", this::events));
  }

  private Value distinctId() {
    return rows.column("distinct_id", Scalar.STRING);
  }

  private Value personId() {
    return ((Field.Plain) NullableFields.of(owners().field("person_id").orElseThrow())).value();
  }

  private Source owners() {
    return sources.computeIfAbsent(
        "owners",
        _ -> {
          Source owners = new PersonDistinctIdsTable(context, symbols);
          join(owners, distinctId(), "distinct_id");
          return owners;
        });
  }

  private Source sessions() {
    SessionsTable sessions = new SessionsTable(context, symbols);
    join(sessions, sessionId, "session_id");
    return sessions;
  }

  private Source events() {
    EventsTable events = new EventsTable(context, symbols);
    join(events, sessionId, "$session_id");
    return events;
  }

  private void join(Source other, Value mine, String theirs) {
    Value key = ((Field.Plain) other.field(theirs).orElseThrow()).value();
    joins.add(new Joined(other::relation, new Value.Compare(Value.Comparator.EQUAL, mine, key)));
  }

  private Field joined(String name, Supplier<Source> make) {
    Source source = sources.get(name);
    if (source == null) {
      source = make.get();
      sources.put(name, source);
    }
    return NullableFields.of(new SourceFields(source));
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return fields.names().stream().filter(name -> !JOINED.contains(name)).toList();
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    Relation relation = new Relation.Filter(rows.relation(), new Value.Not(deleted));
    for (Joined join : joins) {
      relation =
          new Relation.Join(
              Relation.Join.Kind.LEFT,
              relation,
              join.relation().get(),
              Optional.of(join.condition()));
    }
    return relation;
  }

  private record Joined(Supplier<Relation> relation, Value condition) {}
}
