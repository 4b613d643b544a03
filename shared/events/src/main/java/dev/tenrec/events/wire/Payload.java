package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.events.wire.CaptureRequest.Form;
import java.util.Optional;

/** Undoes the encodings around a request's JSON. */
final class Payload {
  private Payload() {}

  /** The JSON as text; not yet parsed. */
  static String decode(CaptureRequest request) throws RefusedException {
    Optional<Encoding> hint = request.parameter("compression").flatMap(Encoding::named);
    Optional<String> data = request.parameter("data");
    byte[] content = request.body();
    if (data.isEmpty() && content.length == 0) {
      throw new RefusedException(
          400, "empty_payload", "The request is empty: send events in the body or in 'data'");
    }
    if (data.isEmpty() && FormBody.isForm(request.contentType(), content)) {
      FormBody form = FormBody.parse(new String(content, UTF_8));
      hint = hint.or(() -> form.compression().flatMap(Encoding::named));
      data = Optional.of(form.data());
    }
    boolean lz64 = hint.filter(Encoding.LZ64::equals).isPresent();
    if (data.isPresent()) {
      content = fromText(data.get(), lz64);
    } else if (!lz64 && Base64Text.looksLike(content)) {
      content = Base64Text.decode(new String(content, ISO_8859_1));
    }
    Encoding encoding =
        hint.or(() -> Encoding.named(request.contentEncoding())).orElse(Encoding.NONE);
    byte[] plain = encoding.decode(content);
    if (request.form() != Form.CURRENT && Base64Text.looksLike(plain)) {
      plain = Base64Text.decode(new String(plain, ISO_8859_1));
    }
    return text(plain);
  }

  // The data of a form or of a query is plain JSON, LZ text, or base64 of something.
  private static byte[] fromText(String data, boolean lz64) throws RefusedException {
    byte[] bytes = data.getBytes(UTF_8);
    if (looksLikeJson(bytes)) {
      return bytes;
    }
    return lz64 ? data.replace(' ', '+').getBytes(ISO_8859_1) : Base64Text.decode(data);
  }

  static boolean looksLikeJson(byte[] bytes) {
    for (byte character : bytes) {
      if (!Character.isWhitespace(character)) {
        return character == '{' || character == '[';
      }
    }
    return false;
  }

  // Broken UTF-8 costs the broken characters and not the request.
  private static String text(byte[] plain) {
    String text = new String(plain, UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
