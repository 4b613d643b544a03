package dev.tenrec.demo.sending;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.demo.shop.DemoEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The body of a batch as SDKs send it: JSON, compressed. */
final class RequestBody {
  private static final JsonFactory JSON = new ObjectMapper().getFactory();

  private RequestBody() {}

  static byte[] of(String token, List<DemoEvent> events, Instant sentAt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(new GZIPOutputStream(bytes))) {
      json.writeStartObject();
      json.writeStringField("api_key", token);
      json.writeStringField("sent_at", sentAt.toString());
      json.writeArrayFieldStart("batch");
      for (DemoEvent event : events) {
        json.writeStartObject();
        json.writeStringField("uuid", event.uuid().toString());
        json.writeStringField("event", event.name());
        json.writeStringField("distinct_id", event.distinctId());
        json.writeStringField("timestamp", event.timestamp().toString());
        json.writeFieldName("properties");
        json.writeTree(event.properties());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A batch was not written into memory", impossible);
    }
    return bytes.toByteArray();
  }
}
