package dev.tenrec.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestWorkflowCompiler {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aTriggerMatchesByNameAndByPropertiesOfEventAndPerson() {
    Trigger trigger =
        WorkflowCompiler.compile(
                json(
                    """
                    {"name":"w","trigger":{"filters":{
                      "events":[{"id":"purchase","properties":[
                        {"key":"price","type":"event","operator":"gt","value":10}]},{"id":"refund"}],
                      "properties":[{"key":"plan","type":"person","value":["pro"]}]}},
                     "actions":[{"id":"e","type":"exit"}],"edges":[{"from":"trigger","to":"e"}]}
                    """))
            .trigger();
    ObjectNode pro = JsonNodeFactory.instance.objectNode().put("plan", "pro");
    ObjectNode free = JsonNodeFactory.instance.objectNode().put("plan", "free");
    ObjectNode dear = JsonNodeFactory.instance.objectNode().put("price", 11);
    ObjectNode cheap = JsonNodeFactory.instance.objectNode().put("price", 9);
    assertThat(trigger.matches("purchase", dear, pro, NOW)).isTrue();
    assertThat(trigger.matches("purchase", cheap, pro, NOW)).isFalse();
    assertThat(trigger.matches("refund", cheap, pro, NOW)).isTrue();
    assertThat(trigger.matches("refund", cheap, free, NOW)).isFalse();
    assertThat(trigger.matches("other", dear, pro, NOW)).isFalse();
  }

  @Test
  void mistakesAreRefusedWithTheirPlace() {
    refused("[]", "[]", "actions", "1 to 50 steps");
    refused(step("{\"id\":\"trigger\",\"type\":\"exit\"}"), "[]", "actions__0__id", "trigger");
    refused(step("{\"id\":\"a\",\"type\":\"run\"}"), from("a"), "actions__0__type", "run");
    refused(step("{\"id\":\"a\",\"type\":\"exit\"}"), "[]", "edges", "Nothing follows");
    refused(
        "[{\"id\":\"a\",\"type\":\"exit\"},{\"id\":\"b\",\"type\":\"exit\"}]",
        from("a"),
        "edges",
        "Nothing leads to the step \"b\"");
    refused(
        step("{\"id\":\"a\",\"type\":\"delay\",\"config\":{\"delay_duration\":\"1s\"}}"),
        "[{\"from\":\"trigger\",\"to\":\"a\"},{\"from\":\"a\",\"to\":\"a\"}]",
        "edges",
        "leads back");
    refused(delay("31d"), from("a"), "actions__0__config__delay_duration", "at most 30d");
    refused(delay("soon"), from("a"), "actions__0__config__delay_duration", "soon");
    refused(webhook("\"url\":\"ftp://x/\""), from("a"), "actions__0__config__url", "ftp");
    refused(webhook("\"url\":\"http://u:p@x/\""), from("a"), "actions__0__config__url", "http://u");
    refused(
        webhook("\"url\":\"http://{event.properties.host}/\""),
        from("a"),
        "actions__0__config__url",
        "values of an event");
    refused(
        webhook("\"url\":\"http://x{event.properties.host}/\""),
        from("a"),
        "actions__0__config__url",
        "values of an event");
    refused(
        webhook("\"url\":\"http://x/\",\"body\":\"{event.x}\""),
        from("a"),
        "actions__0__config__body",
        "Line 1, column 1");
    refused(
        webhook("\"url\":\"http://x/\",\"headers\":{\"Host\":\"y\"}"),
        from("a"),
        "actions__0__config__headers",
        "Host");
    refused(
        step(
            "{\"id\":\"a\",\"type\":\"email\",\"config\":{\"from\":\"a@b.c\\r\\nBcc: x@y.z\","
                + "\"to\":\"t\",\"subject\":\"s\",\"text\":\"t\"}}"),
        from("a"),
        "actions__0__config__from",
        "no sender");
  }

  private static void refused(String actions, String edges, String attribute, String message) {
    JsonNode definition =
        json(
            "{\"name\":\"w\",\"trigger\":{\"filters\":{\"events\":[{\"id\":\"e\"}]}},\"actions\":"
                + actions
                + ",\"edges\":"
                + edges
                + "}");
    assertThatThrownBy(() -> WorkflowCompiler.compile(definition))
        .isInstanceOfSatisfying(
            WorkflowException.class,
            refused -> assertThat(refused.attribute()).isEqualTo(attribute))
        .hasMessageContaining(message);
  }

  private static String step(String step) {
    return "[" + step + "]";
  }

  private static String from(String step) {
    return "[{\"from\":\"trigger\",\"to\":\"" + step + "\"}]";
  }

  private static String delay(String duration) {
    return step(
        "{\"id\":\"a\",\"type\":\"delay\",\"config\":{\"delay_duration\":\"" + duration + "\"}}");
  }

  private static String webhook(String config) {
    return step("{\"id\":\"a\",\"type\":\"webhook\",\"config\":{" + config + "}}");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(text, impossible);
    }
  }
}
