package dev.tenrec.streams;

import static dev.tenrec.streams.Samples.NOON;
import static dev.tenrec.streams.Samples.events;
import static dev.tenrec.streams.Samples.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.GroupVersion;
import dev.tenrec.events.PersonOverride;
import dev.tenrec.events.PersonVersion;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.events.ProcessedGroups;
import dev.tenrec.events.ProcessedPersons;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestEnvelopeParts {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  @Test
  void capturedEventsAreHalvedInOrder() {
    assertThat(EnvelopeParts.halve(events("ann", 0, 3, 1)))
        .containsExactly(events("ann", 0, 1, 1), events("ann", 1, 2, 1));
  }

  @Test
  void processedEventsAreHalvedInOrder() {
    ProcessedEvents all = new ProcessedEvents(1, "ann", List.of(processed(1), processed(2)));

    assertThat(EnvelopeParts.halve(all))
        .containsExactly(
            new ProcessedEvents(1, "ann", List.of(processed(1))),
            new ProcessedEvents(1, "ann", List.of(processed(2))));
  }

  @Test
  void personsAndOverridesAreSeparatedFirst() {
    ProcessedPersons all =
        new ProcessedPersons(1, List.of(person(1), person(2)), List.of(override(3), override(4)));

    assertThat(EnvelopeParts.halve(all))
        .containsExactly(persons(person(1), person(2)), overrides(override(3), override(4)));
    assertThat(EnvelopeParts.halve(persons(person(1), person(2))))
        .containsExactly(persons(person(1)), persons(person(2)));
    assertThat(EnvelopeParts.halve(overrides(override(3), override(4))))
        .containsExactly(overrides(override(3)), overrides(override(4)));
  }

  @Test
  void groupsAreHalved() {
    ProcessedGroups all = new ProcessedGroups(1, List.of(group("a"), group("b"), group("c")));

    assertThat(EnvelopeParts.halve(all))
        .containsExactly(
            new ProcessedGroups(1, List.of(group("a"))),
            new ProcessedGroups(1, List.of(group("b"), group("c"))));
  }

  @Test
  void oneThingCannotBeDivided() {
    assertThat(EnvelopeParts.halve(events("ann", 0, 1, 1))).hasSize(1);
    assertThat(EnvelopeParts.halve(persons(person(1)))).hasSize(1);
    assertThat(EnvelopeParts.halve(rejected("{}"))).containsExactly(rejected("{}"));
  }

  private static ProcessedEvent processed(int number) {
    UUID id = new UUID(1, number);
    return new ProcessedEvent(
        id, "clicked", "ann", id, NOON, NOON, PersonMode.FULL, "", NOTHING, NOTHING);
  }

  private static PersonVersion person(int number) {
    return new PersonVersion(new UUID(2, number), 1, List.of(), NOTHING, false, false, NOON, NOON);
  }

  private static PersonOverride override(int number) {
    return new PersonOverride(new UUID(3, number), new UUID(2, 1), 1, NOON);
  }

  private static GroupVersion group(String key) {
    return new GroupVersion(0, "company", key, 1, NOTHING, NOON, NOON);
  }

  private static ProcessedPersons persons(PersonVersion... persons) {
    return new ProcessedPersons(1, List.of(persons), List.of());
  }

  private static ProcessedPersons overrides(PersonOverride... overrides) {
    return new ProcessedPersons(1, List.of(), List.of(overrides));
  }
}
