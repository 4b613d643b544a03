package dev.tenrec.events.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of an HTML form, as browsers without CORS permission send it.
 *
 * @param data the payload, decoded from its percent signs only
 * @param compression the hint that came with it
 */
record FormBody(String data, Optional<String> compression) {
  private static final List<String> BEGINNINGS =
      List.of("data=", "ver=", "_=", "ip=", "compression=");
  private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /** Whether to read the body as a form. Some clients send JSON under a form's media type. */
  static boolean isForm(String contentType, byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 16), ISO_8859_1);
    if (BEGINNINGS.stream().anyMatch(start::startsWith)) {
      return true;
    }
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return mediaType.equals(MEDIA_TYPE)
        && !Payload.looksLikeJson(body)
        && !Encoding.isGzip(body)
        && !Base64Text.looksLike(body);
  }

  static FormBody parse(String form) throws RefusedException {
    Optional<String> data = Optional.empty();
    Optional<String> compression = Optional.empty();
    for (String pair : form.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (name.equals("data")) {
        data = Optional.of(unescape(value)).filter(text -> !text.isEmpty());
      } else if (name.equals("compression")) {
        compression = Optional.of(unescape(value));
      }
    }
    return new FormBody(
        data.orElseThrow(
            () ->
                new RefusedException(
                    400,
                    "missing_form_data",
                    "The body is sent as a form and has no field 'data':"
                        + " put the events there, or send JSON as application/json")),
        compression);
  }

  private static String unescape(String value) throws RefusedException {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException broken) {
      throw new RefusedException(
          400, "invalid_form", "The form has a broken percent escape: " + broken.getMessage());
    }
  }
}
