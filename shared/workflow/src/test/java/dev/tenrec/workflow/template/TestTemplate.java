package dev.tenrec.workflow.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class TestTemplate {
  private final JsonNode context = read();

  @Test
  void valuesOfEventPersonAndProjectAreFilledIn() {
    assertThat(text("{event.event} by {event.distinct_id} in {project.name}"))
        .isEqualTo("purchase by d1 in Shop");
    assertThat(text("{person.properties.$name } {person.properties.full name}"))
        .isEqualTo("Ada Ada L");
  }

  @Test
  void propertiesAreFoundByWholeNameBeforePath() {
    assertThat(text("{event.properties.a.b} {event.properties.cart.items.1.sku}"))
        .isEqualTo("dotted s2");
  }

  @Test
  void whatIsMissingIsEmptyAndNullInJson() {
    assertThat(text("[{event.properties.none}{event.properties.cart.no.way}]")).isEqualTo("[]");
    assertThat(Template.parse("{\"v\":{event.properties.none}}", Medium.JSON).render(context))
        .isEqualTo("{\"v\":null}");
  }

  @Test
  void jsonKeepsNumbersAndObjectsOutsideOfStrings() {
    assertThat(
            Template.parse(
                    "{\"n\":{event.properties.price},\"s\":\"\\\"{event.properties.price}\"}",
                    Medium.JSON)
                .render(context))
        .isEqualTo("{\"n\":9.5,\"s\":\"\\\"9.5\"}");
  }

  @Test
  void bracesCanBeWritten() {
    assertThat(text("a \\{b} { c } {} {1}")).isEqualTo("a {b} { c } {} {1}");
  }

  @Test
  void hostileTemplatesAreRefusedWithTheirPlace() {
    refused("a\nb{event.getClass()}", "Line 2, column 2");
    refused("{constructor.constructor('x')()}", "Line 1, column 1");
    refused("{{event.event}}", "one pair of braces");
    refused("x {event.properties.a", "not closed");
    refused("{event.properties.{event.event}}", "Line 1");
    refused("{env.AWS_SECRET_ACCESS_KEY}", "Line 1, column 1");
    refused("{event}", "Line 1");
    refused("x".repeat(100_001), "100001 characters");
    assertThatThrownBy(() -> Template.parse("{\"a\": {event.event}", Medium.JSON))
        .hasMessageContaining("not JSON, line 1");
    assertThatThrownBy(() -> Template.parse("{\"a\": -{event.event}}", Medium.JSON))
        .hasMessageContaining("not JSON");
  }

  private void refused(String text, String message) {
    assertThatThrownBy(() -> Template.parse(text, Medium.TEXT))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(message);
  }

  private String text(String template) {
    return Template.parse(template, Medium.TEXT).render(context);
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"event":{"event":"purchase","distinct_id":"d1","properties":{"price":9.5,
               "a.b":"dotted","a":{"b":"nested"},"cart":{"items":[{"sku":"s1"},{"sku":"s2"}]}}},
               "person":{"properties":{"$name":"Ada","full name":"Ada L"}},
               "project":{"name":"Shop"}}
              """);
    } catch (java.io.IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
