package dev.tenrec.stores.persons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.events.ExactJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A person's properties as an attribute: JSON text, deflated when that is worth it. A write is paid
 * by the kilobyte, and the properties a browser gives a person (1.8 KB) deflate to a third.
 */
final class PropertiesAttribute {
  private static final int WORTH_DEFLATING = 600;

  private PropertiesAttribute() {}

  static AttributeValue of(ObjectNode properties) {
    String text = ExactJson.write(properties);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return plain.length < WORTH_DEFLATING
        ? AttributeValue.fromS(text)
        : AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(deflate(plain)));
  }

  static ObjectNode read(AttributeValue value) {
    try {
      JsonNode read =
          value.b() == null
              ? ExactJson.read(value.s())
              : ExactJson.read(inflate(value.b().asByteArrayUnsafe()));
      if (read instanceof ObjectNode properties) {
        return properties;
      }
      throw new IllegalStateException("A person's properties are no JSON object");
    } catch (JsonProcessingException | DataFormatException damaged) {
      throw new IllegalStateException("A person's properties cannot be read", damaged);
    }
  }

  private static byte[] deflate(byte[] plain) {
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
      byte[] buffer = new byte[4_096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static byte[] inflate(byte[] deflated) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.length * 4);
      byte[] buffer = new byte[4_096];
      while (!inflater.finished()) {
        int length = inflater.inflate(buffer);
        if (length == 0 && inflater.needsInput()) {
          throw new DataFormatException("it ends too early");
        }
        out.write(buffer, 0, length);
      }
      return out.toByteArray();
    }
  }
}
