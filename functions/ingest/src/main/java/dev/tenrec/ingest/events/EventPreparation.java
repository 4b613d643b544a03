package dev.tenrec.ingest.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.StreamPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Normalises events and works out what they ask for. */
public final class EventPreparation {
  private static final int LONGEST_NAME = 200;
  private static final String PROFILE = "$process_person_profile";
  private static final String CLIENT_WARNING = "$$client_ingestion_warning";
  private static final Set<String> ABOUT_PROFILES =
      Set.of("$identify", "$create_alias", "$merge_dangerously", "$groupidentify");
  private static final List<String> BLOAT =
      List.of("ph_product_tours", "$product_tours_activated", "$override_feature_flag_payloads");

  private EventPreparation() {}

  /**
   * Prepares one event of an envelope.
   *
   * @param sequenceNumber the envelope's record
   * @param index the event's place in the envelope
   * @param anonymizeIps whether the project wants no addresses in its events
   */
  public static Preparation prepare(
      CapturedEvents envelope, String sequenceNumber, int index, boolean anonymizeIps) {
    CapturedEvent event = envelope.events().get(index);
    Optional<Warning> dropped = dropped(event);
    if (dropped.isPresent()) {
      return new Preparation.Dropped(dropped.get());
    }
    List<Warning> warnings = new ArrayList<>();
    boolean profile = keepsProfile(event, warnings);
    PersonKey who = PersonKey.of(envelope.project(), event.distinctId());
    ObjectNode properties = normalised(event, envelope.ip(), anonymizeIps);
    String chain = takeElements(properties);
    if (profile) {
      properties.remove(PROFILE);
    } else {
      properties.remove(List.of("$set", "$set_once", "$unset"));
    }
    return new Preparation.Accepted(
        new PreparedEvent(
            event,
            who,
            new StreamPosition(sequenceNumber, index),
            envelope.receivedAt(),
            name(event),
            properties,
            chain,
            profile,
            profile ? PersonProperties.of(event.event(), properties) : PersonUpdate.none(),
            profile ? merge(who, event, warnings) : Optional.empty()),
        warnings);
  }

  private static String name(CapturedEvent event) {
    String name = event.event();
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  private static Optional<Warning> dropped(CapturedEvent event) {
    ObjectNode properties = event.properties();
    if (event.event().equals(CLIENT_WARNING)) {
      return Optional.of(
          new Warning(
              "client_ingestion_warning",
              properties.path("$$client_ingestion_warning_message").asText("(no message)")));
    }
    if (properties.path("$cookieless_mode").asBoolean(false)) {
      return Optional.of(
          new Warning(
              "cookieless_mode_disabled",
              "The event was sent in cookieless mode, which the project has not enabled: all such"
                  + " events share one distinct id. Remove cookieless_mode from the SDK's"
                  + " configuration"));
    }
    JsonNode profile = properties.path(PROFILE);
    if (profile.isBoolean() && !profile.booleanValue() && ABOUT_PROFILES.contains(event.event())) {
      return Optional.of(
          new Warning(
              "invalid_event_when_process_person_profile_is_false",
              "%s is about a profile, but says %s: false. Send it without that property"
                  .formatted(event.event(), PROFILE)));
    }
    return Optional.empty();
  }

  private static boolean keepsProfile(CapturedEvent event, List<Warning> warnings) {
    JsonNode profile = event.properties().path(PROFILE);
    if (profile.isBoolean()) {
      return profile.booleanValue();
    }
    if (!profile.isMissingNode()) {
      warnings.add(
          new Warning(
              "invalid_process_person_profile",
              "%s is %s and was taken for true: it must be true or false"
                  .formatted(PROFILE, profile)));
    }
    return true;
  }

  private static ObjectNode normalised(CapturedEvent event, String ip, boolean anonymizeIps) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    properties.setAll(event.properties());
    properties.remove(BLOAT);
    if (anonymizeIps) {
      properties.remove("$ip");
    } else if (!properties.hasNonNull("$ip") && !ip.isEmpty()) {
      properties.put("$ip", ip);
    }
    return properties;
  }

  private static String takeElements(ObjectNode properties) {
    JsonNode chain = properties.remove("$elements_chain");
    JsonNode elements = properties.remove("$elements");
    return chain != null && chain.isTextual() && !chain.textValue().isEmpty()
        ? chain.textValue()
        : ElementsChain.of(elements);
  }

  private static Optional<MergeRequest> merge(
      PersonKey who, CapturedEvent event, List<Warning> warnings) {
    String other =
        switch (event.event()) {
          case "$identify" -> text(event.properties().path("$anon_distinct_id"));
          case "$create_alias", "$merge_dangerously" -> text(event.properties().path("alias"));
          default -> "";
        };
    if (other.isEmpty() || other.equals(event.distinctId())) {
      return Optional.empty();
    }
    for (String id : List.of(event.distinctId(), other)) {
      if (DistinctIdRules.isIllegal(id)) {
        warnings.add(
            new Warning(
                "cannot_merge_with_illegal_distinct_id",
                "'%s' stands for no particular person, so %s of '%s' and '%s' was not done: send"
                        .formatted(cut(id), event.event(), cut(other), cut(event.distinctId()))
                    + " the id of one user"));
        return Optional.empty();
      }
    }
    return Optional.of(
        new MergeRequest(
            other, PersonKey.of(who.project(), other), event.event().equals("$merge_dangerously")));
  }

  private static String cut(String id) {
    return id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME) + "...";
  }

  private static String text(JsonNode id) {
    if (id.isMissingNode() || id.isNull()) {
      return "";
    }
    String text = id.isTextual() ? id.textValue() : id.toString();
    return text.replace('\0', '\uFFFD');
  }
}
