package dev.tenrec.emulators;

import dev.tenrec.emulators.contract.KinesisContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The contract over JSON, which other languages' SDKs speak. */
class TestKinesisEmulatorJson extends KinesisContract {
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
    String setting = SdkSystemSetting.CBOR_ENABLED.property();
    System.setProperty(setting, "false");
    try {
      return emulator.client();
    } finally {
      System.clearProperty(setting);
    }
  }
}
