package dev.tenrec.infra.state;

import dev.tenrec.infra.settings.Retention;
import dev.tenrec.infra.settings.Streaming;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.kinesis.Stream;
import software.amazon.awscdk.services.kinesis.StreamEncryption;
import software.amazon.awscdk.services.kinesis.StreamMode;
import software.constructs.Construct;

/**
 * The captured and the processed stream, or one stream for both. Retained: for a day they are the
 * only place that holds what was answered 200.
 */
public final class Streams extends Construct {
  private final IStream captured;
  private final IStream processed;

  public Streams(Construct scope, String id, Streaming streaming, Retention retention) {
    super(scope, id);
    captured = stream("Captured", streaming, retention);
    processed =
        switch (streaming.layout()) {
          case SHARED -> captured;
          case SEPARATE -> stream("Processed", streaming, retention);
        };
  }

  /** The stream of what the world sent. */
  public IStream captured() {
    return captured;
  }

  /** The stream of what projects accepted. */
  public IStream processed() {
    return processed;
  }

  private Stream stream(String id, Streaming streaming, Retention retention) {
    return Stream.Builder.create(this, id)
        .streamMode(StreamMode.PROVISIONED)
        .shardCount(streaming.shards())
        .retentionPeriod(Duration.hours(retention.streamHours()))
        .encryption(StreamEncryption.MANAGED)
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }
}
