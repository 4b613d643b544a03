package dev.tenrec.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.demo.sending.TestingCaptureServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TestMain {
  private static final Optional<String> NO_KEY = Optional.empty();

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void aRunEndsWithWhatWasSent() throws InterruptedException {
    try (TestingCaptureServer server = new TestingCaptureServer()) {
      assertThat(run(server.host().toString(), false)).isZero();
      assertThat(printed())
          .contains(
              "Sending 3 days", " 100 %", "events of", "$pageview", "Revenue", "0 of them again")
          .doesNotContain("\r[");
      assertThat(server.batches()).isNotEmpty();
    }
  }

  @Test
  void withAKeyTheProjectIsSetUpFirstAndEveryKindOfDataComes() throws InterruptedException {
    try (TestingCaptureServer server = new TestingCaptureServer()) {
      int ended =
          Main.run(
              out,
              false,
              Optional.of("phx_1"),
              "--host",
              server.host().toString(),
              "--token",
              "phc_1",
              "--days",
              "5",
              "--visitors",
              "400");
      assertThat(ended).isZero();
      assertThat(printed())
          .containsSubsequence("Setting up", "4 feature flags", "Traffic", "Recordings", " visits");
      assertThat(server.made("workflows")).hasSize(1);
      assertThat(server.questions()).isNotEmpty();
      assertThat(server.recordings()).isNotEmpty();
      assertThat(server.batches().toString()).contains("$feature/free-shipping-banner");
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void inATerminalOneLineMoves() throws InterruptedException {
    try (TestingCaptureServer server = new TestingCaptureServer()) {
      assertThat(run(server.host().toString(), true)).isZero();
      assertThat(printed())
          .contains("\r  Traffic      [", "################################] 100 %");
    }
  }

  @Test
  void aServerThatRefusesIsQuoted() throws InterruptedException {
    try (TestingCaptureServer server = new TestingCaptureServer()) {
      server.refuse(401, 401, 401, 401);
      assertThat(run(server.host().toString(), false)).isEqualTo(1);
      assertThat(printed()).contains("answered 401: not now");
    }
  }

  @Test
  void wrongUsageIsExplained() throws InterruptedException {
    assertThat(Main.run(out, false, NO_KEY, "--what")).isEqualTo(2);
    assertThat(printed()).contains("There is no option --what", "--visitors");
    assertThat(Main.run(out, false, NO_KEY, "--help")).isZero();
  }

  private int run(String host, boolean terminal) throws InterruptedException {
    return Main.run(
        out,
        terminal,
        NO_KEY,
        "--host",
        host,
        "--token",
        "phc_1",
        "--days",
        "3",
        "--visitors",
        "80");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
