package dev.tenrec.stores.groups;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TestDynamoDbGroupStore extends GroupStoreContract {
  private static DynamoDbClient client;

  @BeforeAll
  static void start() {
    client = DynamoDbEmulator.shared().client();
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Override
  GroupStore store() {
    String table = DynamoDbEmulator.shared().freshTable("groups");
    return new DynamoDbGroupStore(new BatchTable(client, table, 100, Pauses.system()));
  }
}
