package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A power cut in the middle of a load. */
@EnabledIfSystemProperty(
    named = "tenrec.unproven",
    matches = "true",
    disabledReason = "Never seen to pass yet: run with -DargLine=-Dtenrec.unproven=true")
class TestKill {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int EVENTS = 20_000;
  private static final int EVENTS_IN_A_REQUEST = 50;
  private static final int CLIENTS = 4;

  @TempDir Path data;

  @Test
  void losesNoAcknowledgedEventAndDoublesNone() throws Exception {
    RunningCloud cloud = RunningCloud.start(data);
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    String token = owner.token();
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicInteger answered = new AtomicInteger();

    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        int share = EVENTS / EVENTS_IN_A_REQUEST / CLIENTS;
        int number = client;
        running.add(
            clients.submit(
                () -> {
                  for (int i = 0; i < share; i++) {
                    acknowledged.addAll(sendUntilAcknowledged(cloud.front(), token, number, i));
                    answered.incrementAndGet();
                  }
                  return null;
                }));
      }
      while (answered.get() < EVENTS / EVENTS_IN_A_REQUEST / 2) {
        Thread.sleep(20);
      }
      cloud.kill();
      cloud.start();
      for (Future<?> client : running) {
        client.get();
      }
    }

    assertThat(acknowledged).hasSize(EVENTS);
    owner = ConsoleUser.signIn(cloud.front());
    assertThat(
            owner.eventually(
                "select count(distinct uuid) from events where event = 'load'", EVENTS))
        .isEqualTo(EVENTS);
    assertThat(
            owner.rows("select count() from events where event = 'load'").path(0).path(0).asLong())
        .isEqualTo(EVENTS);
    cloud.close();
  }

  // As an SDK does it: the same events with the same ids until the answer is 200.
  private static List<String> sendUntilAcknowledged(URI front, String token, int client, int turn)
      throws InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("api_key", token);
    ArrayNode batch = body.putArray("batch");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EVENTS_IN_A_REQUEST; i++) {
      String id = UUID.randomUUID().toString();
      ids.add(id);
      batch
          .addObject()
          .put("event", "load")
          .put("uuid", id)
          .put("distinct_id", "client-" + client + "-" + turn % 20)
          .putObject("properties")
          .put("i", i);
    }
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    while (true) {
      try {
        HttpResponse<String> response =
            http.send(
                HttpRequest.newBuilder(front.resolve("/batch/"))
                    .timeout(Duration.ofSeconds(20))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
          return ids;
        }
      } catch (IOException dead) {
        // The cloud is down; it comes back.
      }
      Thread.sleep(200);
    }
  }
}
