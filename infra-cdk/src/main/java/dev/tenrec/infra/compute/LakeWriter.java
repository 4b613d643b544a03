package dev.tenrec.infra.compute;

import dev.tenrec.infra.settings.Product;
import dev.tenrec.infra.settings.Settings;
import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * Writes processed records to Parquet files and registers them for the committer. One batch of a
 * shard at a time: the shard's checkpoint advances with the files, which is what makes each record
 * arrive exactly once.
 */
public final class LakeWriter extends Construct {
  private final JavaFunction function;
  private final StreamMapping mapping;

  /**
   * Creates the writer.
   *
   * @param commits the committer's queue
   */
  public LakeWriter(Construct scope, String id, Foundation foundation, IQueue commits) {
    super(scope, id);
    State state = foundation.state();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("lake"),
                foundation.zips().zip("functions/lake"),
                "dev.tenrec.lake.write.LakeHandler",
                "Tenrec lake: writes processed events to Parquet files",
                foundation.settings().memory().lake(),
                Duration.ofMinutes(3),
                foundation.settings().retention().logDays(),
                Map.of(
                    "BUCKET", state.bucket().getBucketName(),
                    "PIPELINE_TABLE", state.pipeline().getTableName(),
                    "GLUE_DATABASE", state.database(),
                    "COMMIT_QUEUE_URL", commits.getQueueUrl())));
    function.allow(
        Allow.getObjects(state.bucket(), Prefix.CLAIMS),
        Allow.getObjects(state.bucket(), Prefix.LAKE),
        Allow.putObjects(state.bucket(), Prefix.LAKE),
        Allow.listObjects(state.bucket()),
        Allow.writeItems(state.pipeline()),
        Allow.writeCatalog(Stack.of(this), state.database()),
        Allow.sendMessages(commits));
    mapping =
        new StreamMapping(
            this,
            "Processed",
            function,
            new StreamMapping.Props(
                state.processed(),
                "processed",
                kinds(foundation.settings()),
                foundation.settings().freshness().lakeWindow(),
                10_000,
                1,
                Duration.ofHours(foundation.settings().retention().streamHours())));
  }

  // Where errors groups exceptions, it puts them back, and the lake must not have them twice.
  private static Kinds kinds(Settings settings) {
    return settings.has(Product.ERRORS) ? Kinds.allBut("exceptions", "internal") : Kinds.all();
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
