package dev.tenrec.replay;

import dev.tenrec.recordings.DynamoDbRecordingStore;
import dev.tenrec.recordings.S3BlockStore;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.KinesisEnvelopeStream;
import dev.tenrec.streams.S3ClaimStore;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The replay function of AWS Lambda: wires {@link Replay} to the services around it. Environment:
 * {@code SESSIONS_TABLE}, {@code BUCKET}, {@code PROCESSED_STREAM} (what changed and what is
 * rejected), {@code RECORDING_DAYS} (how long the index keeps a recording).
 */
public final class ReplayHandler extends StreamFunction {
  private static final Duration PUBLISHING = Duration.ofSeconds(20);

  public ReplayHandler() {
    this(System.getenv());
  }

  ReplayHandler(Map<String, String> environment) {
    super(replay(environment));
  }

  private static StreamConsumer replay(Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    String bucket = required(environment, "BUCKET");
    Duration kept = Duration.ofDays(Long.parseLong(required(environment, "RECORDING_DAYS")));
    return new Replay(
        new EnvelopeReader(S3ClaimStore.connect(bucket)),
        new DynamoDbRecordingStore(
            DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
            required(environment, "SESSIONS_TABLE"),
            kept),
        S3BlockStore.connect(bucket),
        KinesisEnvelopeStream.connect(
            required(environment, "PROCESSED_STREAM"), bucket, PUBLISHING),
        kept,
        clock,
        System.out::println);
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Environment variable " + name + " is not set: the replay function needs it");
    }
    return value;
  }
}
