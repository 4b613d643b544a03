package dev.tenrec.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/**
 * JSON that keeps every number as it was written: whole numbers of any length stay whole, decimal
 * numbers keep all their digits ({@code 1.10} stays {@code 1.10}), nothing passes through a
 * floating point number.
 */
public final class ExactJson {
  private static final JsonMapper MAPPER = mapper(2_000, 4_000);
  private static final JsonMapper UNTRUSTED = mapper(500, 1_000);
  private static final ObjectReader WITH_NON_FINITE =
      UNTRUSTED.reader().with(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);

  private static final ObjectReader PART =
      UNTRUSTED.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private ExactJson() {}

  /** Reads one JSON value. */
  public static JsonNode read(byte[] utf8) throws JsonProcessingException {
    try {
      return MAPPER.readTree(utf8);
    } catch (JsonProcessingException malformed) {
      throw malformed;
    } catch (IOException impossible) {
      throw new IllegalStateException("An array could not be read", impossible);
    }
  }

  /** Reads one JSON value. */
  public static JsonNode read(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /**
   * Reads one JSON value that comes from the outside: nesting deeper than 500 levels and numbers of
   * more than 1,000 digits are refused, so that whatever is accepted can be read again inside an
   * envelope. A lone surrogate, which UTF-8 cannot hold, becomes the replacement character; {@code
   * NaN} and {@code Infinity}, which Python's encoder writes, become {@code null}: one missing
   * number must not cost a batch.
   */
  public static JsonNode readUntrusted(String text) throws JsonProcessingException {
    JsonNode value =
        NonFiniteNumbers.possibleIn(text)
            ? NonFiniteNumbers.replace(WITH_NON_FINITE.readTree(text))
            : UNTRUSTED.readTree(text);
    return LoneSurrogates.possibleIn(text) ? LoneSurrogates.replace(value) : value;
  }

  /**
   * A parser over JSON that comes from the outside, with the limits of {@link #readUntrusted}, for
   * what is too large to make a tree of. Lone surrogates stay as they are.
   */
  public static JsonParser untrustedParser(String text) {
    try {
      return UNTRUSTED.getFactory().createParser(new StringReader(text));
    } catch (IOException impossible) {
      throw new IllegalStateException("A text could not be opened", impossible);
    }
  }

  /** Reads the value that the parser stands at, and leaves the parser at its end. */
  public static JsonNode readValue(JsonParser parser) throws IOException {
    return PART.readTree(parser);
  }

  /** Writes {@code value} without spaces. */
  public static String write(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A JSON tree could not be written", impossible);
    }
  }

  /**
   * Writes {@code value} without spaces, in UTF-8. A lone surrogate, which UTF-8 cannot hold,
   * becomes a question mark.
   */
  public static byte[] writeBytes(JsonNode value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
  }

  static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper mapper(int nesting, int digits) {
    return JsonMapper.builder(
            JsonFactory.builder()
                // Names come from the outside: interned, they would never be freed.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(nesting)
                        .maxNumberLength(digits)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .streamWriteConstraints(
                    StreamWriteConstraints.builder().maxNestingDepth(nesting).build())
                .build())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }
}
