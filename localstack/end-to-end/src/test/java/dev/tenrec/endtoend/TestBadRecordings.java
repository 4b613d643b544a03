package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Recordings that cannot be taken are answered clearly, and the ones around them are kept. */
class TestBadRecordings {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String session = UUID.randomUUID().toString();

  @Test
  void everyMistakeIsAnsweredAndKeptWithItsReasonAndTheRestIsRecorded() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    String token = owner.token();
    String mark = "mark-" + session;
    long now = System.currentTimeMillis();

    assertThat(post(cloud, piece(token, session, event(now))).statusCode()).isEqualTo(200);
    HttpResponse<String> noSession =
        post(cloud, piece(token, session, event(now)).replace("$session_id", mark));
    assertThat(noSession.statusCode()).isEqualTo(400);
    assertThat(noSession.body()).startsWith("missing_session_id");
    HttpResponse<String> badSession = post(cloud, piece(token, mark + " ?!", event(now)));
    assertThat(badSession.statusCode()).isEqualTo(400);
    assertThat(badSession.body()).startsWith("invalid_session_id");
    HttpResponse<String> noData =
        post(cloud, piece(token, session, event(now)).replace("$snapshot_data", mark));
    assertThat(noData.statusCode()).isEqualTo(400);
    assertThat(noData.body()).startsWith("missing_snapshot_data");
    assertThat(post(cloud, "{not json " + mark).statusCode()).isEqualTo(400);
    assertThat(post(cloud, brokenZip()).statusCode()).isEqualTo(400);
    assertThat(post(cloud, bomb()).statusCode()).isEqualTo(413);
    assertThat(post(cloud, piece("phx_personal", session, event(now))).statusCode()).isEqualTo(401);
    assertThat(post(cloud, piece("phc_of_nobody", mark, event(now))).statusCode()).isEqualTo(200);
    String poison =
        "7,{\"type\":3,\"mark\":\"%s\"},{\"type\":3,\"data\":{},\"timestamp\":%d},%s"
            .formatted(mark, now - Duration.ofDays(30).toMillis(), event(now + 10));
    assertThat(post(cloud, piece(token, session, poison)).statusCode()).isEqualTo(200);
    assertThat(post(cloud, piece(token, session, event(now + 20))).statusCode()).isEqualTo(200);

    assertRecorded(owner, 3);
    String rejected = "select count() from rejected where reason = '%s' and body like '%%%s%%'";
    for (String reason :
        List.of(
            "missing_session_id",
            "invalid_session_id",
            "missing_snapshot_data",
            "invalid_snapshot")) {
      assertThat(owner.eventually(rejected.formatted(reason, mark), 1)).as(reason).isEqualTo(1);
    }
    String tooFar =
        "select count() from rejected where reason = 'replay_timestamp_too_far' and detail like"
            + " '%"
            + session
            + "%'";
    assertThat(owner.eventually(tooFar, 1)).isEqualTo(1);
  }

  private void assertRecorded(ConsoleUser owner, int events) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    String path = "/api/projects/1/session_recordings/" + session + "/";
    JsonNode seen = JSON.createObjectNode();
    while (seen.path("event_count").asInt() < events && Instant.now().isBefore(deadline)) {
      if (owner.send(path, "GET", JSON.createObjectNode()).statusCode() == 200) {
        seen = owner.get(path);
      }
      Thread.sleep(300);
    }
    assertThat(seen.path("event_count").asInt()).isEqualTo(events);
    assertThat(seen.path("click_count").asInt()).isEqualTo(events);
  }

  private static String event(long at) {
    return "{\"type\":3,\"data\":{\"source\":2,\"type\":2,\"id\":1},\"timestamp\":%d}"
        .formatted(at);
  }

  private static String piece(String token, String session, String events) {
    return """
    [{"event":"$snapshot","properties":{"token":"%s","distinct_id":"ann","$session_id":"%s",\
    "$window_id":"w","$lib":"web","$snapshot_data":[%s]}}]\
    """
        .formatted(token, session, events);
  }

  private static byte[] brokenZip() {
    return new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3};
  }

  private static byte[] bomb() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  private static HttpResponse<String> post(RunningCloud cloud, String body) throws Exception {
    return post(cloud, body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> post(RunningCloud cloud, byte[] body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(cloud.front().resolve("/s/"))
                .header("content-type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
