package dev.tenrec.lake.pipeline;

import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Wakes the committer by a message; the messages that gather in a batching window wake it once.
 *
 * @param client the client
 * @param url the queue, {@code COMMIT_QUEUE_URL}
 */
public record SqsCommitQueue(SqsClient client, String url) implements CommitQueue {
  private static final int LATER_SECONDS = 10;

  @Override
  public void nudge() {
    client.sendMessage(message -> message.queueUrl(url).messageBody("{}"));
  }

  @Override
  public void nudgeLater() {
    client.sendMessage(
        message -> message.queueUrl(url).messageBody("{}").delaySeconds(LATER_SECONDS));
  }
}
