package dev.tenrec.infra.compute;

import dev.tenrec.infra.settings.Product;
import dev.tenrec.infra.state.Prefix;
import dev.tenrec.infra.state.State;
import java.time.Duration;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * Starts workflow runs for processed events and takes them on. Its queue carries wake-ups, not
 * data: a run is written in the runs table, and the timer wakes every one whose wake-up was lost.
 */
public final class Workflows extends Construct {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);
  private static final Duration WINDOW = Duration.ofSeconds(1);
  // Each wake-up calls at most one address, which takes ten seconds at most.
  private static final int WAKE_UPS = 10;

  private final JavaFunction function;
  private final Queue queue;
  private final StreamMapping mapping;

  public Workflows(Construct scope, String id, Foundation foundation) {
    super(scope, id);
    State state = foundation.state();
    Queue failures = new FailureQueue(this, "Failures").queue();
    queue =
        Queue.Builder.create(this, "Queue")
            .visibilityTimeout(seconds(6 * TIMEOUT.toSeconds()))
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
                foundation.functionName("workflows"),
                foundation.zips().zip("functions/workflows"),
                "dev.tenrec.workflows.WorkflowsHandler",
                "Tenrec workflows: starts workflow runs and takes them on",
                foundation.settings().memory().workflows(),
                TIMEOUT,
                foundation.settings().retention().logDays(),
                Map.of(
                    "BUCKET", state.bucket().getBucketName(),
                    "PROJECTS_TABLE", state.projects().getTableName(),
                    "DEFINITIONS_TABLE", state.definitions().getTableName(),
                    "RUNS_TABLE", state.runs().getTableName(),
                    "WORKFLOW_QUEUE_URL", queue.getQueueUrl())));
    function.allow(
        Allow.getObjects(state.bucket(), Prefix.CLAIMS),
        Allow.listObjects(state.bucket()),
        Allow.readItems(state.projects(), state.definitions()),
        Allow.writeItems(state.runs()),
        Allow.sendMessages(queue),
        Allow.sendEmails(Stack.of(this)));
    mapping =
        new StreamMapping(
            this,
            "Processed",
            function,
            new StreamMapping.Props(
                state.processed(),
                "processed",
                Kinds.only(
                    "events",
                    "internal",
                    foundation.settings().has(Product.ERRORS) ? "grouped" : "exceptions"),
                WINDOW,
                500,
                1,
                Duration.ofHours(foundation.settings().retention().streamHours())));
    queue.grantConsumeMessages(function.role());
    EventSourceMapping.Builder.create(this, "Mapping")
        .target(function.alias())
        .eventSourceArn(queue.getQueueArn())
        .batchSize(WAKE_UPS)
        .reportBatchItemFailures(true)
        .build();
    new Timer(this, "Minutely", function, "rate(1 minute)", "{}");
  }

  /** The function. */
  public JavaFunction function() {
    return function;
  }

  /** Where runs are woken. */
  public IQueue queue() {
    return queue;
  }

  /** Its feed. */
  public StreamMapping mapping() {
    return mapping;
  }

  private static software.amazon.awscdk.Duration seconds(long seconds) {
    return software.amazon.awscdk.Duration.seconds(seconds);
  }
}
