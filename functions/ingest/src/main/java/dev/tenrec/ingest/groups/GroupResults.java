package dev.tenrec.ingest.groups;

import dev.tenrec.events.ProcessedGroups;
import java.util.List;

/**
 * What a batch did to groups.
 *
 * @param outcomes one for each event, in order
 * @param news what is to be published, one for each project
 */
public record GroupResults(List<GroupOutcome> outcomes, List<ProcessedGroups> news) {
  public GroupResults {
    outcomes = List.copyOf(outcomes);
    news = List.copyOf(news);
  }
}
