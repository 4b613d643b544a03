package dev.tenrec.recordings;

import dev.tenrec.emulators.S3Emulator;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class TestS3BlockStore extends BlockStoreContract {
  @TempDir static Path directory;

  private static S3Emulator emulator;
  private static BlockStore store;

  @BeforeAll
  static void start() {
    emulator = S3Emulator.start(directory);
    store = new S3BlockStore(emulator.client(), emulator.freshBucket("data"));
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  BlockStore store() {
    return store;
  }
}
