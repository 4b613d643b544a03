package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.constructs.Construct;

/**
 * Stores session recordings. The function that writes their blocks; what it cannot replay goes to
 * the processed stream, with its reason.
 */
public final class Replay extends Construct {
  // A batch is worked on in slices; a smaller one only makes objects smaller.
  private static final int BATCH = 200;

  private final JavaFunction function;
  private final StreamMapping mapping;

  public Replay(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("replay"),
                foundation.zips().zip("functions/replay"),
                "dev.tenrec.replay.ReplayHandler",
                "Tenrec replay: stores session recordings",
                foundation.settings().memory().replay(),
                Duration.ofSeconds(120),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROCESSED_STREAM", state.processed().getStreamName(),
                    "BUCKET", state.bucket().getBucketName(),
                    "SESSIONS_TABLE", state.sessions().getTableName(),
                    "RECORDING_DAYS", String.valueOf(Prefix.RECORDING_DAYS))));
    function.allow(
        Allow.putRecords(state.processed()),
        Allow.getObjects(state.bucket(), Prefix.CLAIMS),
        Allow.putObjects(state.bucket(), Prefix.CLAIMS),
        Allow.putObjects(state.bucket(), Prefix.REPLAY),
        Allow.listObjects(state.bucket()),
        Allow.writeItems(state.sessions()));
    mapping =
        new StreamMapping(
            this,
            "Captured",
            function,
            new StreamMapping.Props(
                state.captured(),
                "captured",
                Kinds.only("snapshots"),
                foundation.settings().freshness().lakeWindow(),
                BATCH,
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
