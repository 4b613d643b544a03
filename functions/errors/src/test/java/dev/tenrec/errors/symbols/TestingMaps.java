package dev.tenrec.errors.symbols;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.errors.sourcemap.SourceMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** A program in two releases, its maps, and stacks as posthog-js reports them from Chrome. */
public final class TestingMaps {
  private static final String FIRST = text("first.js");
  private static final String SECOND = text("second.js");

  /** {@code applyCoupon} reads the coupon of an order that has none. */
  public static final String BUG_IN_FIRST_RELEASE =
      frame("first", "HTMLButtonElement.e", at(FIRST, "{o({total", 1))
          + frame("first", "o", at(FIRST, "${n(t)}", 2))
          + frame("first", "n", at(FIRST, "percent", 0)).replaceFirst(",$", "");

  /** The same. */
  public static final String BUG_IN_SECOND_RELEASE =
      frame("second", "HTMLButtonElement.i", at(SECOND, "{e({total", 1))
          + frame("second", "e", at(SECOND, "${r(t)}", 2))
          + frame("second", "r", at(SECOND, "percent", 0)).replaceFirst(",$", "");

  /** {@code refund} asks a gateway that was never imported. */
  public static final String OTHER_BUG_IN_SECOND_RELEASE =
      frame("second", "HTMLButtonElement.<anonymous>", at(SECOND, "=>u(3)", 2))
          + frame("second", "u", at(SECOND, "missingGateway", 0)).replaceFirst(",$", "");

  private TestingMaps() {}

  /** The symbol sets of both releases, as if uploaded. */
  public static SymbolSets ofTwoReleases() {
    Map<String, ParsedMap> maps =
        Map.of("chunk-first", parsed("first.js"), "chunk-second", parsed("second.js"));
    return (_, chunk) ->
        Optional.ofNullable(maps.get(chunk))
            .map(map -> new SymbolSets.Uploaded(map, Optional.empty()));
  }

  private static ParsedMap parsed(String script) {
    return new ParsedMap.Usable(
        SourceMap.parse(text(script + ".map")), new MinifiedScript(text(script)));
  }

  private static int at(String script, String words, int further) {
    return script.indexOf(words) + further + 1;
  }

  private static String frame(String release, String function, int column) {
    return ("{\"platform\":\"web:javascript\",\"filename\":\"https://shop.example/%s.js\","
            + "\"function\":\"%s\",\"lineno\":1,\"colno\":%d,\"in_app\":true,"
            + "\"chunk_id\":\"chunk-%s\"},")
        .formatted(release, function, column, release);
  }

  private static String text(String resource) {
    try (InputStream stream = TestingMaps.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
