package dev.tenrec.query.hogql.tables;

import dev.tenrec.query.hogql.function.QueryContext;
import dev.tenrec.query.hogql.plan.Aggregation;
import dev.tenrec.query.hogql.plan.Relation;
import dev.tenrec.query.hogql.plan.Symbol;
import dev.tenrec.query.hogql.plan.Symbols;
import dev.tenrec.query.hogql.plan.Type;
import dev.tenrec.query.hogql.plan.Type.Scalar;
import dev.tenrec.query.hogql.plan.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Sessions, put together from the events that carry the same session id. What a session began and
 * ended with is taken from its pages and screens, and only without any from its other events.
 */
final class SessionsTable implements Source {
  private static final String PAGE = "$pageview";
  private static final String SCREEN = "$screen";
  private static final String CLICK = "$autocapture";

  /** Marks of a campaign, and the identifiers that advertisers add to addresses. */
  private static final List<String> MARKS =
      List.of(
          "utm_source",
          "utm_campaign",
          "utm_medium",
          "utm_term",
          "utm_content",
          "gclid",
          "gad_source",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "twclid",
          "li_fat_id",
          "mc_cid",
          "igshid",
          "ttclid",
          "epik",
          "qclid",
          "sccid",
          "_kx",
          "irclid");

  private final Symbols symbols;
  private final LakeScan scan;
  private final EventProperties properties;
  private final EventJoins joins;
  private final Value storedId;
  private final Symbol id;
  private final Map<String, Relation.AggregateAssignment> columns = new LinkedHashMap<>();
  private final FieldMap fields = new FieldMap();

  SessionsTable(QueryContext context, Symbols symbols) {
    this.symbols = symbols;
    scan = new LakeScan(context, symbols, "events");
    properties = new EventProperties(context, scan);
    joins = new EventJoins(context, symbols);
    storedId = scan.column("session_id", Scalar.STRING, true);
    id = symbols.make("session_id", Scalar.STRING, false);
    fields
        .value("session_id", this::id)
        .value("id", this::id)
        .value("distinct_id", () -> last("distinct_id", scan.column("distinct_id", Scalar.STRING)))
        .value("person_id", this::person)
        .value("$start_timestamp", this::start)
        .value("$end_timestamp", this::end)
        .value("$session_duration", this::duration)
        .value("duration", this::duration)
        .value("$pageview_count", () -> count("$pageview_count", PAGE))
        .value("$autocapture_count", () -> count("$autocapture_count", CLICK))
        .value("$screen_count", () -> count("$screen_count", SCREEN))
        .value("$page_screen_autocapture_count_up_to", this::seenUpToTwo)
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
        .value("$end_hostname", () -> exit("$end_hostname", "$host"))
        .value(
            "$last_external_click_url",
            () ->
                extreme(
                    "$last_external_click_url",
                    "argMax",
                    property("$external_click_url"),
                    List.of()));
    for (String mark : MARKS) {
      fields.value("$entry_" + mark, () -> entry("$entry_" + mark, mark));
      if (mark.equals("gclid") || mark.equals("fbclid")) {
        fields.value("$entry_has_" + mark, () -> has("$entry_" + mark, mark));
      }
    }
  }

  Value id() {
    return new Value.Reference(id);
  }

  private Value person() {
    return joins.currentPerson(last("person_id", scan.column("person_id", Scalar.UUID)));
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

  // A bounce is a single page, screen or click, and less than ten seconds. A session without any of
  // them is neither a bounce nor none.
  private Value bounce() {
    Value seen = seen();
    Value one = new Value.Compare(Value.Comparator.EQUAL, seen, new Value.Whole(1));
    Value brief = new Value.Compare(Value.Comparator.LESS, duration(), new Value.Whole(10));
    Value some = new Value.Compare(Value.Comparator.GREATER, seen, new Value.Whole(0));
    return new Value.Choose(
        List.of(new Value.Branch(some, new Value.And(List.of(one, brief)))),
        new Value.Missing(Scalar.BOOLEAN),
        Scalar.BOOLEAN);
  }

  // 0, 1, or 2 for any more.
  private Value seenUpToTwo() {
    Value more = new Value.Compare(Value.Comparator.GREATER, seen(), new Value.Whole(1));
    return new Value.Choose(
        List.of(new Value.Branch(more, new Value.Whole(2))), seen(), Scalar.INTEGER);
  }

  private Value seen() {
    return counted("$seen", isOneOf(PAGE, SCREEN, CLICK));
  }

  private Value urls() {
    return new Value.Coalesce(
        List.of(distinctUrls(), new Value.Elements(List.of(), new Type.ArrayOf(Scalar.STRING))),
        new Type.ArrayOf(Scalar.STRING));
  }

  private Value distinctUrls() {
    Value url = property("$current_url");
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
                Optional.of(new Value.And(List.of(isThere(url), isOneOf(PAGE, SCREEN)))),
                type,
                true));
  }

  private Value differentUrls() {
    return new Value.Apply("arrayLength", List.of(urls()), Scalar.INTEGER, false);
  }

  private Value timestamp() {
    return scan.column("timestamp", Scalar.DATETIME);
  }

  private Value property(String name) {
    return properties.property(List.of(name));
  }

  // The id is there wherever there is a session at all: without one this is neither true nor false.
  private Value has(String name, String mark) {
    return new Value.And(List.of(isThere(id()), isThere(entry(name, mark))));
  }

  private Value entry(String name, String property) {
    return ofPages(name, "argMin", property(property));
  }

  private Value exit(String name, String property) {
    return ofPages(name, "argMax", property(property));
  }

  private Value ofPages(String name, String function, Value value) {
    Value ofPage = extreme(name + " of pages", function, value, List.of(isOneOf(PAGE, SCREEN)));
    Value ofAny = extreme(name, function, value, List.of());
    return new Value.Coalesce(List.of(ofPage, ofAny), value.type());
  }

  private Value last(String name, Value value) {
    return column(name, value.type(), () -> of("argMax", List.of(value, timestamp()), value));
  }

  private Value extreme(String name, String function, Value value, List<Value> conditions) {
    List<Value> all = new ArrayList<>(conditions);
    all.add(isThere(value));
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
                Optional.of(new Value.And(all)),
                value.type(),
                true));
  }

  private Value count(String name, String event) {
    return counted(name, isOneOf(event));
  }

  private Value counted(String name, Value condition) {
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
                Optional.of(condition),
                Scalar.INTEGER,
                false));
  }

  private Value isOneOf(String... events) {
    Value event = scan.column("event", Scalar.STRING);
    return new Value.InList(event, Arrays.stream(events).<Value>map(Value.Text::new).toList());
  }

  private static Value isThere(Value value) {
    return new Value.Not(new Value.IsNull(value));
  }

  private static Aggregation plain(String function, Value value) {
    return of(function, List.of(value), value);
  }

  private static Aggregation of(String function, List<Value> arguments, Value like) {
    return new Aggregation(
        function, List.of(), arguments, false, List.of(), Optional.empty(), like.type(), false);
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
    return joins.relation(
        new Relation.Aggregate(
            events,
            List.of(new Relation.Assignment(id, storedId)),
            List.of(List.of(0)),
            List.copyOf(columns.values())));
  }
}
