package dev.tenrec.ingest.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.ExactJson;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonSizeProperties {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Property(tries = 300)
  void theSizeIsNeverTooSmallAndNotAbsurdlyLarge(@ForAll("values") JsonNode value) {
    int bytes = ExactJson.writeBytes(value).length;
    assertThat(JsonSize.of(value)).isBetween((long) bytes, bytes * 4L + 40);
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return Arbitraries.lazyOf(
        () -> Arbitraries.strings().ofMaxLength(30).map(JSON::textNode),
        () -> Arbitraries.bigDecimals().map(JSON::numberNode),
        () -> Arbitraries.longs().map(JSON::numberNode),
        () -> Arbitraries.of(List.of(JSON.nullNode(), JSON.booleanNode(true))),
        () ->
            values()
                .list()
                .ofMaxSize(4)
                .map(
                    elements -> {
                      var array = JSON.arrayNode();
                      elements.forEach(array::add);
                      return array;
                    }),
        () ->
            values()
                .list()
                .ofMaxSize(4)
                .map(
                    elements -> {
                      var object = JSON.objectNode();
                      elements.forEach(element -> object.set("key \n" + object.size(), element));
                      return object;
                    }));
  }
}
