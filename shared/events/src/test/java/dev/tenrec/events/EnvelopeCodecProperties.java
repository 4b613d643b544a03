package dev.tenrec.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvelopeCodecProperties {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  @Property(tries = 500)
  void everyEnvelopeReadsBackAsItWas(@ForAll("envelopes") Envelope envelope) {
    byte[] json = EnvelopeCodec.write(envelope);

    Envelope read = EnvelopeCodec.read(json);

    assertThat(read).isEqualTo(envelope);
    assertThat(EnvelopeCodec.write(read)).isEqualTo(json);
  }

  @Property(tries = 300)
  void noBytesMakeTheReaderFailInAnotherWay(@ForAll byte[] bytes) {
    try {
      EnvelopeCodec.read(bytes);
    } catch (MalformedEnvelopeException expected) {
      assertThat(expected).hasMessageStartingWith("The envelope");
    }
  }

  @Property(tries = 300)
  void aCutEnvelopeIsMalformed(
      @ForAll("envelopes") Envelope envelope, @ForAll("fractions") double fraction) {
    byte[] json = EnvelopeCodec.write(envelope);
    byte[] cut = Arrays.copyOf(json, (int) (json.length * fraction));

    assertThat(catchThrowable(() -> EnvelopeCodec.read(cut)))
        .isInstanceOf(MalformedEnvelopeException.class);
  }

  @Provide
  Arbitrary<Double> fractions() {
    return Arbitraries.doubles().between(0, 0.99);
  }

  @Provide
  Arbitrary<Envelope> envelopes() {
    return Arbitraries.oneOf(
        captured(), snapshots(), processed(), persons(), groups(), recordings(), rejected());
  }

  private static Arbitrary<Envelope> captured() {
    return text()
        .filter(id -> !id.isEmpty())
        .flatMap(
            id ->
                Combinators.combine(
                        projects(),
                        instants(),
                        text(),
                        Arbitraries.of(true, false),
                        Combinators.combine(uuids(), names(), instants(), objects())
                            .as((uuid, name, at, all) -> new CapturedEvent(uuid, name, id, at, all))
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(4))
                    .as(
                        (project, at, ip, historical, events) ->
                            new CapturedEvents(project, id, at, ip, historical, events)));
  }

  private static Arbitrary<Envelope> snapshots() {
    return Combinators.combine(projects(), names(), instants(), text().tuple5())
        .as(
            (project, session, at, texts) ->
                new CapturedSnapshots(
                    project,
                    session,
                    texts.get1(),
                    texts.get2(),
                    at,
                    texts.get3(),
                    texts.get4(),
                    texts.get5()));
  }

  private static Arbitrary<Envelope> processed() {
    return Combinators.combine(projects(), text(), Arbitraries.of(true, false))
        .flatAs(
            (project, id, exceptions) ->
                Combinators.combine(
                        uuids().tuple2(),
                        exceptions
                            ? Arbitraries.just("$exception")
                            : names().filter(name -> !name.equals("$exception")),
                        instants().tuple2(),
                        Arbitraries.of(PersonMode.class),
                        text(),
                        objects().tuple2())
                    .as(
                        (ids, name, times, mode, chain, all) ->
                            new ProcessedEvent(
                                ids.get1(),
                                name,
                                id,
                                ids.get2(),
                                times.get1(),
                                times.get2(),
                                mode,
                                chain,
                                all.get1(),
                                all.get2()))
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(4)
                    .map(events -> new ProcessedEvents(project, id, events)));
  }

  private static Arbitrary<Envelope> persons() {
    Arbitrary<PersonVersion> person =
        Combinators.combine(
                uuids(),
                versions(),
                text().list().ofMaxSize(3),
                objects(),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                instants().tuple2())
            .as(
                (id, version, ids, all, identified, deleted, times) ->
                    new PersonVersion(
                        id, version, ids, all, identified, deleted, times.get1(), times.get2()));
    Arbitrary<PersonOverride> override =
        Combinators.combine(uuids(), uuids(), versions(), instants())
            .filter((older, newer, _, _) -> !older.equals(newer))
            .as(PersonOverride::new);
    return Combinators.combine(projects(), person.list().ofMaxSize(3), override.list().ofMaxSize(3))
        .filter((_, all, overrides) -> !all.isEmpty() || !overrides.isEmpty())
        .as(ProcessedPersons::new);
  }

  private static Arbitrary<Envelope> groups() {
    return Combinators.combine(
            projects(),
            Combinators.combine(
                    Arbitraries.integers().between(0, 4),
                    text(),
                    text(),
                    versions(),
                    objects(),
                    instants(),
                    instants())
                .as(GroupVersion::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3))
        .as(ProcessedGroups::new);
  }

  private static Arbitrary<Envelope> recordings() {
    Arbitrary<RecordingVersion> recording =
        Combinators.combine(
                names(),
                versions(),
                Arbitraries.of(true, false),
                text().tuple3(),
                instants().tuple4(),
                text().list().ofMaxSize(3),
                Arbitraries.longs().tuple5(),
                Arbitraries.integers())
            .as(
                (session, version, deleted, texts, times, urls, counts, days) ->
                    new RecordingVersion(
                        session,
                        version,
                        deleted,
                        texts.get1(),
                        times.get1(),
                        times.get2(),
                        urls,
                        new RecordingVersion.Counts(
                            counts.get1(),
                            counts.get2(),
                            counts.get3(),
                            counts.get4(),
                            counts.get5(),
                            counts.get1(),
                            counts.get2(),
                            counts.get3(),
                            counts.get4(),
                            counts.get5()),
                        texts.get2(),
                        texts.get3(),
                        days,
                        times.get3(),
                        times.get4()));
    return Combinators.combine(projects(), recording.list().ofMinSize(1).ofMaxSize(3))
        .as(ProcessedRecordings::new);
  }

  private static Arbitrary<Envelope> rejected() {
    return Combinators.combine(projects(), uuids(), instants(), text(), text(), text().tuple5())
        .as(
            (project, uuid, at, step, reason, texts) ->
                new RejectedData(
                    project,
                    uuid,
                    at,
                    step,
                    reason,
                    texts.get1(),
                    texts.get2(),
                    texts.get3(),
                    texts.get4(),
                    texts.get5()));
  }

  private static Arbitrary<ObjectNode> objects() {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            text().map(NODES::textNode),
            Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()),
            Arbitraries.longs().map(EnvelopeCodecProperties::whole),
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                .map(EnvelopeCodecProperties::whole),
            Arbitraries.bigDecimals()
                .between(BigDecimal.TEN.pow(20).negate(), BigDecimal.TEN.pow(20))
                .ofScale(15)
                .map(NODES::numberNode));
    Arbitrary<JsonNode> nested =
        Arbitraries.oneOf(
            leaf, leaf.list().ofMaxSize(3).map(EnvelopeCodecProperties::array), object(leaf));
    return object(nested).map(ObjectNode.class::cast);
  }

  // A parser makes the narrowest node, and nodes of different width are never equal.
  private static JsonNode whole(Number value) {
    BigInteger exact = new BigInteger(value.toString());
    if (exact.bitLength() < 32) {
      return NODES.numberNode(exact.intValue());
    }
    return exact.bitLength() < 64 ? NODES.numberNode(exact.longValue()) : NODES.numberNode(exact);
  }

  private static JsonNode array(List<JsonNode> values) {
    ArrayNode array = NODES.arrayNode();
    values.forEach(array::add);
    return array;
  }

  private static Arbitrary<JsonNode> object(Arbitrary<JsonNode> values) {
    return Arbitraries.maps(text(), values)
        .ofMaxSize(4)
        .map(
            (Map<String, JsonNode> entries) -> {
              ObjectNode object = NODES.objectNode();
              entries.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .ofMaxLength(12)
        .filter(value -> value.codePoints().noneMatch(point -> point >= 0xd800 && point < 0xe000));
  }

  private static Arbitrary<String> names() {
    return text().filter(name -> !name.isEmpty());
  }

  private static Arbitrary<Long> projects() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  private static Arbitrary<Long> versions() {
    return Arbitraries.longs().between(1, Long.MAX_VALUE);
  }

  private static Arbitrary<UUID> uuids() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-62_135_596_800L, 400_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }
}
