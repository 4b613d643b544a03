package dev.tenrec.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What a reference to a resource stands for in the place that the template is applied to. Empty
 * means that it is not known; the reference is then left out and named.
 */
public interface Attributes {
  /** The value of {@code Ref}. */
  Optional<JsonNode> reference(Resource resource, Templates templates);

  /** The value of {@code Fn::GetAtt}. */
  Optional<JsonNode> attribute(Resource resource, String name, Templates templates);

  /** The value of a {@code {{resolve:service:key}}} text. */
  Optional<String> dynamic(String service, String key, Templates templates);
}
