package dev.tenrec.emulators.sqs;

import dev.tenrec.emulators.protocol.AwsJsonOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The operations of SQS on the files of one directory. */
public final class SqsOperations implements AutoCloseable {
  private final Queues queues;
  private final QueueOperations queue;
  private final MessageOperations message;

  /**
   * Opens the queues in {@code directory}.
   *
   * @param endpoint what the URLs of queues begin with
   */
  public SqsOperations(
      Path directory,
      InstantSource clock,
      Supplier<UUID> ids,
      Supplier<URI> endpoint,
      String region,
      String account) {
    queues = Queues.open(directory, clock, ids);
    queue = new QueueOperations(queues, endpoint, region, account);
    message = new MessageOperations(queues, queue, account);
  }

  /** Every operation by its name. */
  public Map<String, AwsJsonOperation> all() {
    return Map.ofEntries(
        Map.entry("CreateQueue", queue::create),
        Map.entry("GetQueueUrl", queue::find),
        Map.entry("ListQueues", queue::list),
        Map.entry("GetQueueAttributes", queue::describe),
        Map.entry("SetQueueAttributes", queue::change),
        Map.entry("PurgeQueue", queue::purge),
        Map.entry("DeleteQueue", queue::delete),
        Map.entry("SendMessage", message::send),
        Map.entry("SendMessageBatch", message::sendBatch),
        Map.entry("ReceiveMessage", message::receive),
        Map.entry("DeleteMessage", message::delete),
        Map.entry("DeleteMessageBatch", message::deleteBatch),
        Map.entry("ChangeMessageVisibility", message::changeVisibility),
        Map.entry("ChangeMessageVisibilityBatch", message::changeVisibilityBatch));
  }

  @Override
  public void close() {
    try {
      queues.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the queues: " + e, e);
    }
  }
}
