package dev.tenrec.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.flags.FlagException;
import dev.tenrec.flags.property.Facts;
import dev.tenrec.flags.property.PropertyFilter;
import dev.tenrec.flags.property.PropertyFilters;
import dev.tenrec.workflow.template.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Property filters of an event and of its person, all of which must hold; none always hold.
 *
 * @param ofEvent filters of the event's properties
 * @param ofPerson filters of the person's properties
 */
public record Criteria(
    List<PropertyFilter.OfPerson> ofEvent, List<PropertyFilter.OfPerson> ofPerson) {
  private static final int MOST = 50;

  public Criteria {
    ofEvent = List.copyOf(ofEvent);
    ofPerson = List.copyOf(ofPerson);
  }

  /**
   * The filters of a list {@code [{key, type, operator, value}]}, the type being event or person.
   *
   * @param place the list's path, for messages
   */
  static Criteria parse(JsonNode filters, String place) {
    if (!filters.isArray() && !filters.isMissingNode() && !filters.isNull()) {
      throw new WorkflowException(place, "Expected a list of property filters.");
    }
    if (filters.size() > MOST) {
      throw new WorkflowException(
          place, "There are " + filters.size() + " property filters: use at most " + MOST + ".");
    }
    List<PropertyFilter.OfPerson> ofEvent = new ArrayList<>();
    List<PropertyFilter.OfPerson> ofPerson = new ArrayList<>();
    for (JsonNode filter : filters) {
      String type = filter.path("type").asText("event");
      switch (type) {
        case "event" -> ofEvent.add(parseOne(filter, place));
        case "person" -> ofPerson.add(parseOne(filter, place));
        default ->
            throw new WorkflowException(
                place, "type is \"" + type + "\": filter by properties of event or person.");
      }
    }
    return new Criteria(ofEvent, ofPerson);
  }

  // The evaluator of flags tests properties of persons; those of an event are tested the same way.
  private static PropertyFilter.OfPerson parseOne(JsonNode filter, String place) {
    if (!(filter instanceof ObjectNode object)) {
      throw new WorkflowException(place, filter + " is no property filter: it must be an object.");
    }
    try {
      return (PropertyFilter.OfPerson)
          PropertyFilters.parse(object.deepCopy().put("type", "person"), key -> key);
    } catch (FlagException refused) {
      throw new WorkflowException(place, refused.getMessage());
    }
  }

  boolean hold(JsonNode properties, JsonNode person, Instant now) {
    return all(ofEvent, properties, now) && all(ofPerson, person, now);
  }

  /** Whether they hold of a run's context. */
  public boolean holdOf(JsonNode context, Instant now) {
    return hold(
        context.path("event").path("properties"), context.path("person").path("properties"), now);
  }

  Set<Reference> references() {
    return Stream.concat(
            ofEvent.stream().map(filter -> new Reference("event.properties", filter.key())),
            ofPerson.stream().map(filter -> new Reference("person.properties", filter.key())))
        .collect(Collectors.toSet());
  }

  private static boolean all(
      List<PropertyFilter.OfPerson> filters, JsonNode properties, Instant now) {
    if (filters.isEmpty()) {
      return true;
    }
    Map<String, JsonNode> values = new TreeMap<>();
    properties.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
    Facts facts = Facts.ofPerson(values, now);
    return filters.stream().allMatch(filter -> filter.matches(facts));
  }
}
