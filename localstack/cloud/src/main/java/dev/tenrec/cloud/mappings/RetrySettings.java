package dev.tenrec.cloud.mappings;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a stream mapping does about batches that fail.
 *
 * @param bisect whether they are cut in two to find the record that fails
 * @param attempts how often a failed batch is tried again; empty for ever
 * @param age when a record is given up; empty for never
 * @param failureQueue the URL of the queue that is told what was given up
 */
public record RetrySettings(
    boolean bisect, OptionalInt attempts, Optional<Duration> age, Optional<String> failureQueue) {
  public RetrySettings {
    requireNonNull(attempts, "attempts is null");
    requireNonNull(age, "age is null");
    requireNonNull(failureQueue, "failureQueue is null");
  }
}
