package dev.tenrec.emulators;

import dev.tenrec.emulators.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3 on the file system, in this JVM (s3proxy).
 *
 * <ul>
 *   <li>An object is the plain file {@code <data directory>/<bucket>/<key>}, so a key cannot be
 *       both {@code a} and {@code a/b}.
 *   <li>Conditional writes are atomic among all clients of one emulator.
 *   <li>Signatures are checked against {@link LocalCredentials}.
 *   <li>Versioning, tags, lifecycle rules and notifications answer 501.
 * </ul>
 */
public final class S3Emulator implements AutoCloseable {
  private final S3Proxy proxy;
  private final URI endpoint;

  private S3Emulator(S3Proxy proxy, URI endpoint) {
    this.proxy = proxy;
    this.endpoint = endpoint;
  }

  /** Starts on any free port with the objects in {@code dataDirectory}. */
  public static S3Emulator start(Path dataDirectory) {
    return start(dataDirectory, 0);
  }

  /** Starts on {@code port} (0: any free one) with the objects in {@code dataDirectory}. */
  public static S3Emulator start(Path dataDirectory, int port) {
    try {
      Files.createDirectories(dataDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + dataDirectory + ": " + e, e);
    }
    if (port != 0) {
      Ports.claim(port);
    }
    URI address = URI.create("http://127.0.0.1:" + port);
    S3Proxy proxy =
        S3Proxy.builder()
            .endpoint(address)
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4,
                LocalCredentials.ACCESS_KEY,
                LocalCredentials.SECRET_KEY)
            // What a signed address shows, any page may read, as the data bucket's rule allows.
            .corsRules(
                new CrossOriginResourceSharing(
                    List.of("*"), List.of("GET"), List.of("*"), List.of(), ""))
            .blobStore(new FilesystemNio2BlobStore(dataDirectory.toAbsolutePath().toString()))
            .stopTimeout(0)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not start on " + address + ": " + e, e);
    }
    return new S3Emulator(proxy, URI.create("http://127.0.0.1:" + proxy.getPort()));
  }

  /** Where the AWS SDK finds it, for {@code AWS_ENDPOINT_URL_S3}. */
  public URI endpoint() {
    return endpoint;
  }

  /** A new client of this emulator; the caller closes it. */
  public S3Client client() {
    return LocalClients.local(S3Client.builder(), endpoint).build();
  }

  /** Creates the bucket; does nothing if it is there. */
  public void createBucket(String name) {
    try (S3Client client = client()) {
      if (client.listBuckets().buckets().stream().noneMatch(it -> it.name().equals(name))) {
        client.createBucket(bucket -> bucket.bucket(name));
      }
    }
  }

  /**
   * Creates a bucket that no other test uses, and returns its name, which begins with {@code
   * prefix}.
   */
  public String freshBucket(String prefix) {
    String name = prefix + "-" + UUID.randomUUID();
    createBucket(name);
    return name;
  }

  @Override
  public void close() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not stop: " + e, e);
    }
  }
}
