package dev.tenrec.cloud.aws;

import static java.util.Objects.requireNonNull;

/** An access key pair. */
public record Credentials(String accessKeyId, String secretAccessKey) {
  /** What every emulator accepts. */
  public static final Credentials LOCAL = new Credentials("test", "test");

  public Credentials {
    requireNonNull(accessKeyId, "accessKeyId is null");
    requireNonNull(secretAccessKey, "secretAccessKey is null");
  }
}
