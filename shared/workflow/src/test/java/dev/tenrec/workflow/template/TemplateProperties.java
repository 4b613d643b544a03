package dev.tenrec.workflow.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TemplateProperties {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @Property
  void noValueLeavesTheStringOfJsonItStandsIn(@ForAll String value) throws Exception {
    Template body =
        Template.parse(
            "{\"a\":\"x{event.properties.v}y\",\"b\":{event.properties.v}}", Medium.JSON);
    JsonNode read = JSON.readTree(body.render(context(value)));
    assertThat(read.size()).isEqualTo(2);
    assertThat(read.path("a").asText()).isEqualTo("x" + value + "y");
    assertThat(read.path("b").asText()).isEqualTo(value);
  }

  @Property
  void noValueChangesTheHostOrAddsAPartToAnAddress(@ForAll String value) {
    Template url = Template.parse("https://example.com/a/{event.properties.v}?b=1", Medium.URL);
    URI address = URI.create(url.render(context(value)));
    assertThat(address.getHost()).isEqualTo("example.com");
    assertThat(address.getRawQuery()).isEqualTo("b=1");
    assertThat(address.getRawPath().chars().filter(character -> character == '/').count())
        .isEqualTo(2);
  }

  @Property
  void noValueAddsALine(@ForAll String value) {
    Template header = Template.parse("v={event.properties.v}", Medium.LINE);
    assertThat(header.render(context(value)).chars()).noneMatch(Character::isISOControl);
  }

  @Property
  void noValueMakesMarkup(@ForAll String value) {
    Template html = Template.parse("<p title=\"{event.properties.v}\"></p>", Medium.HTML);
    String inside = html.render(context(value));
    assertThat(inside.substring(10, inside.length() - 6)).doesNotContain("<", ">", "\"", "'");
  }

  @Property
  void anyTextIsATemplateOrRefusedWithItsPlace(@ForAll String text) {
    try {
      Template.parse(text, Medium.TEXT).render(context("v"));
    } catch (TemplateException refused) {
      assertThat(refused).hasMessageMatching("(?s)Line [0-9]+, column [0-9]+: .*");
    }
  }

  private static ObjectNode context(String value) {
    ObjectNode context = JsonNodeFactory.instance.objectNode();
    context.putObject("event").putObject("properties").put("v", value);
    return context;
  }
}
