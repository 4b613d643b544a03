package dev.tenrec.cloud.mappings;

import static java.util.Objects.requireNonNull;

/** One event source mapping. */
public sealed interface MappingSettings {
  /** What the mapping is called, unique and the same at every start. */
  String id();

  /** The function that is called. */
  Target target();

  /**
   * From a Kinesis stream.
   *
   * @param streamName the stream
   * @param streamArn its ARN, as events carry it
   * @param fromLatest whether a new mapping begins with what comes after it; else with the oldest
   * @param parallelism how many batches of a shard are at work at once
   */
  record FromStream(
      String id,
      Target target,
      String streamName,
      String streamArn,
      boolean fromLatest,
      int parallelism,
      BatchSettings batches,
      RetrySettings retries)
      implements MappingSettings {
    public FromStream {
      requireNonNull(id, "id is null");
      requireNonNull(target, "target is null");
      requireNonNull(streamName, "streamName is null");
      requireNonNull(streamArn, "streamArn is null");
      requireNonNull(batches, "batches is null");
      requireNonNull(retries, "retries is null");
      if (parallelism < 1 || parallelism > 10) {
        throw new IllegalArgumentException(
            "ParallelizationFactor is " + parallelism + ": Lambda takes 1 to 10");
      }
    }
  }

  /**
   * From an SQS queue.
   *
   * @param queueUrl the queue
   * @param queueArn its ARN, as events carry it
   * @param concurrency how many batches are at work at once
   */
  record FromQueue(
      String id,
      Target target,
      String queueUrl,
      String queueArn,
      int concurrency,
      BatchSettings batches)
      implements MappingSettings {
    public FromQueue {
      requireNonNull(id, "id is null");
      requireNonNull(target, "target is null");
      requireNonNull(queueUrl, "queueUrl is null");
      requireNonNull(queueArn, "queueArn is null");
      requireNonNull(batches, "batches is null");
      if (concurrency < 1) {
        throw new IllegalArgumentException("concurrency is " + concurrency + ": give at least 1");
      }
    }
  }
}
