package dev.tenrec.cloud.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestBatchResponse {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"batchItemFailures\":null}",
        "{\"batchItemFailures\":[]}",
        "{\"other\":1}"
      })
  void nothingIsSuccess(String answer) {
    assertThat(parse(answer)).isInstanceOf(BatchResponse.Complete.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "\"done\"",
        "[]",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"id\":\"1\"}]}",
        "{\"batchItemFailures\":[\"1\"]}"
      })
  void whatCannotBeUnderstoodIsNoSuccess(String answer) {
    assertThat(parse(answer)).isInstanceOf(BatchResponse.Invalid.class);
  }

  @Test
  void failuresAreReportedByTheirIds() {
    assertThat(
            parse(
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"},{\"itemIdentifier\":\"2\"}]}"))
        .isEqualTo(new BatchResponse.Failures(Set.of("1", "2")));
  }

  private static BatchResponse parse(String answer) {
    return BatchResponseParser.parse(answer.getBytes(StandardCharsets.UTF_8));
  }
}
