package dev.tenrec.cloud.testing.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Writes what comes from a stream to the end of a file, a line a record. */
public final class Recorder implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final Path file = Path.of(System.getenv("FILE"));

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    for (Map<String, Object> record : (List<Map<String, Object>>) event.get("Records")) {
      String data = (String) ((Map<String, Object>) record.get("kinesis")).get("data");
      String line = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
      try {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Map.of("batchItemFailures", List.of());
  }
}
