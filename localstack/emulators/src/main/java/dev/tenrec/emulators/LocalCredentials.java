package dev.tenrec.emulators;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The keys that open the emulators (S3 checks signatures; the others take any key). Iceberg takes
 * the name of this class as its {@code client.credentials-provider}.
 */
public final class LocalCredentials implements AwsCredentialsProvider {
  public static final String ACCESS_KEY = "test";
  public static final String SECRET_KEY = "test";
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";

  private LocalCredentials() {}

  public static LocalCredentials create() {
    return new LocalCredentials();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY);
  }
}
