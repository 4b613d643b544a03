package dev.tenrec.stores.persons;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TestDynamoDbPersonStore extends PersonStoreContract {
  private static DynamoDbClient client;
  private static PersonStore store;

  @BeforeAll
  static void start() {
    client = DynamoDbEmulator.shared().client();
    String table = DynamoDbEmulator.shared().freshTable("persons");
    store = new DynamoDbPersonStore(new BatchTable(client, table, 100, Pauses.system()));
  }

  @AfterAll
  static void stop() {
    client.close();
  }

  @Override
  PersonStore store() {
    return store;
  }
}
