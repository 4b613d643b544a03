package dev.tenrec.emulators;

import dev.tenrec.emulators.contract.SqsContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

class TestSqsEmulator extends SqsContract {
  @TempDir static Path shared;
  private static SqsEmulator emulator;

  @BeforeAll
  static void start() {
    emulator = SqsEmulator.start(shared);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  protected SqsClient client() {
    return emulator.client();
  }
}
