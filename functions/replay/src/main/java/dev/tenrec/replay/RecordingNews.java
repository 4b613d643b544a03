package dev.tenrec.replay;

import dev.tenrec.events.ProcessedRecordings;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.recordings.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is published of the recordings of a slice: each as it is now, whoever made it so. */
final class RecordingNews {
  // A recording has some hundred bytes; where long addresses make more of them, the stream divides.
  private static final int TOGETHER = 500;

  private RecordingNews() {}

  static List<ProcessedRecordings> of(Collection<Recording> recordings, Duration kept) {
    Map<Long, List<RecordingVersion>> byProject = new TreeMap<>();
    for (Recording recording : recordings) {
      byProject
          .computeIfAbsent(recording.key().project(), _ -> new ArrayList<>())
          .add(recording.published(kept));
    }
    List<ProcessedRecordings> news = new ArrayList<>();
    byProject.forEach(
        (project, versions) -> {
          for (int first = 0; first < versions.size(); first += TOGETHER) {
            int end = Math.min(first + TOGETHER, versions.size());
            news.add(new ProcessedRecordings(project, versions.subList(first, end)));
          }
        });
    return news;
  }
}
