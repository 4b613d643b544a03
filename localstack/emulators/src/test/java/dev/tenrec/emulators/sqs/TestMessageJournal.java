package dev.tenrec.emulators.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestMessageJournal {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;

  private Path file() {
    return directory.resolve("messages.log");
  }

  private static QueuedMessage message(long number, String body) {
    var content = JsonNodeFactory.instance.objectNode().put("MessageBody", body);
    return new QueuedMessage("id-" + number, number, content, NOW, NOW, 0, NOW, "");
  }

  private Map<Long, QueuedMessage> reopen() throws IOException {
    Map<Long, QueuedMessage> messages = new HashMap<>();
    MessageJournal.open(file(), messages).close();
    return messages;
  }

  @Test
  void returnsTheLastStateOfEveryMessageThatLives() throws IOException {
    QueuedMessage changed = message(1, "line\nbreak").received(NOW, NOW.plusSeconds(30), "r-1");
    try (MessageJournal journal = MessageJournal.open(file(), new HashMap<>())) {
      journal.put(List.of(message(1, "line\nbreak"), message(2, "gone")));
      journal.put(List.of(changed));
      journal.remove(List.of(message(2, "gone")));
    }

    assertThat(reopen()).isEqualTo(Map.of(1L, changed));
  }

  @Test
  void ignoresALineThatACrashHasTornAndWritesOnBehindIt() throws IOException {
    try (MessageJournal journal = MessageJournal.open(file(), new HashMap<>())) {
      journal.put(List.of(message(1, "whole")));
    }
    Files.writeString(file(), "{\"id\":\"id-2\",\"num", StandardOpenOption.APPEND);

    assertThat(reopen()).containsOnlyKeys(1L);
    try (MessageJournal journal = MessageJournal.open(file(), new HashMap<>())) {
      journal.put(List.of(message(3, "next")));
    }
    assertThat(reopen()).containsOnlyKeys(1L, 3L);
  }

  @Test
  void forgetsOldLinesWhileItIsOpen() throws IOException {
    Map<Long, QueuedMessage> live = new HashMap<>();
    try (MessageJournal journal = MessageJournal.open(file(), live)) {
      live.put(0L, message(0, "stays"));
      journal.put(List.copyOf(live.values()));
      for (int i = 1; i <= 1_200; i++) {
        QueuedMessage message = message(i, "x".repeat(100));
        journal.put(List.of(message));
        journal.remove(List.of(message));
        journal.compactIfOld(live.values());
      }
      journal.put(List.of(message(9_999, "last")));
    }

    assertThat(Files.size(file())).isLessThan(250_000);
    assertThat(reopen()).containsOnlyKeys(0L, 9_999L);
  }
}
