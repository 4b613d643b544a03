package dev.tenrec.emulators;

import dev.tenrec.emulators.protocol.AwsJsonServer;
import dev.tenrec.emulators.sqs.SqsOperations;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Standard SQS queues on files, in this JVM.
 *
 * <ul>
 *   <li>What was answered survives {@code kill -9} of this JVM: messages, how often they were
 *       received and until when they are hidden, queues and their attributes. It is not forced to
 *       the disk, so a power cut may take the last seconds.
 *   <li>A message comes at least once; only the newest receipt handle deletes it.
 *   <li>No FIFO queues.
 * </ul>
 */
public final class SqsEmulator implements AutoCloseable {
  private final SqsOperations operations;
  private final AwsJsonServer server;

  private SqsEmulator(SqsOperations operations, AwsJsonServer server) {
    this.operations = operations;
    this.server = server;
  }

  /** Starts on any free port with the queues in {@code dataDirectory}. */
  public static SqsEmulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the queues in {@code dataDirectory}. */
  public static SqsEmulator start(Path dataDirectory, int port) {
    return start(dataDirectory, port, InstantSource.system());
  }

  /** Starts with a clock of its own, which ends delays, visibility timeouts and retention. */
  public static SqsEmulator start(Path dataDirectory, int port, InstantSource clock) {
    CompletableFuture<URI> endpoint = new CompletableFuture<>();
    SqsOperations operations =
        new SqsOperations(
            dataDirectory,
            clock,
            UUID::randomUUID,
            endpoint::join,
            LocalCredentials.REGION,
            LocalCredentials.ACCOUNT);
    try {
      AwsJsonServer server = AwsJsonServer.start(port, "AmazonSQS", operations.all());
      endpoint.complete(server.endpoint());
      return new SqsEmulator(operations, server);
    } catch (RuntimeException e) {
      operations.close();
      throw e;
    }
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_SQS}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** A new client of this emulator; the caller closes it. */
  public SqsClient client() {
    return LocalClients.local(SqsClient.builder(), endpoint()).build();
  }

  /**
   * Creates a queue that no other test uses, and returns its URL; its name begins with {@code
   * prefix}.
   */
  public String freshQueue(String prefix) {
    try (SqsClient client = client()) {
      return client
          .createQueue(create -> create.queueName(prefix + "-" + UUID.randomUUID()))
          .queueUrl();
    }
  }

  @Override
  public void close() {
    server.close();
    operations.close();
  }
}
