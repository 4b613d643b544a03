package dev.tenrec.query.engine.cache;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The rows of a query and when they were computed. */
record RememberedResult(Instant computedAt, List<List<JsonNode>> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PER_VALUE = 40;

  RememberedResult {
    requireNonNull(computedAt, "computedAt is null");
    rows = List.copyOf(rows);
  }

  /** About how much memory it takes. */
  long size() {
    long size = 0;
    for (List<JsonNode> row : rows) {
      size += PER_VALUE;
      for (JsonNode value : row) {
        size +=
            PER_VALUE + (value.isTextual() ? value.textValue().length() : PER_VALUE * value.size());
      }
    }
    return size;
  }

  /** Compressed JSON. */
  byte[] bytes() {
    ObjectNode whole = JSON.createObjectNode().put("computed_at", computedAt.toString());
    ArrayNode list = whole.putArray("rows");
    rows.forEach(row -> list.addArray().addAll(row));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
      JSON.writeValue(compressed, whole);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory could not be written", impossible);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes} wrote; empty when it is anything else. */
  static Optional<RememberedResult> read(byte[] bytes, int width) {
    try (GZIPInputStream compressed = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      JsonNode whole = JSON.readTree(compressed);
      List<List<JsonNode>> rows = new ArrayList<>();
      for (JsonNode row : whole.path("rows")) {
        List<JsonNode> values = new ArrayList<>(width);
        row.forEach(values::add);
        if (values.size() != width) {
          return Optional.empty();
        }
        rows.add(values);
      }
      return Optional.of(
          new RememberedResult(Instant.parse(whole.path("computed_at").asText()), rows));
    } catch (IOException | DateTimeException damaged) {
      return Optional.empty();
    }
  }
}
