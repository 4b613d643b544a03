package dev.tenrec.query.function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenrec.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Writes rows as CSV for spreadsheets (RFC 4180). */
final class Csv {
  private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

  // Spreadsheets run what begins with these signs, and the text may come from anybody who sends
  // events.
  private static final Pattern DANGEROUS = Pattern.compile("^[=+\\-@\t\r]");

  private Csv() {}

  /** Whether an answer has columns and rows. */
  static boolean fits(JsonNode answer) {
    return answer.path("columns").isArray() && answer.path("results").isArray();
  }

  static HttpResponse of(JsonNode answer) {
    StringBuilder text = new StringBuilder();
    line(answer.path("columns"), text);
    answer.path("results").forEach(row -> line(row, text));
    return HttpResponse.of(
        200, "text/csv; charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void line(JsonNode row, StringBuilder text) {
    String separator = "";
    for (JsonNode value : row) {
      text.append(separator).append(field(value));
      separator = ",";
    }
    text.append("\r\n");
  }

  private static String field(JsonNode value) {
    String written =
        switch (value.getNodeType()) {
          case NULL, MISSING -> "";
          case STRING ->
              DANGEROUS.matcher(value.textValue()).find()
                  ? "'" + value.textValue()
                  : value.textValue();
          case ARRAY, BINARY, BOOLEAN, NUMBER, OBJECT, POJO -> value.toString();
        };
    return QUOTED.matcher(written).find() ? '"' + written.replace("\"", "\"\"") + '"' : written;
  }
}
