package dev.tenrec.lake.pipeline;

import dev.tenrec.emulators.DynamoDbEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TestDynamoDbPipelineState extends PipelineStateContract {
  private static DynamoDbClient client;

  @BeforeAll
  static void connect() {
    client = DynamoDbEmulator.shared().client();
  }

  @AfterAll
  static void disconnect() {
    client.close();
  }

  @Override
  PipelineState state() {
    String table = DynamoDbEmulator.shared().freshTable("pipeline");
    return new DynamoDbPipelineState(client, table, now::get);
  }
}
