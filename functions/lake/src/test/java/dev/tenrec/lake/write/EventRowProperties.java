package dev.tenrec.lake.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.PromotedProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an event carries can be read back by an engine that is not ours. */
class EventRowProperties {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @Property(tries = 25)
  void columnsAndJsonTogetherAreTheEvent(@ForAll("events") List<ProcessedEvent> events)
      throws Exception {
    // Through the stream's bytes, so that the values are what a function really gets.
    Envelope envelope =
        EnvelopeCodec.read(EnvelopeCodec.write(new ProcessedEvents(1, "ann", events)));
    LakeFixture fixture = new LakeFixture();
    fixture.writer().consume(List.of(Deliveries.record(1, envelope)));

    Map<String, ProcessedEvent> stored = new HashMap<>();
    for (var file : fixture.files(LakeTable.EVENTS)) {
      for (ProcessedEvent event : read(fixture.lake.files().read(file.location()))) {
        assertThat(stored.put(event.uuid().toString(), event)).isNull();
      }
    }
    for (ProcessedEvent event : ((ProcessedEvents) envelope).events()) {
      assertThat(stored.remove(event.uuid().toString())).isEqualTo(event);
    }
    assertThat(stored).isEmpty();
  }

  private static List<ProcessedEvent> read(byte[] parquet)
      throws IOException, SQLException, JsonProcessingException {
    Path file = Files.createTempFile("events", ".parquet");
    List<ProcessedEvent> events = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      Files.write(file, parquet);
      ResultSet row = statement.executeQuery("select * from read_parquet('" + file + "')");
      while (row.next()) {
        events.add(event(row));
      }
    } finally {
      Files.delete(file);
    }
    return events;
  }

  private static ProcessedEvent event(ResultSet row) throws SQLException, JsonProcessingException {
    ObjectNode properties = (ObjectNode) ExactJson.read(row.getString("properties"));
    for (PromotedProperty promoted : PromotedProperty.all()) {
      String value = row.getString(promoted.column());
      if (value != null) {
        properties.put(promoted.property(), value);
      }
    }
    return new ProcessedEvent(
        java.util.UUID.fromString(row.getString("uuid")),
        row.getString("event"),
        row.getString("distinct_id"),
        java.util.UUID.fromString(row.getString("person_id")),
        row.getObject("timestamp", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        ProcessedEvent.PersonMode.valueOf(
            row.getString("person_mode").toUpperCase(java.util.Locale.ROOT)),
        row.getString("elements_chain"),
        properties,
        (ObjectNode) ExactJson.read(row.getString("person_properties")));
  }

  @Provide
  Arbitrary<List<ProcessedEvent>> events() {
    Arbitrary<Instant> times =
        Arbitraries.longs()
            .between(EARLIEST.getEpochSecond(), LATEST.getEpochSecond())
            .map(second -> Instant.ofEpochSecond(second, 123_456_000));
    Arbitrary<ProcessedEvent> event =
        Combinators.combine(text(), times, objects(), objects(), text())
            .as(
                (name, time, properties, person, chain) ->
                    new ProcessedEvent(
                        Deliveries.id(0),
                        name,
                        "ann",
                        Deliveries.id(1),
                        time,
                        Deliveries.NOON,
                        ProcessedEvent.PersonMode.PROPERTYLESS,
                        chain,
                        properties,
                        person));
    return event
        .filter(it -> !it.event().equals(ProcessedEvents.EXCEPTION))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(EventRowProperties::withIds);
  }

  private static List<ProcessedEvent> withIds(List<ProcessedEvent> events) {
    List<ProcessedEvent> distinct = new ArrayList<>();
    for (ProcessedEvent event : events) {
      distinct.add(
          new ProcessedEvent(
              Deliveries.id(distinct.size()),
              event.event(),
              event.distinctId(),
              event.personId(),
              event.timestamp(),
              event.createdAt(),
              event.personMode(),
              event.elementsChain(),
              event.properties(),
              event.personProperties()));
    }
    return distinct;
  }

  private static Arbitrary<ObjectNode> objects() {
    Arbitrary<String> keys =
        Arbitraries.oneOf(
            Arbitraries.of(PromotedProperty.all()).map(PromotedProperty::property), text());
    return Arbitraries.maps(keys, values()).ofMaxSize(12).map(EventRowProperties::object);
  }

  private static ObjectNode object(Map<String, JsonNode> values) {
    return JsonNodeFactory.instance.objectNode().setAll(values);
  }

  private static Arbitrary<JsonNode> values() {
    JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);
    Arbitrary<JsonNode> flat =
        Arbitraries.oneOf(
            text().map(json::textNode),
            Arbitraries.bigIntegers().map(json::numberNode),
            Arbitraries.bigDecimals().map(json::numberNode),
            Arbitraries.of(json.booleanNode(true), json.nullNode()),
            Arbitraries.of("1e300", "123456789012345678901234567890", "0.10")
                .map(EventRowProperties::number));
    Arbitrary<JsonNode> lists =
        flat.list().ofMaxSize(3).map(items -> json.arrayNode().addAll(items));
    Arbitrary<JsonNode> nested =
        Arbitraries.maps(text(), flat).ofMaxSize(3).map(EventRowProperties::object);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, flat),
        net.jqwik.api.Tuple.of(1, lists),
        net.jqwik.api.Tuple.of(1, nested));
  }

  private static JsonNode number(String text) {
    try {
      return ExactJson.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  // Every character but lone surrogates, which UTF-8 cannot hold.
  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(30)
        .map(
            text ->
                text.codePoints()
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
  }
}
