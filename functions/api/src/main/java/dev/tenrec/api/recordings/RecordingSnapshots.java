package dev.tenrec.api.recordings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockFrame;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.RecordingStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/**
 * What a recording shows: first where it is ({@code sources}), then the lines {@code [windowId,
 * event]} of some of its blocks. A block's key never changes while the recording grows.
 */
record RecordingSnapshots(RecordingStore recordings, BlockStore blocks, RecordingKey key) {
  private static final String SOURCE = "blob_v2";
  private static final int MOST_KEYS = 20;
  // An answer of a function has 6 MB at most, in base 64.
  private static final int MOST_BYTES = 4_400_000;

  HttpResponse answer(HttpRequest request) {
    if (request.parameter("source").isEmpty()) {
      return sources();
    }
    String source = request.parameter("source").get();
    if (!source.equals(SOURCE)) {
      throw ApiException.invalid(
          "source", "invalid", "source is \"" + source + "\": it must be " + SOURCE);
    }
    boolean single = request.parameter("blob_key").isPresent();
    int first = number(request, single ? "blob_key" : "start_blob_key");
    int last = number(request, single ? "blob_key" : "end_blob_key");
    if (last < first || last - first >= MOST_KEYS) {
      throw ApiException.invalid(
          "end_blob_key",
          "invalid",
          "end_blob_key is %d and start_blob_key %d: ask for 1 to %d keys at once"
              .formatted(last, first, MOST_KEYS));
    }
    return lines(request, first, last);
  }

  private HttpResponse sources() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var sources = body.putArray("sources");
    for (Block block : recordings.blocks(key)) {
      sources
          .addObject()
          .put("source", SOURCE)
          .put("start_timestamp", Instant.ofEpochMilli(block.facts().start()).toString())
          .put("end_timestamp", Instant.ofEpochMilli(block.facts().end()).toString())
          .put("blob_key", String.valueOf(block.number()));
    }
    return HttpResponse.json(200, body);
  }

  private HttpResponse lines(HttpRequest request, int first, int last) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int found = 0;
    for (Block block : recordings.blocks(key, first, last)) {
      blocks.read(block.place()).flatMap(BlockFrame::lines).ifPresent(all::writeBytes);
      found++;
    }
    if (found == 0) {
      throw ApiException.notFound("The recording has no blocks %d to %d.".formatted(first, last));
    }
    boolean zipped = request.header("accept-encoding").orElse("").contains("gzip");
    byte[] body = zipped ? gzip(all.toByteArray()) : all.toByteArray();
    if (body.length > MOST_BYTES) {
      throw ApiException.invalid(
          "end_blob_key",
          "too_large",
          "Blocks %d to %d have %d bytes, an answer has at most %d: ask for fewer keys, or accept gzip"
              .formatted(first, last, body.length, MOST_BYTES));
    }
    HttpResponse response =
        HttpResponse.of(200, "application/jsonl", body)
            .withHeader("cache-control", "private, max-age=3600")
            .withHeader("vary", "accept-encoding");
    return zipped ? response.withHeader("content-encoding", "gzip") : response;
  }

  private static int number(HttpRequest request, String name) {
    String text =
        request
            .parameter(name)
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        name, "required", name + " is missing: name the blocks to read"));
    if (!text.matches("[0-9]{1,8}")) {
      throw ApiException.invalid(
          name, "invalid", name + " is \"" + text + "\": it must be a whole number");
    }
    return Integer.parseInt(text);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
