package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.posthog.server.PostHog;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The official server SDKs with only the host changed. */
class TestServerSdks {
  @Test
  void everyEventOfTheNodeSdkIsFoundOnce() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());

    NodeScript.run("sdk/send-node.mjs", cloud.front(), owner.token(), 1_000);

    String counted = "select count() from events where event = 'sent by node'";
    assertThat(owner.eventually(counted, 1_000)).isEqualTo(1_000);
    JsonNode row =
        owner
            .rows(
                "select count(distinct uuid), count(distinct person_id), sum(properties.number)"
                    + " from events where event = 'sent by node'")
            .path(0);
    assertThat(row.path(0).asLong()).isEqualTo(1_000);
    assertThat(row.path(1).asLong()).isEqualTo(10);
    assertThat(row.path(2).asLong()).isEqualTo(499_500);
    assertThat(
            owner
                .rows(
                    "select properties.text from events where event = 'sent by node' and"
                        + " properties.number = 7")
                .path(0)
                .path(0)
                .asText())
        .isEqualTo("naïve \"quoted\" 7");
    assertThat(owner.eventually("select count() from persons where properties.plan = 'pro'", 1))
        .isEqualTo(1);
  }

  @Test
  void everyEventOfTheJavaSdkIsFoundOnce() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());

    // Of its own, so that a second attempt does not count what the first one sent.
    String event = "sent by java " + UUID.randomUUID();
    PostHogConfig config =
        PostHogConfig.builder(owner.token())
            .host(cloud.front().toString())
            .preloadFeatureFlags(false)
            .flushIntervalSeconds(2)
            .build();
    PostHogInterface client = PostHog.with(config);
    for (int i = 0; i < 500; i++) {
      Map<String, Object> properties = new HashMap<>();
      properties.put("number", i);
      client.capture(
          "java-" + i % 5,
          event,
          com.posthog.server.PostHogCaptureOptions.builder().properties(properties).build());
    }
    client.flush();

    String counted = "select count() from events where event = '" + event + "'";
    assertThat(owner.eventually(counted, 500)).isEqualTo(500);
    // Not before: the SDK drops what it holds when it is closed while it is sending.
    client.close();
    assertThat(
            owner
                .rows("select count(distinct uuid) from events where event = '" + event + "'")
                .path(0)
                .path(0)
                .asLong())
        .isEqualTo(500);
  }
}
