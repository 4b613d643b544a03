package dev.tenrec.demo.sending;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.demo.recording.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Sends recordings to {@code /s/} as posthog-js does: a list with one {@code $snapshot}, zipped,
 * which nothing but its first bytes says.
 */
public final class RecordingClient {
  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private final Connection connection;
  private final String token;
  private final InstantSource clock;

  public RecordingClient(Connection connection, String token, InstantSource clock) {
    this.connection = connection;
    this.token = token;
    this.clock = clock;
  }

  /**
   * Sends a recording piece by piece and returns when the server has it.
   *
   * @throws NotTakenException when it will not
   */
  public void send(Recording recording) throws InterruptedException {
    for (List<ObjectNode> piece : recording.pieces()) {
      byte[] body = body(recording, piece);
      connection.post(
          "/s/?ver=" + recording.libraryVersion() + "&_=" + clock.millis(),
          () -> body,
          "content-type",
          "text/plain");
    }
  }

  private byte[] body(Recording recording, List<ObjectNode> piece) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringField("event", "$snapshot");
      json.writeNumberField("offset", 0);
      json.writeObjectFieldStart("properties");
      json.writeStringField("token", token);
      json.writeStringField("distinct_id", recording.distinctId());
      json.writeStringField("$session_id", recording.sessionId());
      json.writeStringField("$window_id", recording.windowId());
      json.writeStringField("$lib", "web");
      json.writeStringField("$lib_version", recording.libraryVersion());
      long size = 0;
      json.writeArrayFieldStart("$snapshot_data");
      for (ObjectNode event : piece) {
        json.writeTree(event);
        size += event.toString().length();
      }
      json.writeEndArray();
      json.writeNumberField("$snapshot_bytes", size);
      json.writeEndObject();
      json.writeEndObject();
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A recording was not written into memory", impossible);
    }
    return bytes.toByteArray();
  }
}
