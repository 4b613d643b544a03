package dev.tenrec.infra.compute;

import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Appends registered files to the lake's tables. Its queue carries nudges, not data: what there is
 * to commit is written in the pipeline table, so a lost nudge only delays. A committer that could
 * not finish nudges itself.
 */
public final class Committer extends Construct {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final JavaFunction function;
  private final Queue queue;
  private final Queue failures;

  public Committer(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    long window = foundation.settings().freshness().commitWindow().toSeconds();
    failures = new FailureQueue(this, "Failures").queue();
    queue =
        Queue.Builder.create(this, "Queue")
            // As long as Lambda's own retries of a throttled batch may take.
            .visibilityTimeout(seconds(6 * TIMEOUT.toSeconds() + window))
            .retentionPeriod(software.amazon.awscdk.Duration.days(4))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .deadLetterQueue(DeadLetterQueue.builder().queue(failures).maxReceiveCount(5).build())
            .build();
    function =
        new JavaFunction(
            this,
            "Function",
            new JavaFunction.Props(
                foundation.functionName("commit"),
                foundation.zips().zip("functions/commit"),
                "dev.tenrec.commit.CommitHandler",
                "Tenrec commit: appends written files to the tables",
                foundation.settings().memory().commit(),
                TIMEOUT,
                foundation.settings().retention().logDays(),
                Map.of(
                    "BUCKET", state.bucket().getBucketName(),
                    "PIPELINE_TABLE", state.pipeline().getTableName(),
                    "GLUE_DATABASE", state.database(),
                    "COMMIT_QUEUE_URL", queue.getQueueUrl())));
    function.allow(
        Allow.getObjects(state.bucket(), Prefix.LAKE),
        Allow.putObjects(state.bucket(), Prefix.LAKE),
        Allow.deleteObjects(state.bucket(), Prefix.LAKE),
        Allow.listObjects(state.bucket()),
        Allow.writeItems(state.pipeline()),
        Allow.writeCatalog(Stack.of(this), state.database()),
        Allow.sendMessages(queue));
    queue.grantConsumeMessages(function.role());
    EventSourceMapping.Builder.create(this, "Mapping")
        .target(function.alias())
        .eventSourceArn(queue.getQueueArn())
        .batchSize(1000)
        .maxBatchingWindow(seconds(window))
        // The least Lambda allows; the lease sees to it that only one commits.
        .maxConcurrency(2)
        .build();
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }

  /** Where to send a nudge. */
  public Queue queue() {
    return queue;
  }

  /** Nudges that failed again and again. */
  public Queue failures() {
    return failures;
  }

  private static software.amazon.awscdk.Duration seconds(long seconds) {
    return software.amazon.awscdk.Duration.seconds(seconds);
  }
}
