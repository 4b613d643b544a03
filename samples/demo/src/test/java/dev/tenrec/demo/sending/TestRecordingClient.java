package dev.tenrec.demo.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.recording.Recording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRecordingClient {
  @Test
  void everyPieceIsARequestThatLooksLikeTheBrowsers() throws InterruptedException {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", 4).put("timestamp", 5);
    event.put("data", "\u001f\u008b\u0000é");
    Recording recording =
        new Recording("session", "window", "ada", "1.2.3", List.of(List.of(event), List.of(event)));
    try (TestingCaptureServer server = new TestingCaptureServer()) {
      Connection connection = new Connection(server.host(), _ -> {});
      new RecordingClient(connection, "phc_1", InstantSource.fixed(Instant.EPOCH)).send(recording);

      assertThat(server.problems()).isEmpty();
      assertThat(server.recordings()).hasSize(2);
      JsonNode item = server.recordings().getFirst().path(0);
      assertThat(item.path("event").asText()).isEqualTo("$snapshot");
      JsonNode properties = item.path("properties");
      assertThat(properties.path("token").asText()).isEqualTo("phc_1");
      assertThat(properties.path("distinct_id").asText()).isEqualTo("ada");
      assertThat(properties.path("$session_id").asText()).isEqualTo("session");
      assertThat(properties.path("$window_id").asText()).isEqualTo("window");
      assertThat(properties.path("$snapshot_data").path(0)).isEqualTo(event);
      assertThat(properties.path("$snapshot_bytes").asInt()).isPositive();
    }
  }
}
