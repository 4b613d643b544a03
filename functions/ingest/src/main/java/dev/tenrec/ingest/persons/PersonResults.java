package dev.tenrec.ingest.persons;

import dev.tenrec.events.ProcessedPersons;
import java.util.List;

/**
 * What a batch did to persons.
 *
 * @param outcomes one for each event, in order
 * @param news what is to be published, one for each project
 */
public record PersonResults(List<PersonOutcome> outcomes, List<ProcessedPersons> news) {
  public PersonResults {
    outcomes = List.copyOf(outcomes);
    news = List.copyOf(news);
  }
}
