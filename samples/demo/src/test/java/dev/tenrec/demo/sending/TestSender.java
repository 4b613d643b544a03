package dev.tenrec.demo.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.demo.shop.DemoEvent;
import dev.tenrec.demo.shop.FlagSource;
import dev.tenrec.demo.shop.Traffic;
import dev.tenrec.demo.shop.Visit;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestSender {
  private static final Instant NOW = Instant.parse("2026-05-20T14:30:00Z");
  private static final Traffic TRAFFIC = new Traffic(1, 5, 60, NOW);

  private final TestingCaptureServer server = new TestingCaptureServer();
  private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
  private final List<Instant> progress = Collections.synchronizedList(new ArrayList<>());
  private final Tally tally = new Tally();
  private final List<Visit> visited = Collections.synchronizedList(new ArrayList<>());
  private final Connection connection = new Connection(server.host(), pauses::add);
  private final Sender sender = sender(connection);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everythingArrivesAsSdksSendIt() throws InterruptedException {
    sender.send(TRAFFIC);
    Map<String, JsonNode> arrived = arrived();
    List<DemoEvent> expected = new ArrayList<>();
    TRAFFIC.lane(0, 1, FlagSource.NONE).forEachRemaining(visit -> expected.addAll(visit.events()));
    assertThat(arrived).hasSameSizeAs(expected);
    for (DemoEvent event : expected) {
      JsonNode sent = arrived.get(event.uuid().toString());
      assertThat(sent.path("event").asText()).isEqualTo(event.name());
      assertThat(sent.path("distinct_id").asText()).isEqualTo(event.distinctId());
      assertThat(Instant.parse(sent.path("timestamp").asText())).isEqualTo(event.timestamp());
      assertThat(sent.path("properties").size()).isEqualTo(event.properties().size());
    }
    assertThat(server.problems()).isEmpty();
    assertThat(server.batches())
        .allMatch(batch -> batch.path("api_key").asText().equals("phc_test"))
        .allMatch(batch -> Instant.parse(batch.path("sent_at").asText()).equals(NOW))
        .allMatch(batch -> batch.path("batch").size() <= 100);
  }

  @Test
  void whatWasSentIsCounted() throws InterruptedException {
    sender.send(TRAFFIC);
    assertThat(tally.total()).isEqualTo(arrived().size());
    assertThat(tally.events().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(tally.total());
    assertThat(tally.visits()).isGreaterThanOrEqualTo(tally.visitors());
    assertThat(connection.requests()).isEqualTo(server.batches().size());
    assertThat(connection.retries()).isZero();
    assertThat(connection.bytes()).isPositive();
    assertThat(visited).hasSize((int) tally.visits());
    assertThat(progress.getLast()).isEqualTo(NOW);
  }

  @Test
  void whatTheServerCannotTakeNowIsSentAgain() throws InterruptedException {
    server.refuse(503, 500, 429, 502);
    sender.send(TRAFFIC);
    assertThat(connection.retries()).isEqualTo(4);
    assertThat(pauses).hasSize(4).contains(Duration.ofSeconds(3));
    assertThat(arrived()).hasSize((int) tally.total());
  }

  @Test
  void whatTheServerWillNotTakeEndsTheSending() {
    server.refuse(401, 401, 401, 401);
    assertThatThrownBy(() -> sender.send(TRAFFIC))
        .isInstanceOf(NotTakenException.class)
        .hasMessageContaining("401: not now");
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeMissing() {
    Connection nobody = new Connection(URI.create("http://127.0.0.1:1"), pauses::add);
    assertThatThrownBy(() -> sender(nobody).send(TRAFFIC))
        .isInstanceOf(NotTakenException.class)
        .hasMessageContaining("127.0.0.1:1")
        .hasMessageContaining("is it running?");
  }

  private Sender sender(Connection to) {
    return new Sender(
        new CaptureClient(to, "phc_test", InstantSource.fixed(NOW)),
        FlagSource.NONE,
        visited::add,
        tally,
        progress::add);
  }

  private Map<String, JsonNode> arrived() {
    Map<String, JsonNode> arrived = new HashMap<>();
    server
        .batches()
        .forEach(
            batch ->
                batch
                    .path("batch")
                    .forEach(
                        event ->
                            assertThat(arrived.put(event.path("uuid").asText(), event)).isNull()));
    return arrived;
  }
}
