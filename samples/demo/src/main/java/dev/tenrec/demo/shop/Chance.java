package dev.tenrec.demo.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded randomness in the shop's words. */
public final class Chance {
  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  /** The same numbers for the same parts, and others for any other. */
  public static Chance of(long... parts) {
    long seed = 0;
    for (long part : parts) {
      seed = (seed ^ part) * GOLDEN;
      seed ^= seed >>> 29;
    }
    return new Chance(new SplittableRandom(seed));
  }

  /** Whether it happens, which it does as often as is said. */
  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /** Mostly around the middle, sometimes several times as much. */
  public double around(double middle) {
    return middle * Math.exp(random.nextGaussian() * 0.5);
  }

  /** A time around so many seconds. */
  public Duration seconds(double middle) {
    return Duration.ofMillis((long) (1_000 * Math.max(0.4, around(middle))));
  }

  /** One of these, by their weights. */
  public <T> T pick(List<Weighted<T>> choices) {
    double left = random.nextDouble() * choices.stream().mapToDouble(Weighted::weight).sum();
    for (Weighted<T> choice : choices) {
      left -= choice.weight();
      if (left < 0) {
        return choice.value();
      }
    }
    return choices.getLast().value();
  }

  /** The place of one of these weights. */
  public int pick(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = random.nextDouble() * sum;
    for (int index = 0; index < weights.length; index++) {
      left -= weights[index];
      if (left < 0) {
        return index;
      }
    }
    return weights.length - 1;
  }

  /** A UUID of version 7. */
  public UUID id(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Text as click ids are. */
  public String code(int length) {
    String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    StringBuilder code = new StringBuilder(length);
    for (int index = 0; index < length; index++) {
      code.append(letters.charAt(random.nextInt(letters.length())));
    }
    return code.toString();
  }

  /** One of several choices. */
  public record Weighted<T>(double weight, T value) {}
}
