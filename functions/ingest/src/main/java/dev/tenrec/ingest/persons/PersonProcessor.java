package dev.tenrec.ingest.persons;

import dev.tenrec.ingest.events.PreparedEvent;
import dev.tenrec.ingest.events.Warning;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import dev.tenrec.stores.persons.MergedPerson;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.persons.PersonStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Works batches of events into persons.
 *
 * <p>Guarantees: events are worked in one after the other, each seeing what those before it did; a
 * merge is written whole with everything else that happened to the persons it joins; when {@link
 * #process} returns, everything is written; when it fails, doing the whole batch again, or from any
 * record on, ends the same as if it had not failed.
 */
public final class PersonProcessor {
  // Of the 100 writes of a transaction; one event adds three at most.
  private static final int TOGETHER = 90;
  private static final int ATTEMPTS = 10;

  private final PersonStore store;
  private final InstantSource clock;

  public PersonProcessor(PersonStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Works the events in.
   *
   * @throws StoreUnavailableException when persons cannot be read or written now
   */
  public PersonResults process(List<PreparedEvent> events) {
    Instant now = clock.instant();
    PersonNews news = new PersonNews(now);
    PersonOutcome[] outcomes = new PersonOutcome[events.size()];
    List<Integer> open = IntStream.range(0, events.size()).boxed().toList();
    int attempts = 0;
    while (!open.isEmpty()) {
      Pass pass = new Pass(events, open, outcomes, news, now);
      pass.run();
      open = pass.open();
      attempts = pass.lost() ? attempts + 1 : attempts;
      if (attempts == ATTEMPTS) {
        throw new StoreUnavailableException(
            "Somebody else wrote the same persons %d times in between; try again later"
                .formatted(attempts));
      }
    }
    return new PersonResults(Arrays.asList(outcomes), news.byProject());
  }

  /** One round: read, work out, write. What was lost or not reached stays open. */
  private final class Pass {
    private final List<PreparedEvent> events;
    private final List<Integer> todo;
    private final PersonOutcome[] outcomes;
    private final PersonNews news;
    private final PersonBook book;
    private final PersonPass pass;
    private final Map<Integer, PersonPass.Step> steps = new LinkedHashMap<>();
    private final Set<Integer> open = new LinkedHashSet<>();
    private boolean lost;

    Pass(
        List<PreparedEvent> events,
        List<Integer> todo,
        PersonOutcome[] outcomes,
        PersonNews news,
        Instant now) {
      this.events = events;
      this.todo = todo;
      this.outcomes = outcomes;
      this.news = news;
      this.book = PersonBook.read(store, mentioned(), now);
      this.pass = new PersonPass(book, now);
    }

    List<Integer> open() {
      return List.copyOf(open);
    }

    boolean lost() {
      return lost;
    }

    void run() {
      workIn();
      Map<PersonKey, List<PersonChange>> changes = book.changes();
      List<PersonKey> groups = List.copyOf(changes.keySet());
      List<Outcome> written = store.write(List.copyOf(changes.values()));
      Map<PersonKey, Outcome> byGroup = new HashMap<>();
      for (int index = 0; index < groups.size(); index++) {
        byGroup.put(groups.get(index), written.get(index));
        if (written.get(index) == Outcome.WRITTEN) {
          changes.get(groups.get(index)).forEach(this::publish);
        }
      }
      steps.forEach(
          (event, step) ->
              settle(
                  event, step, byGroup.getOrDefault(book.group(step.person()), Outcome.WRITTEN)));
      todo.stream().filter(event -> outcomes[event] == null).forEach(open::add);
    }

    private void workIn() {
      for (int index : todo) {
        PreparedEvent event = events.get(index);
        try {
          PersonPass.Step step = pass.apply(event);
          outcomes[index] = step.outcome();
          steps.put(index, step);
          if (book.together(step.person()) >= TOGETHER) {
            return;
          }
        } catch (RuntimeException poison) {
          outcomes[index] =
              new PersonOutcome.Refused(
                  new Warning("processing_failed", "The event broke its processing: " + poison));
        }
      }
    }

    private void settle(int event, PersonPass.Step step, Outcome outcome) {
      switch (outcome) {
        case WRITTEN -> {
          if (!step.again().isEmpty()) {
            book.place(step.person()).person().ifPresent(person -> publishAgain(step, person));
          }
        }
        case LOST -> {
          outcomes[event] = null;
          lost = true;
        }
        case REFUSED ->
            outcomes[event] =
                new PersonOutcome.Refused(
                    new Warning(
                        "person_not_writable",
                        "The table of persons refuses the person as this event would leave it"));
      }
    }

    // The earlier delivery may have ended before it published what it had written.
    private void publishAgain(PersonPass.Step step, Person person) {
      news.person(person);
      Set<UUID> ids = new LinkedHashSet<>(PersonBook.ownIds(person));
      ids.addAll(step.again());
      news.overrides(ids, person);
      news.gone(ids, person);
    }

    private void publish(PersonChange change) {
      switch (change.after()) {
        case Person person -> {
          news.person(person);
          news.overrides(book.addedTo(person.key()), person);
        }
        case MergedPerson merged ->
            book.place(merged.key())
                .person()
                .filter(_ -> book.lived(merged.key()))
                .ifPresent(person -> news.gone(Set.of(merged.key().id()), person));
      }
    }

    private Set<PersonKey> mentioned() {
      Set<PersonKey> keys = new LinkedHashSet<>();
      for (int index : todo) {
        PreparedEvent event = events.get(index);
        keys.add(event.who());
        event.merge().ifPresent(merge -> keys.add(merge.key()));
      }
      return keys;
    }
  }
}
