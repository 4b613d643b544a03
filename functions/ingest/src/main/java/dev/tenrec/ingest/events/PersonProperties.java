package dev.tenrec.ingest.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Works out what an event asks of its person: its own {@code $set}, {@code $set_once} and {@code
 * $unset}, and those of its properties that say something about the person (browser, campaign, app
 * ...), each as it is now and, under {@code $initial_...}, as it was first.
 */
final class PersonProperties {
  private static final Set<String> FORCED =
      Set.of("$identify", "$create_alias", "$merge_dangerously", "$set");
  private static final Set<String> FROZEN = Set.of("$exception", "$$heatmap");
  private static final Set<String> WITHOUT_COPIES = Set.of("$snapshot", "$performance_event");
  private static final Map<String, String> COPIED =
      initialNames(
          "$app_build",
          "$app_name",
          "$app_namespace",
          "$app_version",
          "$browser",
          "$browser_version",
          "$device_type",
          "$current_url",
          "$pathname",
          "$os",
          "$os_version",
          "$referring_domain",
          "$referrer",
          "$screen_height",
          "$screen_width",
          "$viewport_height",
          "$viewport_width",
          "$raw_user_agent",
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_content",
          "utm_name",
          "utm_term",
          "gclid",
          "gad_source",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "twclid",
          "li_fat_id",
          "mc_cid",
          "igshid",
          "ttclid",
          "rdt_cid",
          "irclid",
          "_kx",
          "epik",
          "qclid",
          "sccid");

  private PersonProperties() {}

  static PersonUpdate of(String event, ObjectNode properties) {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ObjectNode setOnce = JsonNodeFactory.instance.objectNode();
    if (!WITHOUT_COPIES.contains(event)) {
      COPIED.forEach((name, initial) -> copy(properties.get(name), name, initial, set, setOnce));
      // Some SDKs name the operating system $os_name.
      if (!properties.has("$os")) {
        copy(properties.get("$os_name"), "$os", "$initial_os", set, setOnce);
      }
    }
    setAll(set, properties.get("$set"));
    setAll(setOnce, properties.get("$set_once"));
    return new PersonUpdate(
        set,
        setOnce,
        names(properties.get("$unset")),
        FROZEN.contains(event),
        FORCED.contains(event));
  }

  private static void copy(
      JsonNode value, String name, String initial, ObjectNode set, ObjectNode setOnce) {
    if (value == null) {
      return;
    }
    set.set(name, value);
    // Browsers send null for every campaign parameter that is absent; as a first value it would
    // keep the real one out for ever.
    if (!value.isNull()) {
      setOnce.set(initial, value);
    }
  }

  private static void setAll(ObjectNode target, JsonNode values) {
    if (values instanceof ObjectNode object) {
      target.setAll(object);
    }
  }

  private static List<String> names(JsonNode unset) {
    List<String> names = new ArrayList<>();
    if (unset instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(names::add);
    } else if (unset != null && unset.isArray()) {
      unset.forEach(
          name -> {
            if (name.isTextual()) {
              names.add(name.textValue());
            }
          });
    }
    return names;
  }

  private static Map<String, String> initialNames(String... names) {
    Map<String, String> initial = new TreeMap<>();
    for (String name : names) {
      initial.put(name, "$initial_" + (name.startsWith("$") ? name.substring(1) : name));
    }
    return initial;
  }
}
