package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.contract.GlueContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;

class TestGlueEmulator extends GlueContract {
  @TempDir static Path shared;
  private static GlueEmulator emulator;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    emulator = GlueEmulator.start(shared);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Override
  protected GlueClient client() {
    return emulator.client();
  }

  @Test
  void keepsTheCatalogAcrossRestartsOnTheSamePort() {
    int port;
    try (GlueEmulator first = GlueEmulator.start(directory);
        GlueClient client = first.client()) {
      port = first.endpoint().getPort();
      client.createDatabase(create -> create.databaseInput(input -> input.name("tenrec")));
      client.createTable(
          create -> create.databaseName("tenrec").tableInput(input -> input.name("events")));
    }
    try (GlueEmulator second = GlueEmulator.start(directory, port);
        GlueClient client = second.client()) {
      assertThat(
              client.getTable(get -> get.databaseName("tenrec").name("events")).table().versionId())
          .isEqualTo("0");
    }
  }
}
