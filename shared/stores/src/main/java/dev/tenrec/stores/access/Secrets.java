package dev.tenrec.stores.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Makes the tokens and keys people carry, and the hashes under which secret ones are stored. The
 * random source is taken at each call, so that no two copies of a snapshot share their future.
 */
public final class Secrets {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 43;

  private Secrets() {}

  /** A project's public token. */
  public static String projectToken() {
    return "phc_" + random();
  }

  static String personalKey() {
    return "phx_" + random();
  }

  static String projectSecret() {
    return "phs_" + random();
  }

  /** What people may see of a secret: enough to tell it from others. */
  static String mask(String secret) {
    return secret.substring(0, 6) + "..." + secret.substring(secret.length() - 4);
  }

  static String session() {
    return "ths_" + random();
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("This Java has no SHA-256", missing);
    }
  }

  private static String random() {
    return new SecureRandom()
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }
}
