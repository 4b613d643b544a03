package dev.tenrec.cloud.resources;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.cloud.aws.AwsException;

/** Makes Glue databases. */
final class CatalogMaker {
  private final Making making;

  CatalogMaker(Making making) {
    this.making = making;
  }

  void make() {
    ObjectNode input = JsonNodeFactory.instance.objectNode();
    input.set("DatabaseInput", making.properties().path("DatabaseInput"));
    try {
      making.service().call("CreateDatabase", input);
    } catch (AwsException e) {
      if (!e.code().equals("AlreadyExistsException")) {
        throw e;
      }
    }
  }
}
