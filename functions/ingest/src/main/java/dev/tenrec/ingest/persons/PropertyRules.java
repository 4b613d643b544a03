package dev.tenrec.ingest.persons;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.ingest.events.PersonUpdate;
import java.util.Set;

/**
 * Applies what an event asks for to a person's properties. A change of nothing but values that
 * change all the time (the current page, the window's size ...) is shown on the event but is not
 * worth a write.
 */
final class PropertyRules {
  private static final Set<String> NOISY =
      Set.of(
          "$current_url",
          "$pathname",
          "$referring_domain",
          "$referrer",
          "$browser",
          "$browser_version",
          "$device_type",
          "$raw_user_agent",
          "$os",
          "$os_name",
          "$os_version");
  private static final Set<String> TELLING = Set.of("$geoip_country_name", "$geoip_city_name");

  private PropertyRules() {}

  /** The properties of a person that this event is the first of. */
  static ObjectNode created(PersonUpdate update) {
    return changed(
            JsonNodeFactory.instance.objectNode(),
            new PersonUpdate(update.set(), update.setOnce(), update.unset(), false, true))
        .properties();
  }

  /** The properties after the event. */
  static Changed changed(ObjectNode before, PersonUpdate update) {
    if (update.frozen()) {
      return new Changed(before, false);
    }
    Draft draft = new Draft(before);
    update
        .setOnce()
        .properties()
        .forEach(
            property -> {
              if (!draft.properties.has(property.getKey())) {
                draft.set(property.getKey(), property.getValue());
                draft.worthWriting = true;
              }
            });
    update
        .set()
        .properties()
        .forEach(
            property -> {
              JsonNode present = draft.properties.get(property.getKey());
              if (!property.getValue().equals(present)) {
                draft.set(property.getKey(), property.getValue());
                draft.worthWriting |=
                    present == null || update.forced() || !isNoisy(property.getKey());
              }
            });
    update.unset().forEach(draft::remove);
    return new Changed(draft.properties, draft.worthWriting);
  }

  /** What two persons' properties make together; those of {@code target} win. */
  static ObjectNode merged(ObjectNode target, ObjectNode source) {
    ObjectNode union = JsonNodeFactory.instance.objectNode();
    union.setAll(source);
    union.setAll(target);
    return union;
  }

  private static boolean isNoisy(String property) {
    return NOISY.contains(property)
        || property.startsWith("$screen_")
        || property.startsWith("$viewport_")
        || (property.startsWith("$geoip_") && !TELLING.contains(property));
  }

  /**
   * Properties after an event.
   *
   * @param worthWriting whether they differ from those before by more than noise
   */
  record Changed(ObjectNode properties, boolean worthWriting) {}

  /** Properties that are copied at the first change. */
  private static final class Draft {
    private ObjectNode properties;
    private boolean copied;
    private boolean worthWriting;

    Draft(ObjectNode before) {
      this.properties = before;
    }

    void set(String name, JsonNode value) {
      own().set(name, value);
    }

    void remove(String name) {
      if (properties.has(name)) {
        own().remove(name);
        worthWriting = true;
      }
    }

    private ObjectNode own() {
      if (!copied) {
        properties = JsonNodeFactory.instance.objectNode().setAll(properties);
        copied = true;
      }
      return properties;
    }
  }
}
