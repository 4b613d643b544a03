package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A workflow made by clicking, and its run as the console shows it. */
class TestWorkflowsInConsole {
  @Test
  void aWorkflowBuiltByClickingRunsAndShowsWhatItSent() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    try (RecordingServer receiver = RecordingServer.start()) {
      JsonNode seen =
          NodeScript.run(
              "browser/console-workflow.mjs",
              cloud.front(),
              ConsoleUser.EMAIL,
              ConsoleUser.PASSWORD,
              owner.token(),
              receiver.url("/orders"),
              RunningCloud.ROOT.resolve("localstack/end-to-end/target"));

      assertThat(seen.path("errors")).isEmpty();
      assertThat(seen.path("refused").asText()).startsWith("Line 1, column 11: \"{env.SECRET}\"");
      assertThat(seen.path("status").asText()).isEqualTo("Completed");
      assertThat(seen.path("steps"))
          .extracting(JsonNode::asText)
          .containsExactly("A large order?", "Tell us", "Say thank you");
      assertThat(seen.path("sent").asText())
          .isEqualTo("POST " + receiver.url("/orders?who=browser") + "\n{\"total\": 120}");
      assertThat(seen.path("listed").asText()).contains("Tell us about orders", "Active");
      assertThat(receiver.of("/orders")).isNotEmpty();
      assertThat(receiver.of("/orders").getFirst().body()).isEqualTo("{\"total\": 120}");
    }
  }
}
