package dev.tenrec.infra.compute;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.IQueue;

/** The metrics that say whether events get through, over five minutes. */
final class Metrics {
  /** Milliseconds after which a waiting record is late. */
  static final long LATE = 15 * 60 * 1000L;

  private static final Duration PERIOD = Duration.minutes(5);

  private Metrics() {}

  static Metric invocations(JavaFunction function) {
    return of(function, "Invocations", "Sum");
  }

  static Metric errors(JavaFunction function) {
    return of(function, "Errors", "Sum");
  }

  static Metric throttles(JavaFunction function) {
    return of(function, "Throttles", "Sum");
  }

  static Metric duration(JavaFunction function) {
    return of(function, "Duration", "p95");
  }

  static Metric age(JavaFunction function) {
    return of(function, "IteratorAge", "Maximum");
  }

  static Metric requests(JavaFunction function) {
    return of(function, "UrlRequestCount", "Sum");
  }

  static Metric failedRequests(JavaFunction function) {
    return of(function, "Url5xxCount", "Sum");
  }

  static Metric waiting(IQueue queue) {
    return queue.metricApproximateNumberOfMessagesVisible(
        MetricOptions.builder().period(PERIOD).statistic("Maximum").build());
  }

  private static Metric of(JavaFunction function, String name, String statistic) {
    return function
        .alias()
        .metric(name, MetricOptions.builder().period(PERIOD).statistic(statistic).build());
  }
}
