package dev.tenrec.workflow.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a template's text is, and so how a value is written into it without changing its form. */
public enum Medium {
  /** Plain text: values as they are. */
  TEXT {
    @Override
    String write(JsonNode value, boolean quoted) {
      return text(value);
    }
  },
  /** One line, such as a header or a subject: control characters become spaces. */
  LINE {
    @Override
    String write(JsonNode value, boolean quoted) {
      return text(value).replaceAll("\\p{Cntrl}|[\\u0080-\\u009f\\u2028\\u2029]", " ");
    }
  },
  /** An address: values are percent-encoded. */
  URL {
    @Override
    String write(JsonNode value, boolean quoted) {
      return URLEncoder.encode(text(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
  },
  /** HTML text and attributes in quotes. */
  HTML {
    @Override
    String write(JsonNode value, boolean quoted) {
      return text(value)
          .replace("&", "&amp;")
          .replace("<", "&lt;")
          .replace(">", "&gt;")
          .replace("\"", "&quot;")
          .replace("'", "&#39;");
    }
  },
  /** JSON: in a string the value's text, elsewhere the value itself, null where it is missing. */
  JSON {
    @Override
    String write(JsonNode value, boolean quoted) {
      if (quoted) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text(value)));
      }
      return value.isMissingNode() ? "null" : value.toString();
    }
  };

  abstract String write(JsonNode value, boolean quoted);

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }
}
