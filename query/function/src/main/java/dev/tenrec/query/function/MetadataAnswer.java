package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.query.hogql.HogqlException;
import dev.tenrec.query.hogql.parse.HogqlReader;
import dev.tenrec.query.hogql.placeholders.Placeholders;
import dev.tenrec.query.hogql.resolve.Resolver;

/** Answers {@code HogQLMetadata}: what is wrong with a text, without running it. */
record MetadataAnswer(ProjectReader reader) {
  ObjectNode answer(JsonNode node) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    var errors = answer.putArray("errors");
    answer.putArray("warnings");
    answer.putArray("notices");
    String text = node.path("query").asText("");
    try {
      Resolver.resolve(
          Placeholders.fill(HogqlReader.readQuery(text), reader.placeholders(node)),
          reader.context());
    } catch (HogqlException mistake) {
      errors
          .addObject()
          .put("message", mistake.getMessage())
          .put("start", mistake.span().start())
          .put("end", mistake.span().end());
    }
    return answer.put("query", text).put("isValid", errors.isEmpty());
  }
}
