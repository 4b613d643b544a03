package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Power cuts in the middle of a load, and right after it. */
class TestKill {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 20_000;
  private static final int EVENTS_IN_A_REQUEST = 50;
  private static final int REQUESTS = EVENTS / EVENTS_IN_A_REQUEST;
  private static final int CLIENTS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path data;

  @Test
  void losesNoAcknowledgedEventAndDoublesNone() throws Exception {
    RunningCloud cloud = RunningCloud.start(data);
    try {
      String token = ConsoleUser.signIn(cloud.front()).token();
      AtomicInteger acknowledged = new AtomicInteger();
      try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          Client sender = new Client(cloud.front(), token, client);
          running.add(clients.submit(() -> sender.send(acknowledged)));
        }
        while (acknowledged.get() < REQUESTS / 2 && running.stream().noneMatch(Future::isDone)) {
          Thread.sleep(5);
        }
        assertThat(acknowledged.get()).as("The load goes on").isLessThan(REQUESTS);
        cloud.kill();
        cloud.start();
        for (Future<?> client : running) {
          client.get();
        }
      }
      assertThat(acknowledged).hasValue(REQUESTS);

      // The last events are acknowledged, and most are on their way to the lake.
      cloud.kill();
      cloud.start();

      ConsoleUser owner = ConsoleUser.signIn(cloud.front());
      String all = "select count(distinct uuid) from events where event = 'load'";
      assertThat(owner.eventually(all, EVENTS)).isEqualTo(EVENTS);
      // What comes after the last of the load comes after a second copy of it, if there is one.
      try (HttpClient http = HttpClient.newHttpClient()) {
        send(http, cloud.front(), token, List.of(event("after the load", "afterwards", 0)));
      }
      assertThat(owner.eventually("select count() from events where event = 'after the load'", 1))
          .isEqualTo(1);
      JsonNode counted =
          owner
              .rows(
                  "select count(), count(distinct uuid), count(distinct distinct_id),"
                      + " sum(properties.i) from events where event = 'load'")
              .path(0);
      assertThat(counted.path(0).asLong()).isEqualTo(EVENTS);
      assertThat(counted.path(1).asLong()).isEqualTo(EVENTS);
      assertThat(counted.path(2).asLong()).isEqualTo(20 * CLIENTS);
      assertThat(counted.path(3).asLong()).isEqualTo(REQUESTS * 49L * 50 / 2);
    } finally {
      cloud.close();
    }
  }

  private record Client(URI front, String token, int number) {
    Void send(AtomicInteger acknowledged) throws InterruptedException {
      try (HttpClient http = HttpClient.newHttpClient()) {
        send(http, acknowledged);
      }
      return null;
    }

    private void send(HttpClient http, AtomicInteger acknowledged) throws InterruptedException {
      for (int turn = 0; turn < REQUESTS / CLIENTS; turn++) {
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < EVENTS_IN_A_REQUEST; i++) {
          events.add(event("load", "client-" + number + "-" + turn % 20, i));
        }
        TestKill.send(http, front, token, events);
        acknowledged.incrementAndGet();
      }
    }
  }

  private static ObjectNode event(String name, String who, int i) {
    ObjectNode event = JSON.createObjectNode().put("event", name).put("distinct_id", who);
    event.put("uuid", UUID.randomUUID().toString());
    event.putObject("properties").put("i", i);
    return event;
  }

  // As an SDK does it: the same events with the same ids until the answer is 200.
  private static void send(HttpClient http, URI front, String token, List<ObjectNode> events)
      throws InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("api_key", token);
    ArrayNode batch = body.putArray("batch");
    batch.addAll(events);
    HttpRequest request =
        HttpRequest.newBuilder(front.resolve("/batch/"))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    Instant deadline = Instant.now().plus(PATIENCE);
    String last = "nothing";
    while (Instant.now().isBefore(deadline)) {
      try {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
          return;
        }
        last = response.statusCode() + " " + response.body();
      } catch (IOException dead) {
        // The cloud is down; it comes back.
        last = dead.toString();
      }
      Thread.sleep(200);
    }
    throw new AssertionError("Nothing was acknowledged in " + PATIENCE + ", last was " + last);
  }
}
