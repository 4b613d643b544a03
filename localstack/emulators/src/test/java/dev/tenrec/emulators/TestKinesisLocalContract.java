package dev.tenrec.emulators;

import dev.tenrec.emulators.contract.KinesisContract;
import dev.tenrec.emulators.process.GuardedProcess;
import dev.tenrec.emulators.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The contract on an implementation that others wrote, if it is installed: it keeps ours honest.
 */
@EnabledIfEnvironmentVariable(
    named = TestKinesisLocalContract.SETTING,
    matches = ".+",
    disabledReason =
        "'npm install kinesis-local@0.6.2' in a directory of its own and name that in the variable")
class TestKinesisLocalContract extends KinesisContract {
  static final String SETTING = "TENREC_KINESIS_LOCAL";

  // It looks for its files in the working directory.
  private static final String START =
      """
      cd "$0"
      KINESIS_MOCK_PLAIN_PORT="$1" KINESIS_MOCK_TLS_PORT="$2" exec node main.js
      """;

  @TempDir static Path directory;
  private static Optional<GuardedProcess> process = Optional.empty();
  private static URI endpoint;

  @BeforeAll
  static void start() {
    String program = Path.of(System.getenv(SETTING), "node_modules", "kinesis-local").toString();
    int port = Ports.claim(0);
    String tlsPort = "" + Ports.claim(0);
    endpoint = URI.create("http://127.0.0.1:" + port);
    process =
        Optional.of(
            GuardedProcess.start(
                List.of("/bin/sh", "-c", START, program, "" + port, tlsPort),
                directory.resolve("output.log"),
                Optional.empty()));
    process.get().awaitAnswer(endpoint, "kinesis-local", Duration.ofSeconds(60));
  }

  @AfterAll
  static void stop() {
    process.ifPresent(GuardedProcess::close);
  }

  @Override
  @Test
  @Disabled("it splits one shard instead of making equal ones")
  protected void changesTheNumberOfShardsAndListsThemByTheirState() {}

  @Override
  @Test
  @Disabled("it takes more than 500 records")
  protected void refusesWhatIsTooLarge() {}

  @Override
  protected KinesisClient client() {
    return LocalClients.local(KinesisClient.builder(), endpoint).build();
  }
}
