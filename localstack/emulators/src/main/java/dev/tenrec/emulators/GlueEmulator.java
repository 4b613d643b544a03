package dev.tenrec.emulators;

import dev.tenrec.emulators.glue.GlueOperations;
import dev.tenrec.emulators.protocol.AwsJsonServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.glue.GlueClient;

/**
 * The Glue data catalog, as far as Iceberg's {@code GlueCatalog} calls it: databases and tables.
 *
 * <ul>
 *   <li>{@code UpdateTable} with a {@code VersionId} succeeds only over that version, so that of
 *       two racing commits one has to try again.
 *   <li>What was answered survives a crash: one JSON file per database and table, replaced as a
 *       whole.
 *   <li>Only the newest version of a table is kept, as if {@code SkipArchive} were always set.
 * </ul>
 */
public final class GlueEmulator implements AutoCloseable {
  private final AwsJsonServer server;

  private GlueEmulator(AwsJsonServer server) {
    this.server = server;
  }

  /** Starts on any free port with the catalog in {@code dataDirectory}. */
  public static GlueEmulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the catalog in {@code dataDirectory}. */
  public static GlueEmulator start(Path dataDirectory, int port) {
    GlueOperations operations =
        new GlueOperations(dataDirectory, InstantSource.system(), LocalCredentials.ACCOUNT);
    return new GlueEmulator(AwsJsonServer.start(port, "AWSGlue", operations.all()));
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_GLUE}. */
  public URI endpoint() {
    return server.endpoint();
  }

  /** A new client of this emulator; the caller closes it. */
  public GlueClient client() {
    return LocalClients.local(GlueClient.builder(), endpoint()).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
