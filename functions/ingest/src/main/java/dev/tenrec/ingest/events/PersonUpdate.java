package dev.tenrec.ingest.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What an event asks of its person's properties.
 *
 * @param set values that replace what was there
 * @param setOnce values for properties that are not there yet
 * @param unset properties to remove, after the rest
 * @param frozen whether the event leaves an existing person as it is
 * @param forced whether even changes of little worth are written
 */
public record PersonUpdate(
    ObjectNode set, ObjectNode setOnce, List<String> unset, boolean frozen, boolean forced) {
  public PersonUpdate {
    requireNonNull(set, "set is null");
    requireNonNull(setOnce, "setOnce is null");
    unset = List.copyOf(unset);
  }

  /** Asks for nothing. */
  public static PersonUpdate none() {
    return new PersonUpdate(
        JsonNodeFactory.instance.objectNode(),
        JsonNodeFactory.instance.objectNode(),
        List.of(),
        true,
        false);
  }
}
