package dev.tenrec.cloud.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.cloud.template.Attributes;
import dev.tenrec.cloud.template.Resource;
import dev.tenrec.cloud.template.Templates;
import java.util.Optional;

/** Says of every resource what it was asked, but knows no attribute called Unknown. */
public final class FixedAttributes implements Attributes {
  @Override
  public Optional<JsonNode> reference(Resource resource, Templates templates) {
    return Optional.of(TextNode.valueOf("ref:" + resource.logicalId()));
  }

  @Override
  public Optional<JsonNode> attribute(Resource resource, String name, Templates templates) {
    if (name.equals("Named")) {
      return templates.property(resource, "Name");
    }
    return name.equals("Unknown")
        ? Optional.empty()
        : Optional.of(TextNode.valueOf(name + ":" + resource.logicalId()));
  }

  @Override
  public Optional<String> dynamic(String service, String key, Templates templates) {
    return key.startsWith("/known") ? Optional.of("value of " + key) : Optional.empty();
  }
}
