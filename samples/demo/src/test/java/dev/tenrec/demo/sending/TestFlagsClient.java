package dev.tenrec.demo.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.demo.shop.FlagSource.Answer;
import dev.tenrec.demo.shop.FlagSource.Question;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestFlagsClient {
  private final TestingCaptureServer server = new TestingCaptureServer();
  private final FlagsClient flags =
      new FlagsClient(new Connection(server.host(), _ -> {}), "phc_1");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void someDevicesAskAndEachAsksOnce() {
    for (int round = 0; round < 2; round++) {
      IntStream.range(0, 300).forEach(number -> flags.ask(question("device-" + number)));
    }
    assertThat(server.questions()).hasSizeBetween(60, 140);
  }

  @Test
  void theQuestionAndTheAnswerAreThoseOfAnSdk() {
    Question asked =
        IntStream.range(0, 300)
            .mapToObj(number -> question("device-" + number))
            .filter(question -> !flags.ask(question).isEmpty())
            .findFirst()
            .orElseThrow();
    JsonNode sent = server.questions().getFirst();
    assertThat(sent.path("token").asText()).isEqualTo("phc_1");
    assertThat(sent.path("distinct_id").asText()).isEqualTo("ada@mail.example");
    assertThat(sent.path("$device_id").asText()).isEqualTo(asked.deviceId());
    assertThat(sent.path("$anon_distinct_id").asText()).isEqualTo("before");
    assertThat(sent.path("person_properties").path("newsletter").asText()).isEqualTo("true");

    Answer answer = flags.ask(asked).get("free-shipping-banner");
    assertThat(answer.value().asText()).isEqualTo("banner");
    assertThat(answer.id()).isEqualTo(7);
    assertThat(answer.version()).isEqualTo(3);
    assertThat(answer.reason()).isEqualTo("Matched condition set 1");
  }

  private static Question question(String device) {
    return new Question(
        "ada@mail.example", device, Optional.of("before"), Map.of("newsletter", "true"));
  }
}
