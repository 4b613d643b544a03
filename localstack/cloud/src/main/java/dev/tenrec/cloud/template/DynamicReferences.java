package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts like {@code {{resolve:ssm:/name}}} that are looked up where the template is applied. */
final class DynamicReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{resolve:([a-z-]+):([^}]*)}}");

  private final Evaluation evaluation;
  private final Templates templates;

  DynamicReferences(Evaluation evaluation, Templates templates) {
    this.evaluation = evaluation;
    this.templates = templates;
  }

  Optional<JsonNode> value(String text) {
    if (!text.contains("{{resolve:")) {
      return Optional.of(TextNode.valueOf(text));
    }
    StringBuilder resolved = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      Optional<String> value =
          templates.attributes().dynamic(matcher.group(1), matcher.group(2), templates);
      if (value.isEmpty()) {
        return evaluation.unknown(matcher.group() + " is not known here");
      }
      matcher.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
    }
    matcher.appendTail(resolved);
    return Optional.of(TextNode.valueOf(resolved.toString()));
  }
}
