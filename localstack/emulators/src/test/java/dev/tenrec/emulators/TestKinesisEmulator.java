package dev.tenrec.emulators;

import dev.tenrec.emulators.contract.KinesisContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The contract over CBOR, which the SDK speaks unless told otherwise. */
class TestKinesisEmulator extends KinesisContract {
  @TempDir static Path directory;
  private static KinesisEmulator emulator;

  @BeforeAll
  static void start() {
    emulator = KinesisEmulator.start(directory);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  protected KinesisClient client() {
    return emulator.client();
  }
}
