package dev.tenrec.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The events that benchmarks send: like those of a web shop. */
final class Traffic {
  private Traffic() {}

  /** That many events of ten visitors, each of about 300 bytes. */
  static ArrayNode events(String name, int count) {
    ArrayNode events = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < count; i++) {
      events
          .addObject()
          .put("event", name)
          .put("uuid", UUID.randomUUID().toString())
          .put("distinct_id", "benchmark-" + i % 10)
          .putObject("properties")
          .put("$current_url", "https://shop.example/products/" + i)
          .put("$browser", "Chrome")
          .put("$os", "Linux")
          .put("price", i);
    }
    return events;
  }

  /** The properties of the event of that number, as the web SDK sends them. */
  static ObjectNode properties(int number) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.put("$current_url", "https://shop.example/products/" + number % 400);
    properties.put("$pathname", "/products/" + number % 400).put("$host", "shop.example");
    properties.put("$browser", number % 3 == 0 ? "Chrome" : "Firefox").put("$os", "Linux");
    properties.put("$device_type", "Desktop").put("$lib", "web").put("$lib_version", "1.449.2");
    properties.put("$session_id", "session-" + number / 20).put("$referrer", "$direct");
    properties.put("utm_source", number % 5 == 0 ? "newsletter" : "search");
    properties.put("price", number % 97);
    return properties.put("$screen_width", 1440).put("$screen_height", 900);
  }
}
