package dev.tenrec.infra.state;

import dev.tenrec.infra.settings.Settings;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.dynamodb.ITableV2;
import software.amazon.awscdk.services.kinesis.IStream;
import software.constructs.Construct;

/**
 * Everything that holds data, in a stack that survives. Deleting the stack is refused, and leaves
 * the data where it is once that protection has been removed.
 */
public final class StateStack extends Stack {
  private final State state;

  public StateStack(Construct scope, String id, StackProps props, Settings settings) {
    super(scope, id, props);
    setTerminationProtection(true);
    Streams streams = new Streams(this, "Streams", settings.streaming(), settings.retention());
    DataBucket data = new DataBucket(this, "Data", settings.retention());
    Tables tables = new Tables(this, "Tables");
    Catalog catalog = new Catalog(this, "Catalog", settings.name());
    state =
        new State(
            streams.captured(),
            streams.processed(),
            data.bucket(),
            tables.projects(),
            tables.definitions(),
            tables.persons(),
            tables.pipeline(),
            tables.sessions(),
            tables.runs(),
            tables.issues(),
            catalog.databaseName());
    export();
  }

  /** What the stack holds. */
  public State state() {
    return state;
  }

  // Exported whether or not a function uses it today: an export that disappears while the deployed
  // Compute stack still imports it would block the update that stops importing it.
  private void export() {
    for (IStream stream : List.of(state.captured(), state.processed())) {
      exportValue(stream.getStreamArn());
      exportValue(stream.getStreamName());
    }
    for (ITableV2 table :
        List.of(
            state.projects(),
            state.definitions(),
            state.persons(),
            state.pipeline(),
            state.sessions(),
            state.runs(),
            state.issues())) {
      exportValue(table.getTableArn());
      exportValue(table.getTableName());
    }
    exportValue(state.bucket().getBucketArn());
    exportValue(state.bucket().getBucketName());
    exportValue(state.database());
  }
}
