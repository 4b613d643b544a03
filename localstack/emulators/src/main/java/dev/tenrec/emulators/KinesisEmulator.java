package dev.tenrec.emulators;

import dev.tenrec.emulators.kinesis.KinesisFaults;
import dev.tenrec.emulators.kinesis.KinesisOperations;
import dev.tenrec.emulators.protocol.AwsJsonServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * Kinesis data streams on files, in this JVM, in JSON and CBOR.
 *
 * <ul>
 *   <li>A record whose put was answered survives {@code kill -9} of this JVM: the operating system
 *       had it before the answer. It is not forced to the disk, so a power cut may take the last
 *       seconds.
 *   <li>The records of one shard keep their order; splitting, merging and resizing keep the lineage
 *       of parent and child shards.
 *   <li>Nothing is throttled unless {@link #faults()} says so.
 * </ul>
 */
public final class KinesisEmulator implements AutoCloseable {
  private final KinesisOperations operations;
  private final AwsJsonServer server;

  private KinesisEmulator(KinesisOperations operations, AwsJsonServer server) {
    this.operations = operations;
    this.server = server;
  }

  /** Starts on any free port with the streams in {@code dataDirectory}. */
  public static KinesisEmulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the streams in {@code dataDirectory}. */
  public static KinesisEmulator start(Path dataDirectory, int port) {
    return start(dataDirectory, port, InstantSource.system());
  }

  /** Starts with a clock of its own, which stamps records and ends their retention. */
  public static KinesisEmulator start(Path dataDirectory, int port, InstantSource clock) {
    KinesisOperations operations =
        new KinesisOperations(
            dataDirectory, clock, LocalCredentials.REGION, LocalCredentials.ACCOUNT);
    try {
      return new KinesisEmulator(
          operations, AwsJsonServer.start(port, "Kinesis_20131202", operations.all()));
    } catch (RuntimeException e) {
      operations.close();
      throw e;
    }
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_KINESIS}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** A new client of this emulator; the caller closes it. */
  public KinesisClient client() {
    return LocalClients.local(KinesisClient.builder(), endpoint()).build();
  }

  /**
   * Creates a stream that no other test uses, and returns its name, which begins with {@code
   * prefix}.
   */
  public String freshStream(String prefix, int shards) {
    String name = prefix + "-" + UUID.randomUUID();
    try (KinesisClient client = client()) {
      client.createStream(create -> create.streamName(name).shardCount(shards));
    }
    return name;
  }

  /** What can be made to go wrong. */
  public KinesisFaults faults() {
    return operations.faults();
  }

  @Override
  public void close() {
    server.close();
    operations.close();
  }
}
