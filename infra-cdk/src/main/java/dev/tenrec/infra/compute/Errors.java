package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.constructs.Construct;

/**
 * Gives exceptions their issues. The function takes them out of the processed stream and puts them
 * back with their issues, as what the lake and workflows read.
 */
public final class Errors extends Construct {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final JavaFunction function;
  private final StreamMapping mapping;

  public Errors(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("errors"),
                foundation.zips().zip("functions/errors"),
                "dev.tenrec.errors.ErrorsHandler",
                "Tenrec errors: groups exceptions into issues",
                foundation.settings().memory().errors(),
                Duration.ofSeconds(120),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROCESSED_STREAM", state.processed().getStreamName(),
                    "BUCKET", state.bucket().getBucketName(),
                    "ISSUES_TABLE", state.issues().getTableName())));
    function.allow(
        Allow.putRecords(state.processed()),
        Allow.getObjects(state.bucket(), Prefix.CLAIMS),
        Allow.putObjects(state.bucket(), Prefix.CLAIMS),
        Allow.getObjects(state.bucket(), Prefix.SYMBOLS),
        Allow.listObjects(state.bucket()),
        Allow.writeItems(state.issues()));
    mapping =
        new StreamMapping(
            this,
            "Processed",
            function,
            new StreamMapping.Props(
                state.processed(),
                "processed",
                Kinds.only("exceptions"),
                WINDOW,
                200,
                1,
                Duration.ofHours(foundation.settings().retention().streamHours())));
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }

  /** Its feed. */
  public StreamMapping mapping() {
    return mapping;
  }
}
