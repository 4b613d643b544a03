package dev.tenrec.query.function.results;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ServiceClientConfiguration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Objects under {@code results/} in the data bucket, whose lifecycle rule takes them away. */
public final class S3ResultObjects implements ResultObjects {
  private static final String PREFIX = "results/";
  private static final String GZIP = "gzip";
  private static final Duration VALID = Duration.ofMinutes(15);

  private final S3Client s3;
  private final S3Presigner presigner;
  private final String bucket;

  public S3ResultObjects(S3Client s3, String bucket) {
    this.s3 = requireNonNull(s3, "s3 is null");
    this.presigner = presigner(s3);
    this.bucket = requireNonNull(bucket, "bucket is null");
  }

  // Signs for the place that the client writes to, wherever that is.
  private static S3Presigner presigner(S3Client s3) {
    S3ServiceClientConfiguration client = s3.serviceClientConfiguration();
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(client.region())
            .credentialsProvider(client.credentialsProvider());
    client.endpointOverride().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  @Override
  public void put(String key, StoredResult result) {
    try {
      s3.putObject(
          put -> {
            put.bucket(bucket).key(PREFIX + key).contentType(result.contentType());
            if (result.compressed()) {
              put.contentEncoding(GZIP);
            }
          },
          RequestBody.fromBytes(result.bytes()));
    } catch (SdkException failed) {
      throw unavailable(key, failed);
    }
  }

  @Override
  public Optional<StoredResult> get(String key) {
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.getObjectAsBytes(get -> get.bucket(bucket).key(PREFIX + key));
      return Optional.of(
          new StoredResult(
              object.response().contentType(),
              GZIP.equals(object.response().contentEncoding()),
              object.asByteArray()));
    } catch (NoSuchKeyException missing) {
      return Optional.empty();
    } catch (SdkException failed) {
      throw unavailable(key, failed);
    }
  }

  @Override
  public URI link(String key) {
    return URI.create(
        presigner
            .presignGetObject(
                link ->
                    link.signatureDuration(VALID)
                        .getObjectRequest(get -> get.bucket(bucket).key(PREFIX + key)))
            .url()
            .toString());
  }

  private ResultsUnavailableException unavailable(String key, SdkException failed) {
    return new ResultsUnavailableException(
        "s3://%s/%s%s cannot be reached: %s".formatted(bucket, PREFIX, key, failed.getMessage()),
        failed);
  }
}
