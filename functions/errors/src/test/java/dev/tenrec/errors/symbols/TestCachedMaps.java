package dev.tenrec.errors.symbols;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.stores.symbols.SymbolSet;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestCachedMaps {
  private final Map<String, SymbolSet> sets = new HashMap<>();
  private final Map<String, byte[]> objects = new HashMap<>();
  private final List<String> read = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final CachedMaps maps =
      new CachedMaps(
          (_, chunk) -> Optional.ofNullable(sets.get(chunk)),
          key -> {
            read.add(key);
            return Optional.ofNullable(objects.get(key));
          },
          () -> now,
          1_000);

  @Test
  void aMapIsFetchedOnceAndALaterUploadIsSeenWithinAMinute() {
    upload("c", "r1", 100);
    assertThat(maps.find(1, "c").orElseThrow().map()).isInstanceOf(ParsedMap.Usable.class);
    assertThat(maps.find(1, "c").orElseThrow().release()).contains("r1");
    assertThat(read).hasSize(1);

    upload("c", "r2", 100);
    assertThat(maps.find(1, "c").orElseThrow().release()).contains("r1");
    now = now.plusSeconds(61);
    assertThat(maps.find(1, "c").orElseThrow().release()).contains("r2");
    assertThat(read).hasSize(2);
  }

  @Test
  void theFirstUploadIsSeenWithinSeconds() {
    assertThat(maps.find(1, "c")).isEmpty();
    upload("c", "r1", 100);
    assertThat(maps.find(1, "c")).isEmpty();
    now = now.plusSeconds(6);
    assertThat(maps.find(1, "c")).isPresent();
  }

  @Test
  void theMapThatWasUnusedLongestMakesRoom() {
    upload("a", "r", 500);
    upload("b", "r", 500);
    upload("c", "r", 500);
    maps.find(1, "a");
    maps.find(1, "b");
    maps.find(1, "a");
    maps.find(1, "c");
    maps.find(1, "a");
    assertThat(read).hasSize(3);
    maps.find(1, "b");
    assertThat(read).hasSize(4);
  }

  @Test
  void whatIsNoSymbolSetOrGoneSaysSo() {
    upload("a", "r", 100);
    objects.put(sets.get("a").objectKey(), "nonsense".getBytes(UTF_8));
    upload("b", "r", 100);
    objects.clear();
    assertThat(maps.find(1, "b").orElseThrow().map())
        .isInstanceOfSatisfying(
            ParsedMap.Broken.class, broken -> assertThat(broken.reason()).contains("is gone"));
  }

  private void upload(String chunk, String release, int size) {
    SymbolSet set =
        new SymbolSet(1, UUID.randomUUID(), chunk, Optional.of(release), "h", true, now);
    sets.put(chunk, set);
    objects.put(set.objectKey(), container(size));
  }

  private static byte[] container(int size) {
    String map = "{\"version\":3,\"sources\":[\"a.js\"],\"names\":[],\"mappings\":\"AAAA\"}";
    String script = "x".repeat(Math.max(0, size - map.length() - 46));
    ByteBuffer bytes =
        ByteBuffer.allocate(22 + 8 + 16 + script.length() + map.length())
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("posthog_error_tracking".getBytes(UTF_8)).putInt(1).putInt(2);
    bytes.putLong(script.length()).put(script.getBytes(UTF_8));
    bytes.putLong(map.length()).put(map.getBytes(UTF_8));
    return bytes.array();
  }
}
