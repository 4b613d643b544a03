package dev.tenrec.cloud.filters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class EventPatternProperties {
  @Property(tries = 300)
  void everyEventMatchesThePatternOfItsOwnFields(
      @ForAll @NotEmpty @Size(max = 5)
          Map<@AlphaChars @StringLength(min = 1, max = 5) String, @StringLength(max = 9) String>
              fields) {
    ObjectNode event = event(fields);
    ObjectNode pattern = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> pattern.putArray(name).add(value));

    assertThat(EventPattern.parse(pattern.toString()).matches(event)).isTrue();
  }

  @Property(tries = 300)
  void anythingButIsTheOppositeOfEqualsForFieldsThatAreThere(
      @ForAll @StringLength(max = 3) String value,
      @ForAll @NotEmpty @Size(max = 4) List<@StringLength(max = 3) String> values) {
    ObjectNode event = event(Map.of("a", value));

    assertThat(pattern(values, true).matches(event))
        .isNotEqualTo(pattern(values, false).matches(event));
  }

  @Property(tries = 300)
  void aRangeHoldsExactlyTheNumbersBetweenItsEnds(
      @ForAll @IntRange(min = -20, max = 20) int low,
      @ForAll @IntRange(min = -20, max = 20) int high,
      @ForAll @IntRange(min = -25, max = 25) int value) {
    EventPattern pattern =
        EventPattern.parse("{\"a\":[{\"numeric\":[\">\",%d,\"<=\",%d]}]}".formatted(low, high));

    assertThat(pattern.matches(JsonNodeFactory.instance.objectNode().put("a", value)))
        .isEqualTo(value > low && value <= high);
  }

  @Property(tries = 300)
  void aFilterSeesTheSameWhereverItsFieldsStand(
      @ForAll @StringLength(max = 3) String stage,
      @ForAll @StringLength(max = 30) String before,
      @ForAll @StringLength(max = 30) String behind) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.putObject("before").put("text", before).putArray("list").add(before);
    content.put("stage", stage);
    content.put("behind", behind);
    RecordFilter filter =
        new RecordFilter("data", List.of("{\"data\":{\"stage\":[\"a\",{\"prefix\":\"b\"}]}}"));

    assertThat(
            filter.wants(
                JsonNodeFactory.instance.objectNode(),
                content.toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(stage.equals("a") || stage.startsWith("b"));
  }

  private static ObjectNode event(Map<String, String> fields) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    fields.forEach(event::put);
    return event;
  }

  private static EventPattern pattern(List<String> values, boolean but) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    values.forEach(list::add);
    ObjectNode pattern = JsonNodeFactory.instance.objectNode();
    if (but) {
      pattern.putArray("a").addObject().set("anything-but", list);
    } else {
      pattern.set("a", list);
    }
    return EventPattern.parse(pattern.toString());
  }
}
