package dev.tenrec.emulators;

/** The keys that open the emulators (S3 checks signatures; the others take any key). */
public final class LocalCredentials {
  public static final String ACCESS_KEY = "test";
  public static final String SECRET_KEY = "test";
  public static final String REGION = "us-east-1";
  public static final String ACCOUNT = "000000000000";

  private LocalCredentials() {}
}
