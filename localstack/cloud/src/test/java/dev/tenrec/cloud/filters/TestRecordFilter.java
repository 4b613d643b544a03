package dev.tenrec.cloud.filters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRecordFilter {
  private static final String STAGE = "{\"data\":{\"stage\":[\"captured\"],\"kind\":[\"events\"]}}";

  @Test
  void withoutAPatternEveryRecordIsWanted() {
    RecordFilter filter = new RecordFilter("data", List.of());

    assertThat(filter.wantsAll()).isTrue();
    assertThat(wants(filter, "anything")).isTrue();
  }

  @Test
  void aRecordIsWantedByItsContent() {
    RecordFilter filter = new RecordFilter("data", List.of(STAGE));

    assertThat(wants(filter, "{\"stage\":\"captured\",\"kind\":\"events\",\"x\":1}")).isTrue();
    assertThat(wants(filter, "{\"stage\":\"processed\",\"kind\":\"events\"}")).isFalse();
    assertThat(wants(filter, "{\"stage\":\"captured\"}")).isFalse();
  }

  @Test
  void oneOfSeveralPatternsIsEnough() {
    RecordFilter filter =
        new RecordFilter("data", List.of(STAGE, "{\"data\":{\"stage\":[\"processed\"]}}"));

    assertThat(wants(filter, "{\"stage\":\"processed\"}")).isTrue();
  }

  @Test
  void contentThatIsNotJsonIsNotWantedByAPatternThatLooksInside() {
    RecordFilter filter = new RecordFilter("data", List.of(STAGE));

    assertThat(wants(filter, "stage=captured")).isFalse();
    assertThat(wants(filter, "[1]")).isFalse();
    assertThat(wants(filter, "{\"stage\":")).isFalse();
  }

  @Test
  void contentThatIsNotJsonIsWantedByAPatternAboutOtherFields() {
    RecordFilter filter =
        new RecordFilter("data", List.of(STAGE, "{\"partitionKey\":[{\"prefix\":\"a\"}]}"));
    ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("partitionKey", "abc");

    assertThat(filter.wants(metadata, "no json".getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void plainTextIsComparedAsText() {
    RecordFilter filter = new RecordFilter("body", List.of("{\"body\":[\"ping\"]}"));

    assertThat(wants(filter, "ping")).isTrue();
    assertThat(wants(filter, "pong")).isFalse();
  }

  @Test
  void alternativesMayLookInside() {
    RecordFilter filter =
        new RecordFilter(
            "data",
            List.of("{\"$or\":[{\"data\":{\"a\":[1]}},{\"data\":{\"b\":[{\"exists\":true}]}}]}"));

    assertThat(wants(filter, "{\"a\":1}")).isTrue();
    assertThat(wants(filter, "{\"x\":0,\"b\":0}")).isTrue();
    assertThat(wants(filter, "{\"a\":2}")).isFalse();
  }

  private static boolean wants(RecordFilter filter, String content) {
    return filter.wants(
        JsonNodeFactory.instance.objectNode(), content.getBytes(StandardCharsets.UTF_8));
  }
}
