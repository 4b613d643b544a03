package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Compacts the lake's tables every hour and removes what no snapshot needs any more. */
public final class Maintenance extends Construct {
  private final JavaFunction function;

  public Maintenance(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("maintenance"),
                foundation.zips().zip("functions/maintenance"),
                "dev.tenrec.maintenance.MaintenanceHandler",
                "Tenrec maintenance: compacts the tables",
                foundation.settings().memory().maintenance(),
                Duration.ofMinutes(15),
                foundation.settings().retention().logDays(),
                Map.of(
                    "BUCKET", state.bucket().getBucketName(),
                    "PIPELINE_TABLE", state.pipeline().getTableName(),
                    "GLUE_DATABASE", state.database())));
    function.allow(
        Allow.getObjects(state.bucket(), Prefix.LAKE),
        Allow.putObjects(state.bucket(), Prefix.LAKE),
        Allow.deleteObjects(state.bucket(), Prefix.LAKE),
        Allow.listObjects(state.bucket()),
        Allow.writeItems(state.pipeline()),
        Allow.writeCatalog(Stack.of(this), state.database()));
    new Timer(this, "Hourly", function, "rate(1 hour)", "{}");
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }
}
