package dev.tenrec.events.wire;

import static dev.tenrec.events.wire.Requests.get;
import static dev.tenrec.events.wire.Requests.on;
import static dev.tenrec.events.wire.Requests.post;
import static dev.tenrec.events.wire.Requests.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedEvent;
import dev.tenrec.events.wire.CaptureRequest.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TestPayload {
  private static final String JSON =
      "{\"event\":\"a>>?\",\"distinct_id\":\"ähm\",\"token\":\"phc_1\"}  ";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void plainJsonUnderAnyMediaType() {
    for (String type : new String[] {"application/json", "text/plain", "", FORM, "nonsense"}) {
      assertReads(post(Map.of(), type, "", JSON.getBytes(UTF_8)));
    }
  }

  @Test
  void gzipIsRecognisedWithoutAHint() throws Exception {
    assertReads(post(Map.of(), "text/plain", "", gzip(JSON)));
    assertReads(post(Map.of(), FORM, "", gzip(JSON)));
  }

  @Test
  void gzipHintedTwiceIsDecompressedOnce() throws Exception {
    assertReads(post(Map.of("compression", "gzip"), "application/json", "gzip", gzip(JSON)));
    assertReads(post(Map.of("compression", "GZIP-JS"), "text/plain", "", gzip(JSON)));
  }

  @Test
  void aHintThatNoLongerHoldsIsIgnored() {
    assertReads(post(Map.of("compression", "gzip-js"), "", "gzip", JSON.getBytes(UTF_8)));
    assertReads(post(Map.of("compression", "snappy"), "", "identity", JSON.getBytes(UTF_8)));
  }

  @Test
  void contentEncodingsOfTheNewerEndpoint() throws Exception {
    assertReads(post(Map.of(), "", "deflate", deflate(JSON, false)));
    assertReads(post(Map.of(), "", "deflate", deflate(JSON, true)));
  }

  @Test
  void whatOtherProgramsCompressedIsRead() throws Exception {
    List<CapturedEvent> plain = Requests.batch(post(Map.of(), "", "", sample(""))).events();

    assertThat(plain).hasSize(40);
    assertThat(Requests.batch(post(Map.of(), "", "br", sample(".br"))).events()).isEqualTo(plain);
    assertThat(Requests.batch(post(Map.of(), "", "zstd", sample(".zst"))).events())
        .isEqualTo(plain);
  }

  @Test
  void base64AsTheWholeBody() {
    assertReads(post(Map.of(), "text/plain", "", base64(JSON).getBytes(UTF_8)));
    assertReads(post(Map.of("compression", "base64"), FORM, "", base64(JSON).getBytes(UTF_8)));
  }

  @Test
  void aFormWithBase64() {
    String escaped = "data=" + URLEncoder.encode(base64(JSON), UTF_8);

    assertReads(form(escaped));
    assertReads(form(escaped + "&compression=base64&ver=1.2.3"));
    assertReads(form("ver=1&" + escaped));
    assertReads(post(Map.of(), "text/plain", "", escaped.getBytes(UTF_8)));
  }

  @Test
  void plusSignsThatBecameSpacesAreTurnedBack() {
    String base64 = base64(JSON);
    assertThat(base64).contains("+");

    assertReads(form("data=" + base64));
    assertReads(get(Map.of("data", base64.replace('+', ' '))));
  }

  @Test
  void aFormWithPlainJson() {
    assertReads(form("data=" + URLEncoder.encode(JSON, UTF_8)));
  }

  @Test
  void aFormWithGzipInBase64() throws Exception {
    String data = URLEncoder.encode(Base64.getEncoder().encodeToString(gzip(JSON)), UTF_8);

    assertReads(form("data=" + data + "&compression=gzip-js"));
  }

  @Test
  void lz64InAFormOrAlone() {
    String compressed = TestingLzString.compress(JSON);

    assertReads(form("data=" + URLEncoder.encode(compressed, UTF_8) + "&compression=lz64"));
    assertReads(
        post(Map.of("compression", "lz-string"), "text/plain", "", compressed.getBytes(UTF_8)));
    assertReads(get(Map.of("compression", "lz64", "data", compressed)));
  }

  @Test
  void dataOfTheQueryComesBeforeTheBody() {
    assertReads(get(Map.of("data", JSON)));
    assertReads(get(Map.of("data", base64(JSON))));
    assertReads(post(Map.of("data", base64(JSON)), "", "", "nonsense".getBytes(UTF_8)));
    assertReads(post(Map.of("data", ""), "", "", JSON.getBytes(UTF_8)));
  }

  @Test
  void base64InsideGzipIsUnwrappedOnLegacyPathsOnly() throws Exception {
    CaptureRequest request = post(Map.of(), "text/plain", "", gzip(base64(JSON)));

    assertReads(request);
    assertReads(on(Form.ENGAGE, request));
    assertThat(refusal(on(Form.CURRENT, request)).reason()).isEqualTo("invalid_json");
  }

  @Test
  void brokenUtf8AndAByteOrderMarkCostNoEvent() {
    byte[] broken = JSON.getBytes(ISO_8859_1);
    assertThat(new String(broken, UTF_8)).contains("\ufffdhm");

    assertThat(Requests.batch(post(Map.of(), "", "", broken)).events().getFirst().distinctId())
        .isEqualTo("\ufffdhm");
    assertReads(post("\ufeff" + JSON));
  }

  @Test
  void whatCannotBeDecodedIsRefusedWithItsReason() throws Exception {
    assertRefused(form("ver=1"), 400, "missing_form_data");
    assertRefused(form("nonsense!"), 400, "missing_form_data");
    assertRefused(form("data=%zz"), 400, "invalid_form");
    assertRefused(form("data=***"), 400, "invalid_base64");
    assertRefused(get(Map.of("data", "*")), 400, "invalid_base64");
    byte[] cut = Arrays.copyOf(gzip(JSON), 30);
    assertRefused(post(Map.of(), "", "", cut), 400, "invalid_compression");
    byte[] junk = "junk!".getBytes(UTF_8);
    for (String encoding : new String[] {"gzip", "deflate", "br", "zstd", "lz64"}) {
      assertRefused(post(Map.of(), "", encoding, junk), 400, "invalid_compression");
    }
    assertRefused(post(Map.of(), "", "", junk), 400, "invalid_json");
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() throws Exception {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      for (int megabyte = 0; megabyte < 400; megabyte++) {
        gzip.write(zeros);
      }
    }
    assertThat(bomb.size()).isLessThan(1 << 20);

    assertRefused(post(Map.of(), "", "", bomb.toByteArray()), 413, "payload_too_large");
  }

  @Test
  void theLargestPayloadIsTaken() throws Exception {
    String filling = "x".repeat(CaptureDecoder.PAYLOAD_LIMIT - JSON.length() - 20);
    String large = JSON.replace("}", ",\"properties\":{\"a\":\"" + filling + "\"}}");
    int over = large.getBytes(UTF_8).length - CaptureDecoder.PAYLOAD_LIMIT;
    String largest = large.replace("\"a\":\"" + "x".repeat(over), "\"a\":\"");

    assertThat(Requests.batch(post(Map.of(), "", "", gzip(largest))).events()).hasSize(1);
    assertRefused(post(Map.of(), "", "", gzip(largest + " ")), 413, "payload_too_large");
  }

  private static void assertReads(CaptureRequest request) {
    CaptureBatch batch = Requests.batch(request);
    assertThat(batch.events()).hasSize(1);
    assertThat(batch.events().getFirst().event()).isEqualTo("a>>?");
    assertThat(batch.events().getFirst().distinctId()).isEqualTo("ähm");
  }

  private static void assertRefused(CaptureRequest request, int status, String reason) {
    CaptureRefusal refusal = refusal(request);
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal.status()).isEqualTo(status);
  }

  private static byte[] sample(String ending) throws IOException {
    try (InputStream sample = TestPayload.class.getResourceAsStream("batch.json" + ending)) {
      return sample.readAllBytes();
    }
  }

  private static CaptureRequest form(String body) {
    return post(Map.of(), FORM + "; charset=UTF-8", "", body.getBytes(UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] deflate(String text, boolean raw) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(bytes, new Deflater(9, raw))) {
      deflate.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
