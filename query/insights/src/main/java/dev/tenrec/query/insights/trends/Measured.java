package dev.tenrec.query.insights.trends;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What a series measured in one period.
 *
 * @param parts breakdown value to its values, in the order they are shown; one part named by an
 *     empty text where there is no breakdown
 * @param more whether values beyond the limit were put together
 */
record Measured(Map<String, Values> parts, boolean more) {
  /**
   * The values of one part.
   *
   * @param byBucket bucket to value, buckets without a value missing
   * @param total the measure over the whole period
   */
  record Values(Map<LocalDateTime, Double> byBucket, double total) {
    /** The values of these buckets, 0 where there is none. */
    List<Double> at(List<LocalDateTime> buckets) {
      return buckets.stream().map(bucket -> byBucket.getOrDefault(bucket, 0.0)).toList();
    }
  }
}
