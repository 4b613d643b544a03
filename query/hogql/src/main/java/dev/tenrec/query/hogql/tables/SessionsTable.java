package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sessions, put together from the events that carry the same session id. */
final class SessionsTable implements Source {
  private final Symbols symbols;
  private final LakeScan scan;
  private final EventProperties properties;
  private final Value storedId;
  private final Symbol id;
  private final Map<String, Relation.AggregateAssignment> columns = new LinkedHashMap<>();
  private final FieldMap fields = new FieldMap();

  SessionsTable(QueryContext context, Symbols symbols) {
    this.symbols = symbols;
    scan = new LakeScan(context, symbols, "events");
    properties = new EventProperties(context, scan);
    storedId = scan.column("session_id", Scalar.STRING, true);
    id = symbols.make("session_id", Scalar.STRING, false);
    fields
        .value("session_id", this::id)
        .value("id", this::id)
        .value("distinct_id", () -> first("distinct_id", scan.column("distinct_id", Scalar.STRING)))
        .value("person_id", () -> first("person_id", scan.column("person_id", Scalar.UUID)))
        .value("$start_timestamp", this::start)
        .value("$end_timestamp", this::end)
        .value("$session_duration", this::duration)
        .value("duration", this::duration)
        .value("$pageview_count", () -> count("$pageview_count", "$pageview"))
        .value("$autocapture_count", () -> count("$autocapture_count", "$autocapture"))
        .value("$screen_count", () -> count("$screen_count", "$screen"))
        .value("$urls", this::urls)
        .value("$num_uniq_urls", this::differentUrls)
        .value("$is_bounce", this::bounce)
        .value("$entry_current_url", () -> entry("$entry_current_url", "$current_url"))
        .value("$entry_pathname", () -> entry("$entry_pathname", "$pathname"))
        .value("$entry_hostname", () -> entry("$entry_hostname", "$host"))
        .value(
            "$entry_referring_domain", () -> entry("$entry_referring_domain", "$referring_domain"))
        .value("$end_current_url", () -> exit("$end_current_url", "$current_url"))
        .value("$exit_current_url", () -> exit("$end_current_url", "$current_url"))
        .value("$end_pathname", () -> exit("$end_pathname", "$pathname"))
        .value("$exit_pathname", () -> exit("$end_pathname", "$pathname"))
        .value("$end_hostname", () -> exit("$end_hostname", "$host"));
    for (String mark :
        List.of(
            "utm_source",
            "utm_campaign",
            "utm_medium",
            "utm_term",
            "utm_content",
            "gclid",
            "fbclid",
            "msclkid",
            "gad_source")) {
      fields.value("$entry_" + mark, () -> entry("$entry_" + mark, mark));
    }
  }

  Value id() {
    return new Value.Reference(id);
  }

  private Value start() {
    return column("$start_timestamp", Scalar.DATETIME, () -> plain("min", timestamp()));
  }

  private Value end() {
    return column("$end_timestamp", Scalar.DATETIME, () -> plain("max", timestamp()));
  }

  private Value duration() {
    return new Value.Apply("secondsBetween", List.of(start(), end()), Scalar.INTEGER, false);
  }

  // A bounce is a single page, no click, and less than ten seconds.
  private Value bounce() {
    return new Value.And(
        List.of(
            new Value.Compare(
                Value.Comparator.LESS_OR_EQUAL,
                new Value.Apply(
                    "plus",
                    List.of(
                        count("$pageview_count", "$pageview"), count("$screen_count", "$screen")),
                    Scalar.INTEGER,
                    false),
                new Value.Whole(1)),
            new Value.Compare(
                Value.Comparator.EQUAL,
                count("$autocapture_count", "$autocapture"),
                new Value.Whole(0)),
            new Value.Compare(Value.Comparator.LESS, duration(), new Value.Whole(10))));
  }

  private Value urls() {
    return new Value.Coalesce(
        List.of(distinctUrls(), new Value.Elements(List.of(), new Type.ArrayOf(Scalar.STRING))),
        new Type.ArrayOf(Scalar.STRING));
  }

  private Value distinctUrls() {
    Value url = properties.property(List.of("$current_url"));
    Type type = new Type.ArrayOf(Scalar.STRING);
    return column(
        "$urls",
        type,
        () ->
            new Aggregation(
                "list",
                List.of(),
                List.of(url),
                true,
                List.of(),
                Optional.of(new Value.Not(new Value.IsNull(url))),
                type,
                true));
  }

  private Value differentUrls() {
    return new Value.Apply("arrayLength", List.of(urls()), Scalar.INTEGER, false);
  }

  private Value timestamp() {
    return scan.column("timestamp", Scalar.DATETIME);
  }

  private Value entry(String name, String property) {
    return extreme(name, "argMin", properties.property(List.of(property)));
  }

  private Value exit(String name, String property) {
    return extreme(name, "argMax", properties.property(List.of(property)));
  }

  private Value first(String name, Value value) {
    return extreme(name, "argMin", value);
  }

  private Value extreme(String name, String function, Value value) {
    return column(
        name,
        value.type(),
        () ->
            new Aggregation(
                function,
                List.of(),
                List.of(value, timestamp()),
                false,
                List.of(),
                Optional.empty(),
                value.type(),
                true));
  }

  private Value count(String name, String event) {
    Value named =
        new Value.Compare(
            Value.Comparator.EQUAL, scan.column("event", Scalar.STRING), new Value.Text(event));
    return column(
        name,
        Scalar.INTEGER,
        () ->
            new Aggregation(
                "count",
                List.of(),
                List.of(),
                false,
                List.of(),
                Optional.of(named),
                Scalar.INTEGER,
                false));
  }

  private static Aggregation plain(String function, Value value) {
    return new Aggregation(
        function,
        List.of(),
        List.of(value),
        false,
        List.of(),
        Optional.empty(),
        value.type(),
        false);
  }

  private Value column(String name, Type type, Supplier<Aggregation> aggregation) {
    Relation.AggregateAssignment known = columns.get(name);
    if (known == null) {
      Aggregation made = aggregation.get();
      known = new Relation.AggregateAssignment(symbols.make(name, type, made.nullable()), made);
      columns.put(name, known);
    }
    return new Value.Reference(known.symbol());
  }

  @Override
  public Optional<Field> field(String name) {
    return fields.field(name);
  }

  @Override
  public List<String> starred() {
    return fields.names().stream().filter(name -> !name.equals("id")).toList();
  }

  @Override
  public Set<String> names() {
    return fields.names();
  }

  @Override
  public Relation relation() {
    Relation events =
        new Relation.Filter(
            scan.relation(),
            new Value.Not(
                new Value.Or(
                    List.of(
                        new Value.IsNull(storedId),
                        new Value.Compare(Value.Comparator.EQUAL, storedId, new Value.Text(""))))));
    return new Relation.Aggregate(
        events,
        List.of(new Relation.Assignment(id, storedId)),
        List.of(List.of(0)),
        List.copyOf(columns.values()));
  }
}
