package dev.tenrec.assets;

import java.util.List;
import java.util.Map;

/**
 * A file that the build packed.
 *
 * @param path where it lies, such as {@code static/array.js}
 * @param hash identifies its content
 * @param encodings the forms in which it lies compressed, smallest first
 */
record PackedFile(String path, String hash, List<String> encodings) {
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("woff2", "font/woff2"));

  PackedFile {
    encodings = List.copyOf(encodings);
  }

  String mediaType() {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  /** Weak, since the compressed forms share it. */
  String etag() {
    return "W/\"" + hash + "\"";
  }
}
