package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.contract.S3Contract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class TestS3Emulator extends S3Contract {
  @TempDir static Path shared;
  private static S3Emulator emulator;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    emulator = S3Emulator.start(shared);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  protected S3Client client() {
    return emulator.client();
  }

  @Override
  protected String emptyBucket() {
    return emulator.freshBucket("lake");
  }

  @Test
  void keepsObjectsAsPlainFilesAcrossRestartsOnTheSamePort() {
    int port;
    try (S3Emulator first = S3Emulator.start(directory);
        S3Client client = first.client()) {
      port = first.endpoint().getPort();
      first.createBucket("data");
      first.createBucket("data");
      client.putObject(put -> put.bucket("data").key("a/b"), RequestBody.fromString("body"));
    }
    assertThat(directory.resolve("data/a/b")).hasContent("body");
    try (S3Emulator second = S3Emulator.start(directory, port);
        S3Client client = second.client()) {
      assertThat(client.getObjectAsBytes(get -> get.bucket("data").key("a/b")).asUtf8String())
          .isEqualTo("body");
    }
  }
}
