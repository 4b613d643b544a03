package dev.tenrec.ingest.persons;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ProcessedEvent.PersonMode;
import dev.tenrec.ingest.events.JsonSize;
import dev.tenrec.ingest.events.MergeRequest;
import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.stores.persons.Applied;
import dev.tenrec.stores.persons.DistinctIds;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Works events into the persons of a book, one after the other. */
final class PersonPass {
  private static final int LARGEST_PROPERTIES = 128 * 1_024;

  private final PersonBook book;
  private final Instant now;

  PersonPass(PersonBook book, Instant now) {
    this.book = book;
    this.now = now;
  }

  /**
   * One event and the person it led to.
   *
   * @param person whose write decides whether the outcome holds
   * @param again the ids the event mentions, if an earlier delivery had worked it in already
   */
  record Step(PersonKey person, PersonOutcome.Known outcome, Set<UUID> again) {}

  Step apply(PreparedEvent event) {
    Place own = book.place(event.who());
    if (!event.profile()) {
      return step(
          own.key(),
          own.person().isPresent() ? PersonMode.FORCE_UPGRADE : PersonMode.PROPERTYLESS,
          JsonNodeFactory.instance.objectNode(),
          List.of());
    }
    if (own.person().isPresent()
        && own.person().get().applied().reached(event.who(), event.position())) {
      return again(event, own.person().get());
    }
    List<Warning> warnings = new ArrayList<>();
    boolean isNew = own.person().isEmpty();
    Person person;
    if (event.merge().isPresent()) {
      MergeRequest merge = event.merge().get();
      Place other = book.place(merge.key());
      isNew = isNew && other.person().isEmpty();
      person = merged(event, merge, own, other, warnings);
    } else {
      person = own.person().orElseGet(() -> create(event, own.key(), false, warnings));
    }
    ObjectNode shown = isNew ? person.properties() : update(event, person, warnings);
    book.seen(person.key(), event.who(), event.position());
    return step(person.key(), PersonMode.FULL, shown, warnings);
  }

  /** The event's changes are in its person: an earlier delivery may have ended right after that. */
  private Step again(PreparedEvent event, Person person) {
    List<Warning> warnings = new ArrayList<>();
    Set<UUID> mentioned = new LinkedHashSet<>();
    mentioned.add(event.who().id());
    event
        .merge()
        .ifPresent(
            merge -> {
              Place other = book.place(merge.key());
              if (other.key().equals(person.key())) {
                mentioned.add(merge.key().id());
              } else {
                other
                    .person()
                    .flatMap(source -> refusal(event, merge, source, person))
                    .ifPresent(warnings::add);
              }
            });
    ObjectNode after = PropertyRules.changed(person.properties(), event.update()).properties();
    ObjectNode shown = isTooLarge(event, after, warnings) ? person.properties() : after;
    return new Step(
        person.key(),
        new PersonOutcome.Known(person.key().id(), PersonMode.FULL, shown, warnings),
        mentioned);
  }

  private Person merged(
      PreparedEvent event, MergeRequest merge, Place own, Place other, List<Warning> warnings) {
    if (own.person().isEmpty()) {
      if (other.person().isEmpty()) {
        Person created = create(event, own.key(), true, warnings);
        return book.add(other.key(), merge.other(), created);
      }
      return identified(book.add(own.key(), event.source().distinctId(), other.person().get()));
    }
    Person target = own.person().get();
    if (own.key().equals(other.key())) {
      return identified(target);
    }
    if (other.person().isEmpty()) {
      return identified(book.add(other.key(), merge.other(), target));
    }
    Person source = other.person().get();
    Optional<Warning> refusal = refusal(event, merge, source, target);
    if (refusal.isPresent()) {
      warnings.add(refusal.get());
      return identified(target);
    }
    ObjectNode union = PropertyRules.merged(target.properties(), source.properties());
    Instant createdAt =
        source.createdAt().isBefore(target.createdAt()) ? source.createdAt() : target.createdAt();
    ObjectNode kept = isTooLarge(event, union, warnings) ? target.properties() : union;
    return book.merge(source, with(target, kept, true, createdAt));
  }

  private static Optional<Warning> refusal(
      PreparedEvent event, MergeRequest merge, Person source, Person target) {
    String pair = "'%s' into '%s'".formatted(merge.other(), event.source().distinctId());
    if (source.identified() && !merge.dangerous()) {
      return Optional.of(
          new Warning(
              "cannot_merge_already_identified",
              pair
                  + " was not merged by "
                  + event.name()
                  + ", because it was identified before: two users would become one. If they are"
                  + " one, send $merge_dangerously"));
    }
    if (!target.distinctIds().canTake(source.distinctIds())) {
      return Optional.of(
          new Warning(
              "cannot_merge_too_many_distinct_ids",
              pair
                  + " was not merged: the person would have more than "
                  + DistinctIds.LIMIT
                  + " distinct ids. Look for an id that is sent for many users"));
    }
    return Optional.empty();
  }

  private Person create(
      PreparedEvent event, PersonKey key, boolean identified, List<Warning> warnings) {
    ObjectNode properties = PropertyRules.created(event.update());
    if (isTooLarge(event, properties, warnings)) {
      properties = JsonNodeFactory.instance.objectNode();
    }
    return book.create(
        new Person(
            key,
            1,
            properties,
            identified,
            DistinctIds.of(event.source().distinctId()),
            Applied.nothing(),
            event.source().timestamp(),
            now));
  }

  private Person identified(Person person) {
    return person.identified()
        ? person
        : book.update(with(person, person.properties(), true, person.createdAt()));
  }

  private ObjectNode update(PreparedEvent event, Person person, List<Warning> warnings) {
    PropertyRules.Changed changed = PropertyRules.changed(person.properties(), event.update());
    if (!changed.worthWriting()) {
      return changed.properties();
    }
    if (isTooLarge(event, changed.properties(), warnings)) {
      return person.properties();
    }
    book.update(with(person, changed.properties(), person.identified(), person.createdAt()));
    return changed.properties();
  }

  private static boolean isTooLarge(
      PreparedEvent event, ObjectNode properties, List<Warning> warnings) {
    if (JsonSize.of(properties) <= LARGEST_PROPERTIES) {
      return false;
    }
    warnings.add(
        new Warning(
            "person_properties_too_large",
            "%s of '%s' would make the person's properties larger than %d bytes, so they stay as"
                    .formatted(event.name(), event.source().distinctId(), LARGEST_PROPERTIES)
                + " they are: keep long values on events"));
    return true;
  }

  private static Person with(
      Person person, ObjectNode properties, boolean identified, Instant createdAt) {
    return new Person(
        person.key(),
        person.version(),
        properties,
        identified,
        person.distinctIds(),
        person.applied(),
        createdAt,
        person.updatedAt());
  }

  private static Step step(
      PersonKey person, PersonMode mode, ObjectNode properties, List<Warning> warnings) {
    return new Step(
        person, new PersonOutcome.Known(person.id(), mode, properties, warnings), Set.of());
  }
}
