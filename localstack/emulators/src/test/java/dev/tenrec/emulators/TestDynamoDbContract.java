package dev.tenrec.emulators;

import dev.tenrec.emulators.contract.DynamoDbContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract on the program that is chosen here: dynoxide, or else DynamoDB Local. */
class TestDynamoDbContract extends DynamoDbContract {

  @Override
  protected DynamoDbClient client() {
    return DynamoDbEmulator.shared().client();
  }

  @Override
  protected String emptyTable() {
    return DynamoDbEmulator.shared().freshTable("contract");
  }
}
