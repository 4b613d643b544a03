package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tenrec.workflow.template.Medium;
import dev.tenrec.workflow.template.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of a webhook; what host is called is never up to an event. */
final class WebAddress {
  private static final Pattern BEGINNING =
      Pattern.compile("https?://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(?<end>[/?]|$)");

  private WebAddress() {}

  static Template parse(String text, String place) {
    Template template = StepReader.template(TextNode.valueOf(text), Medium.URL, place);
    Matcher beginning = BEGINNING.matcher(text);
    if (!beginning.lookingAt()) {
      throw new WorkflowException(
          place,
          "\""
              + text
              + "\" cannot be called: write http:// or https:// and a host,"
              + " without user, password or values of an event.");
    }
    try {
      URI address = new URI(template.render(JsonNodeFactory.instance.objectNode()));
      if (address.getHost() == null || address.getPort() > 65_535 || address.getPort() == 0) {
        throw new WorkflowException(place, "\"" + text + "\" names no host and port to call.");
      }
    } catch (URISyntaxException broken) {
      throw new WorkflowException(
          place, "\"" + text + "\" is no address: " + broken.getMessage() + ".");
    }
    return template;
  }
}
