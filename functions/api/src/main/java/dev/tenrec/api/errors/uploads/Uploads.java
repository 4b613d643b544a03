package dev.tenrec.api.errors.uploads;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Lets programs send files to the data bucket and fetch them from it. What is lent is this
 * function's own permission, for one key and some minutes.
 */
public final class Uploads {
  /** The largest file. */
  public static final long MOST_BYTES = 100L * 1024 * 1024;

  private static final Duration SENDING = Duration.ofMinutes(15);
  private static final Duration FETCHING = Duration.ofHours(1);

  private final Place place;
  private final AwsCredentialsProvider credentials;
  private final InstantSource clock;

  public Uploads(Place place, AwsCredentialsProvider credentials, InstantSource clock) {
    this.place = requireNonNull(place, "place is null");
    this.credentials = requireNonNull(credentials, "credentials is null");
    this.clock = requireNonNull(clock, "clock is null");
  }

  /** Uploads to the bucket that the environment names. Connects at the first call. */
  public static Uploads connect(Map<String, String> environment, InstantSource clock) {
    return new Uploads(
        new Place(
            environment.getOrDefault("BUCKET", ""),
            environment.getOrDefault("AWS_REGION", "us-east-1"),
            Optional.ofNullable(environment.get("AWS_ENDPOINT_URL_S3")).map(URI::create)),
        DefaultCredentialsProvider.builder().build(),
        clock);
  }

  /** Permission to send the object of that key, at most {@link #MOST_BYTES}. */
  public UploadForm form(String key) {
    // S3 answers a policy with fractions of a second, but reads its date without them.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new UploadForm(
        place.url(),
        new PostPolicy(place.bucket(), place.region(), credentials.resolveCredentials())
            .fields(key, MOST_BYTES, now, SENDING));
  }

  /** How large the object of that key is; empty when there is none. */
  public OptionalLong size(String key) {
    try (S3Client s3 = client()) {
      return OptionalLong.of(
          s3.headObject(request -> request.bucket(place.bucket()).key(key)).contentLength());
    } catch (NoSuchKeyException none) {
      return OptionalLong.empty();
    }
  }

  /** Where the object of that key can be fetched for an hour. */
  public String downloadUrl(String key) {
    S3Presigner.Builder builder =
        S3Presigner.builder()
            .region(Region.of(place.region()))
            .credentialsProvider(credentials)
            .serviceConfiguration(
                S3Configuration.builder()
                    .pathStyleAccessEnabled(place.endpoint().isPresent())
                    .build());
    place.endpoint().ifPresent(builder::endpointOverride);
    try (S3Presigner presigner = builder.build()) {
      return presigner
          .presignGetObject(
              request ->
                  request
                      .signatureDuration(FETCHING)
                      .getObjectRequest(get -> get.bucket(place.bucket()).key(key)))
          .url()
          .toString();
    }
  }

  /** Removes the object of that key, if there is one. */
  public void delete(String key) {
    try (S3Client s3 = client()) {
      s3.deleteObject(request -> request.bucket(place.bucket()).key(key));
    }
  }

  private S3Client client() {
    var builder =
        S3Client.builder()
            .region(Region.of(place.region()))
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create());
    place.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /**
   * Where the bucket is.
   *
   * @param bucket its name
   * @param region its region
   * @param endpoint S3 itself, where it is not AWS's
   */
  public record Place(String bucket, String region, Optional<URI> endpoint) {
    public Place {
      requireNonNull(bucket, "bucket is null");
      requireNonNull(region, "region is null");
      requireNonNull(endpoint, "endpoint is null");
    }

    String url() {
      return endpoint
          .map(uri -> uri.toString().replaceAll("/$", "") + "/" + bucket)
          .orElseGet(() -> "https://%s.s3.%s.amazonaws.com/".formatted(bucket, region));
    }
  }
}
