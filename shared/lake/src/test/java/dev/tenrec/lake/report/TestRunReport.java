package dev.tenrec.lake.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestRunReport {
  @Test
  void isALineThatCloudWatchReadsAsMetrics() {
    RunReport report =
        new RunReport("lake").count("rows", 3).count("rows", 4).detail("shard", "a \"b\"");

    assertThat(report.counted("rows")).isEqualTo(7);
    assertThat(report.line(Instant.ofEpochMilli(5)))
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":5,\"CloudWatchMetrics\":[{\"Namespace\":\"Tenrec\","
                + "\"Dimensions\":[[\"function\"]],\"Metrics\":[{\"Name\":\"rows\"}]}]},"
                + "\"level\":\"INFO\",\"function\":\"lake\",\"rows\":7,\"shard\":\"a \\\"b\\\"\"}");
  }

  @Test
  void countsNothingUntilSomethingIsCounted() {
    assertThat(new RunReport("lake").detail("shard", "a").counted("rows")).isZero();
  }
}
