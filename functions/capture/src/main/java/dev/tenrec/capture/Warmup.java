package dev.tenrec.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.CapturedEvents;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.events.wire.CaptureDecoder;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.streams.EnvelopeStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * One request before the first one, for a snapshot of the instance to be taken with its classes
 * loaded and its table read once. The request is refused and leaves nothing behind.
 */
final class Warmup {
  private static final String NO_EVENT = "{\"api_key\":\"phc_warmup\",\"batch\":[{}]}";

  private Warmup() {}

  /** Whether a snapshot will be taken of this instance. */
  static boolean isWanted(Map<String, String> environment) {
    return "snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  /** Never fails: what does not work now may work when the first request comes. */
  static void run(ProjectLookup projects) {
    EnvelopeStream nowhere = _ -> {};
    TimeOrderedIds ids = TimeOrderedIds.system();
    Capture capture =
        new Capture(
            new CaptureDecoder(ids),
            projects,
            nowhere,
            new Rejections(nowhere, ids),
            InstantSource.system(),
            _ -> {});
    capture.handle(
        new HttpRequest("POST", "/e/", Map.of(), Map.of(), Map.of(), gzip(NO_EVENT), ""));
    UUID id = ids.get();
    CapturedEvent event =
        new CapturedEvent(
            id, "warmup", "warmup", Instant.EPOCH, JsonNodeFactory.instance.objectNode());
    EnvelopeCodec.write(new CapturedEvents(1, "warmup", Instant.EPOCH, "", false, List.of(event)));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
