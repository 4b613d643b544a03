package dev.tenrec.recordings;

import dev.tenrec.emulators.DynamoDbEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TestDynamoDbRecordingStore extends RecordingStoreContract {
  private static DynamoDbClient client;
  private static RecordingStore store;

  @BeforeAll
  static void start() {
    client = DynamoDbEmulator.shared().client();
    store =
        new DynamoDbRecordingStore(
            client, DynamoDbEmulator.shared().freshTable("sessions"), Duration.ofDays(30));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Override
  RecordingStore store() {
    return store;
  }
}
