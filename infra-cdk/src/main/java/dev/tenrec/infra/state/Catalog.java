package dev.tenrec.infra.state;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.constructs.Construct;

/** The Glue database that lists the lake's Iceberg tables, for us, Athena, Spark and Trino. */
public final class Catalog extends Construct {
  private final CfnDatabase database;

  /**
   * Creates the database.
   *
   * @param name the installation's name; hyphens become underscores, as SQL wants them
   */
  public Catalog(Construct scope, String id, String name) {
    super(scope, id);
    database =
        CfnDatabase.Builder.create(this, "Database")
            .catalogId(Stack.of(this).getAccount())
            .databaseInput(
                CfnDatabase.DatabaseInputProperty.builder()
                    .name(name.replace('-', '_'))
                    .description("The tables of the Tenrec lake")
                    .build())
            .build();
    database.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  /** The database's name. */
  public String databaseName() {
    return database.getRef();
  }
}
