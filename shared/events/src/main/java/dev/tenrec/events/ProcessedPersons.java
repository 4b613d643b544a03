package dev.tenrec.events;

import java.util.List;

/**
 * Person changes that a batch of events caused.
 *
 * @param project the project
 * @param persons the changed persons
 * @param overrides the merges
 */
public record ProcessedPersons(
    long project, List<PersonVersion> persons, List<PersonOverride> overrides) implements Envelope {
  public ProcessedPersons {
    persons = List.copyOf(persons);
    overrides = List.copyOf(overrides);
    if (persons.isEmpty() && overrides.isEmpty()) {
      throw new IllegalArgumentException("persons and overrides are empty: nothing changed");
    }
  }

  @Override
  public Stage stage() {
    return Stage.PROCESSED;
  }

  @Override
  public Kind kind() {
    return Kind.PERSONS;
  }

  @Override
  public String partitionKey() {
    return project
        + ":"
        + (persons.isEmpty() ? overrides.getFirst().personId() : persons.getFirst().personId());
  }
}
