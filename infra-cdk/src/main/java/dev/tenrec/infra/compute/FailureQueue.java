package dev.tenrec.infra.compute;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** A queue where what failed for good waits two weeks for a human. */
final class FailureQueue extends Construct {
  private final Queue queue;

  FailureQueue(Construct scope, String id) {
    super(scope, id);
    queue =
        Queue.Builder.create(this, "Queue")
            .retentionPeriod(Duration.days(14))
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .build();
  }

  Queue queue() {
    return queue;
  }
}
