package dev.tenrec.infra.compute;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.constructs.Construct;

/** The dashboard: an event's way from left to right, what went wrong below it. */
final class Board extends Construct {
  Board(Construct scope, String id, Watch.Parts parts) {
    super(scope, id);
    List<JavaFunction> functions =
        List.of(
            parts.capture(),
            parts.ingest().function(),
            parts.lake().function(),
            parts.committer().function(),
            parts.maintenance());
    Dashboard.Builder.create(this, "Board")
        .widgets(
            List.of(
                List.of(
                    graph("Capture requests", Metrics.requests(parts.capture())),
                    graph(
                        "Waiting in the stream, ms",
                        each(
                            List.of(parts.ingest().function(), parts.lake().function()),
                            Metrics::age)),
                    graph("Duration, 95th percentile, ms", each(functions, Metrics::duration)),
                    graph("Invocations", each(functions, Metrics::invocations))),
                List.of(
                    graph("Capture 5xx", Metrics.failedRequests(parts.capture())),
                    graph("Errors", each(functions, Metrics::errors)),
                    graph("Throttles", each(functions, Metrics::throttles)),
                    graph("Given up", failures(parts)))))
        .build();
  }

  private static IMetric[] failures(Watch.Parts parts) {
    return new IMetric[] {
      named(Metrics.waiting(parts.ingest().mapping().failures()), "Ingest"),
      named(Metrics.waiting(parts.lake().mapping().failures()), "Lake"),
      named(Metrics.waiting(parts.committer().failures()), "Commit")
    };
  }

  private static IMetric[] each(
      List<JavaFunction> functions, Function<JavaFunction, Metric> metric) {
    return functions.stream()
        .map(function -> named(metric.apply(function), capability(function)))
        .toArray(IMetric[]::new);
  }

  private static IMetric named(Metric metric, String label) {
    return metric.with(MetricOptions.builder().label(label).build());
  }

  private static String capability(JavaFunction function) {
    return requireNonNull(function.getNode().getScope()).getNode().getId();
  }

  private static IWidget graph(String title, IMetric... metrics) {
    return GraphWidget.Builder.create()
        .title(title)
        .width(6)
        .height(6)
        .left(Stream.of(metrics).toList())
        .build();
  }
}
