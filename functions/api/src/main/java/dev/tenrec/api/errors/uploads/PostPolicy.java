package dev.tenrec.api.errors.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The signed policy of a POST to S3 (signature version 4): one key, one size range, for some
 * minutes. The SDK signs no such forms.
 *
 * @param bucket the bucket
 * @param region its region
 * @param credentials whose permission is lent
 */
record PostPolicy(String bucket, String region, AwsCredentials credentials) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  Map<String, String> fields(String key, long mostBytes, Instant now, Duration valid) {
    String date = STAMP.format(now).substring(0, 8);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("key", key);
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put(
        "x-amz-credential",
        "%s/%s/%s/s3/aws4_request".formatted(credentials.accessKeyId(), date, region));
    fields.put("x-amz-date", STAMP.format(now));
    if (credentials instanceof AwsSessionCredentials session) {
      fields.put("x-amz-security-token", session.sessionToken());
    }
    String policy = policy(fields, mostBytes, now.plus(valid));
    fields.put("policy", policy);
    fields.put("x-amz-signature", signature(policy, date));
    return fields;
  }

  private String policy(Map<String, String> fields, long mostBytes, Instant until) {
    ObjectNode policy = JsonNodeFactory.instance.objectNode();
    policy.put("expiration", DateTimeFormatter.ISO_INSTANT.format(until));
    ArrayNode conditions = policy.putArray("conditions");
    conditions.addObject().put("bucket", bucket);
    fields.forEach((name, value) -> conditions.addObject().put(name, value));
    conditions.addArray().add("content-length-range").add(1).add(mostBytes);
    return Base64.getEncoder().encodeToString(policy.toString().getBytes(UTF_8));
  }

  private String signature(String policy, String date) {
    byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
    for (String part : new String[] {date, region, "s3", "aws4_request"}) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, policy));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("This Java has no HmacSHA256", missing);
    }
  }
}
