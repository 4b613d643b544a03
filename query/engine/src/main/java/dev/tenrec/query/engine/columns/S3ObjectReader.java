package dev.tenrec.query.engine.columns;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads objects {@code s3://bucket/key}. */
record S3ObjectReader(S3Client s3) implements ObjectReader {
  private static final String SCHEME = "s3://";

  S3ObjectReader {
    requireNonNull(s3, "s3 is null");
  }

  @Override
  public InputStream open(String location, long start, long length) throws IOException {
    int slash = location.indexOf('/', SCHEME.length());
    if (!location.startsWith(SCHEME) || slash < 0) {
      throw new IllegalArgumentException(
          "\"" + location + "\" is not the place of an object: write s3://bucket/key");
    }
    try {
      return s3.getObject(
          get ->
              get.bucket(location.substring(SCHEME.length(), slash))
                  .key(location.substring(slash + 1))
                  .range("bytes=" + start + "-" + (start + length - 1)));
    } catch (SdkException failed) {
      throw new IOException("Could not read " + location + ": " + failed.getMessage(), failed);
    }
  }
}
