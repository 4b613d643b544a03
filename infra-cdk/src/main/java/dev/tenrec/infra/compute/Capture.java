package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.services.lambda.FunctionUrl;
import software.constructs.Construct;

/**
 * Takes events from SDKs. May put records (what it cannot read goes to the processed stream, with
 * its reason), put aside bodies too large for a record, and look up whose token it was given.
 */
public final class Capture extends Construct {
  private final JavaFunction function;
  private final FunctionUrl url;

  public Capture(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("capture"),
                foundation.zips().zip("functions/capture"),
                "dev.tenrec.capture.CaptureHandler",
                "Tenrec capture: takes events from SDKs",
                foundation.settings().memory().capture(),
                Duration.ofSeconds(20),
                foundation.settings().retention().logDays(),
                Map.of(
                    "CAPTURED_STREAM", state.captured().getStreamName(),
                    "PROCESSED_STREAM", state.processed().getStreamName(),
                    "BUCKET", state.bucket().getBucketName(),
                    "PROJECTS_TABLE", state.projects().getTableName()),
                foundation.settings().captureConcurrency()));
    function.allow(
        Allow.putRecords(state.captured()),
        Allow.putRecords(state.processed()),
        Allow.putObjects(state.bucket(), Prefix.CLAIMS),
        Allow.readItems(state.projects()));
    url = function.url();
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }

  /** Where SDKs may send to directly, without the distribution. */
  public FunctionUrl url() {
    return url;
  }
}
