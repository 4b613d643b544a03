package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of a queue as a file of lines, each a message as it has become or the number of one
 * that is gone. What was appended survives {@code kill -9}; a line that a crash tore is ignored.
 */
final class MessageJournal implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LEAST_LINES = 1_000;

  private final Path file;
  private FileChannel channel;
  private long lines;

  private MessageJournal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens the journal and adds its messages to {@code messages}, by their numbers. */
  static MessageJournal open(Path file, Map<Long, QueuedMessage> messages) throws IOException {
    Map<Long, QueuedMessage> live = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        reader.lines().forEach(line -> replay(line, live));
      }
    }
    messages.putAll(live);
    MessageJournal journal = new MessageJournal(file, append(file));
    // Also so that a torn line does not run into the next one.
    journal.compact(live.values());
    return journal;
  }

  private static FileChannel append(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void replay(String line, Map<Long, QueuedMessage> live) {
    try {
      ObjectNode node = (ObjectNode) MAPPER.readTree(line);
      if (node.has("gone")) {
        live.remove(node.get("gone").asLong());
      } else {
        QueuedMessage message = QueuedMessage.fromJson(node);
        live.put(message.number(), message);
      }
    } catch (JacksonException e) {
      System.getLogger(MessageJournal.class.getName())
          .log(System.Logger.Level.WARNING, "Ignored a line that a crash has torn: {0}", line);
    }
  }

  void put(List<QueuedMessage> messages) throws IOException {
    write(messages.stream().map(QueuedMessage::toJson).toList());
  }

  void remove(List<QueuedMessage> messages) throws IOException {
    write(
        messages.stream()
            .map(message -> JsonNodeFactory.instance.objectNode().put("gone", message.number()))
            .toList());
  }

  /** Rewrites the file with only the messages that live, once most of its lines are old. */
  void compactIfOld(Collection<QueuedMessage> live) throws IOException {
    if (lines > LEAST_LINES && lines > 4L * live.size()) {
      compact(live);
    }
  }

  private void compact(Collection<QueuedMessage> live) throws IOException {
    Path rewritten = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(rewritten);
    channel.close();
    channel = append(rewritten);
    lines = 0;
    put(List.copyOf(live));
    Files.move(
        rewritten, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void write(List<ObjectNode> nodes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ObjectNode node : nodes) {
      bytes.write(MAPPER.writeValueAsBytes(node));
      bytes.write('\n');
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    lines += nodes.size();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
