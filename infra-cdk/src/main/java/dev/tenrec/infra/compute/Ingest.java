package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.constructs.Construct;

/**
 * Turns captured events into processed ones. The function that writes persons, and besides capture
 * the only one that puts records into the processed stream.
 */
public final class Ingest extends Construct {
  private final JavaFunction function;
  private final StreamMapping mapping;

  public Ingest(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("ingest"),
                foundation.zips().zip("functions/ingest"),
                "dev.tenrec.ingest.IngestHandler",
                "Tenrec ingest: resolves persons, publishes accepted events",
                foundation.settings().memory().ingest(),
                Duration.ofSeconds(60),
                foundation.settings().retention().logDays(),
                Map.of(
                    "PROCESSED_STREAM", state.processed().getStreamName(),
                    "BUCKET", state.bucket().getBucketName(),
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "PERSONS_TABLE", state.persons().getTableName())));
    function.allow(
        Allow.putRecords(state.processed()),
        Allow.getObjects(state.bucket(), Prefix.CLAIMS),
        Allow.putObjects(state.bucket(), Prefix.CLAIMS),
        Allow.listObjects(state.bucket()),
        Allow.readItems(state.projects()),
        Allow.writeItems(state.persons()));
    mapping =
        new StreamMapping(
            this,
            "Captured",
            function,
            new StreamMapping.Props(
                state.captured(),
                "captured",
                Kinds.only("events"),
                foundation.settings().freshness().ingestWindow(),
                500,
                foundation.settings().streaming().ingestParallelism(),
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
