package dev.tenrec.errors;

import dev.tenrec.errors.symbols.CachedMaps;
import dev.tenrec.errors.symbols.FrameResolver;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSets;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.KinesisEnvelopeStream;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The errors function of AWS Lambda: wires {@link ErrorTracking} to the services around it.
 * Environment: {@code ISSUES_TABLE}, {@code BUCKET}, {@code PROCESSED_STREAM}.
 */
public final class ErrorsHandler extends StreamFunction {
  private static final Duration PUBLISHING = Duration.ofSeconds(20);
  // Of uploads, which are compressed; parsed, they take several times as much.
  private static final long CACHED_BYTES = 32L * 1024 * 1024;

  public ErrorsHandler() {
    this(System.getenv());
  }

  ErrorsHandler(Map<String, String> environment) {
    super(errorTracking(environment));
  }

  private static StreamConsumer errorTracking(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    TimeOrderedIds ids = TimeOrderedIds.system();
    String bucket = required(environment, "BUCKET");
    Table issues =
        new Table(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            required(environment, "ISSUES_TABLE"));
    S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    CachedMaps maps =
        new CachedMaps(
            new SymbolSets(issues, clock, ids)::find,
            key -> content(s3, bucket, key),
            clock,
            CACHED_BYTES);
    return new ErrorTracking(
        new EnvelopeReader(S3ClaimStore.connect(bucket)),
        new Grouping(
            new FrameResolver(maps),
            new ExceptionReleases(maps, new Releases(issues, clock, ids)::find),
            new Issues(issues, clock, ids)),
        KinesisEnvelopeStream.connect(
            required(environment, "PROCESSED_STREAM"), bucket, PUBLISHING),
        clock,
        System.out::println);
  }

  private static Optional<byte[]> content(S3Client s3, String bucket, String key) {
    try {
      return Optional.of(
          s3.getObjectAsBytes(request -> request.bucket(bucket).key(key)).asByteArrayUnsafe());
    } catch (NoSuchKeyException gone) {
      return Optional.empty();
    }
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable " + name + " is not set: the errors function needs it");
    }
    return value;
  }
}
