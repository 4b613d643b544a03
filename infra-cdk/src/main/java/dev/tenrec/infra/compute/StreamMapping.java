package dev.tenrec.infra.compute;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.kinesis.IStream;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.SqsDlq;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Feeds a function from a stream, in order, losing nothing silently.
 *
 * <p>A batch that fails is tried again, split in halves to find the record that fails, until half
 * of the stream's retention has passed. Only then does the function go on, and where the records
 * are (shard and sequence numbers) waits in {@link #failures()}, with the other half of the
 * retention left to put them through again. Records that can never work are not meant to get here:
 * the functions put those aside with their reason.
 */
public final class StreamMapping extends Construct {
  private static final Duration LONGEST_AGE = Duration.ofDays(7);

  private final Queue failures;

  public StreamMapping(Construct scope, String id, JavaFunction function, Props props) {
    super(scope, id);
    failures = new FailureQueue(this, "Failures").queue();
    function.allow(Allow.readRecords(props.stream()));
    EventSourceMapping.Builder.create(this, "Mapping")
        .target(function.alias())
        .eventSourceArn(props.stream().getStreamArn())
        .startingPosition(StartingPosition.TRIM_HORIZON)
        .filters(List.of(FilterCriteria.filter(Map.of("data", props.filter()))))
        .batchSize(props.batchSize())
        .maxBatchingWindow(seconds(props.window()))
        .parallelizationFactor(props.parallelism())
        .bisectBatchOnError(true)
        .reportBatchItemFailures(true)
        .maxRecordAge(seconds(age(props.streamRetention())))
        .onFailure(new SqsDlq(failures))
        .build();
  }

  /** Where the whereabouts of records wait that never worked. */
  public Queue failures() {
    return failures;
  }

  private static Duration age(Duration retention) {
    Duration half = retention.dividedBy(2);
    return half.compareTo(LONGEST_AGE) < 0 ? half : LONGEST_AGE;
  }

  private static software.amazon.awscdk.Duration seconds(Duration duration) {
    return software.amazon.awscdk.Duration.seconds(duration.toSeconds());
  }

  /**
   * What differs from mapping to mapping.
   *
   * @param stream where the records come from
   * @param stage the {@code stage} of the records to read
   * @param kinds which kinds of records to read
   * @param window how long to wait for a full batch
   * @param batchSize records of a full batch
   * @param parallelism batches of a shard at work at once
   * @param streamRetention how long the stream keeps a record
   */
  public record Props(
      IStream stream,
      String stage,
      Kinds kinds,
      Duration window,
      int batchSize,
      int parallelism,
      Duration streamRetention) {
    public Props {
      requireNonNull(stream, "stream is null");
      requireNonNull(stage, "stage is null");
      requireNonNull(window, "window is null");
      requireNonNull(streamRetention, "streamRetention is null");
      requireNonNull(kinds, "kinds is null");
    }

    // Sorted, so that two runs make the same template.
    Map<String, List<?>> filter() {
      Map<String, List<?>> filter = new TreeMap<>();
      filter.put("stage", List.of(stage));
      kinds.pattern().ifPresent(kind -> filter.put("kind", kind));
      return filter;
    }
  }
}
