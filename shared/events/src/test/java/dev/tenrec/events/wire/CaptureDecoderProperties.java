package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.ExactJson;
import dev.tenrec.events.wire.CaptureRequest.Form;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CaptureDecoderProperties {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Property
  void everyFormAndEncodingOfABatchDecodesToItsEvents(
      @ForAll("batches") List<CapturedEvent> events) {
    for (String json : shapes(events)) {
      for (CaptureRequest request : encodings(json)) {
        CaptureResult result = Requests.decode(request);
        assertThat(result).isInstanceOf(CaptureBatch.class);
        CaptureBatch batch = (CaptureBatch) result;
        assertThat(batch.token()).isEqualTo("phc_property");
        assertThat(batch.payload()).isEqualTo(json);
        assertThat(batch.events()).isEqualTo(events);
      }
    }
  }

  @Property(tries = 1_000)
  void noRequestMakesTheDecoderFail(
      @ForAll byte[] body,
      @ForAll("encodingNames") String encoding,
      @ForAll("contentTypes") String contentType,
      @ForAll Form form) {
    CaptureRequest request =
        new CaptureRequest(form, Map.of("compression", encoding), contentType, encoding, body, NOW);

    assertThat(Requests.decode(request)).isInstanceOf(CaptureRefusal.class);
  }

  @Property(tries = 1_000)
  void noBodyOfTextMakesTheDecoderFail(@ForAll("almostJson") String body) {
    assertThat(Requests.decode(Requests.post(body))).isNotNull();
  }

  private static List<String> shapes(List<CapturedEvent> events) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    ArrayNode bare = JsonNodeFactory.instance.arrayNode();
    for (CapturedEvent event : events) {
      ObjectNode sent = JsonNodeFactory.instance.objectNode();
      sent.put("event", event.event()).put("distinct_id", event.distinctId());
      sent.put("uuid", event.uuid().toString()).set("properties", event.properties());
      bare.add(sent);
      array.add(sent.deepCopy().put("token", "phc_property"));
    }
    ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("api_key", "phc_property");
    envelope.set("batch", bare);
    envelope.put("sent_at", "2026-03-01T11:00:00Z");
    List<String> shapes =
        new ArrayList<>(List.of(ExactJson.write(array), ExactJson.write(envelope)));
    if (events.size() == 1) {
      shapes.add(ExactJson.write(array.get(0)));
    }
    return shapes;
  }

  private static List<CaptureRequest> encodings(String json) {
    byte[] plain = json.getBytes(UTF_8);
    byte[] gzip = compress(plain, GZIPOutputStream::new);
    String base64 = Base64.getEncoder().encodeToString(plain);
    String lz64 = TestingLzString.compress(json);
    return List.of(
        post(Map.of(), "application/json", "", plain),
        post(Map.of(), FORM, "", plain),
        post(Map.of(), "text/plain", "", gzip),
        post(Map.of("compression", "gzip-js"), "text/plain", "", gzip),
        post(Map.of("compression", "gzip"), "application/json", "gzip", gzip),
        post(Map.of(), "", "deflate", compress(plain, DeflaterOutputStream::new)),
        post(Map.of(), "", "zstd", compress(plain, ZstdOutputStream::new)),
        post(Map.of("compression", "base64"), "text/plain", "", base64.getBytes(UTF_8)),
        post(Map.of("compression", "base64"), FORM, "", form(base64)),
        post(Map.of(), FORM, "", form(json)),
        post(Map.of("compression", "lz64"), FORM, "", form(lz64)),
        post(Map.of("compression", "lz64"), "text/plain", "", lz64.getBytes(UTF_8)),
        Requests.get(Map.of("data", json)),
        Requests.get(Map.of("data", base64)),
        Requests.get(Map.of("data", base64.replace('+', ' '))),
        Requests.get(Map.of("data", Base64.getEncoder().encodeToString(gzip))),
        Requests.get(Map.of("data", Base64.getUrlEncoder().withoutPadding().encodeToString(plain))),
        Requests.get(Map.of("data", lz64, "compression", "lz64")));
  }

  private static CaptureRequest post(
      Map<String, String> query, String contentType, String contentEncoding, byte[] body) {
    return Requests.post(query, contentType, contentEncoding, body);
  }

  private static byte[] form(String data) {
    return ("ver=1.0&data=" + URLEncoder.encode(data, UTF_8)).getBytes(UTF_8);
  }

  private static byte[] compress(byte[] plain, Compressor compressor) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = compressor.open(bytes)) {
      stream.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Compressor {
    OutputStream open(OutputStream out) throws IOException;
  }

  @Provide
  Arbitrary<List<CapturedEvent>> batches() {
    Arbitrary<ObjectNode> properties =
        Arbitraries.maps(text(0), Arbitraries.oneOf(text(0), Arbitraries.longs()))
            .ofMaxSize(3)
            .map(
                all -> {
                  ObjectNode object = JsonNodeFactory.instance.objectNode();
                  all.forEach((name, value) -> object.putPOJO(name, value));
                  try {
                    return (ObjectNode) ExactJson.read(ExactJson.write(object));
                  } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                  }
                })
            .filter(all -> !all.has("token") && !all.has("$cookieless_mode"));
    return Combinators.combine(
            Arbitraries.longs(), text(1), text(1).map(id -> id.replace('\0', '0')), properties)
        .as((id, name, who, all) -> new CapturedEvent(new UUID(7, id), name, who, NOW, all))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> encodingNames() {
    return Arbitraries.of("gzip", "lz64", "deflate", "br", "zstd", "base64", "none");
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.of("application/json", FORM, "text/plain", "");
  }

  @Provide
  Arbitrary<String> almostJson() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"event\"",
            "\"distinct_id\"",
            "\"a\"",
            "1e9",
            "-3",
            "null",
            "true",
            "\"token\"",
            "\"batch\"",
            "\"properties\"",
            "\"uuid\"",
            "\"timestamp\"",
            "\"offset\"",
            "\"\\ud800\"",
            "\"2026-01-01\"")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> text(int shortest) {
    return Arbitraries.strings()
        .ofMinLength(shortest)
        .ofMaxLength(20)
        .filter(value -> value.codePoints().noneMatch(point -> point >= 0xd800 && point < 0xe000));
  }
}
