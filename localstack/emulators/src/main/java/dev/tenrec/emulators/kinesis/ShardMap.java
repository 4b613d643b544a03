package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsFailure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The shards of a stream, in order of their numbers. Immutable: a change returns a new map.
 *
 * <p>The open shards always cover every hash key exactly once.
 */
final class ShardMap {
  private final List<Shard> shards;
  private final NavigableMap<BigInteger, Shard> openByFirstKey = new TreeMap<>();

  ShardMap(List<Shard> shards) {
    this.shards = List.copyOf(shards);
    this.shards.stream()
        .filter(Shard::isOpen)
        .forEach(shard -> openByFirstKey.put(shard.range().first(), shard));
  }

  static ShardMap uniform(int count, long start) {
    List<Shard> shards = new ArrayList<>();
    for (HashRange range : HashRange.uniform(count)) {
      shards.add(new Shard(shards.size(), range, List.of(), start, OptionalLong.empty()));
    }
    return new ShardMap(shards);
  }

  List<Shard> all() {
    return shards;
  }

  /** The open shards in order of their hash keys. */
  List<Shard> open() {
    return List.copyOf(openByFirstKey.values());
  }

  /** The open shard that takes records of {@code hashKey}. */
  Shard route(BigInteger hashKey) {
    return openByFirstKey.floorEntry(hashKey).getValue();
  }

  Shard require(String id) {
    return shards.stream()
        .filter(shard -> shard.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                AwsFailure.client("ResourceNotFoundException", "Shard " + id + " does not exist"));
  }

  List<Shard> children(Shard parent) {
    return shards.stream().filter(shard -> shard.parents().contains(parent.number())).toList();
  }

  /** Closes a shard and opens two; {@code boundary} is above every sequence number given out. */
  ShardMap split(Shard parent, BigInteger secondStart, long boundary) {
    requireOpen(parent);
    if (!parent.range().contains(secondStart) || parent.range().first().equals(secondStart)) {
      throw AwsFailure.client(
          "InvalidArgumentException",
          "The hash key " + secondStart + " does not lie inside " + parent.id());
    }
    return replace(
        List.of(parent),
        List.of(parent.range().before(secondStart), parent.range().from(secondStart)),
        boundary);
  }

  /** Closes two adjacent shards and opens one. */
  ShardMap merge(Shard one, Shard other, long boundary) {
    requireOpen(one);
    requireOpen(other);
    boolean ascending = one.range().isFollowedBy(other.range());
    if (!ascending && !other.range().isFollowedBy(one.range())) {
      throw AwsFailure.client(
          "InvalidArgumentException", one.id() + " and " + other.id() + " are not adjacent");
    }
    Shard low = ascending ? one : other;
    Shard high = ascending ? other : one;
    HashRange whole = new HashRange(low.range().first(), high.range().last());
    return replace(List.of(one, other), List.of(whole), boundary);
  }

  /**
   * Splits and merges until {@code count} equal shards are open, over intermediate shards that
   * never hold a record.
   */
  ShardMap resize(int count, long boundary) {
    int open = openByFirstKey.size();
    if (count < 1 || count > 2 * open || 2 * count < open) {
      throw AwsFailure.client(
          "InvalidArgumentException",
          "A stream of " + open + " shards can go from half to double of that, not to " + count);
    }
    ShardMap map = this;
    long next = boundary;
    for (HashRange target : HashRange.uniform(count)) {
      Shard first = map.route(target.first());
      if (!first.range().first().equals(target.first())) {
        map = map.split(first, target.first(), next++);
      }
    }
    for (HashRange target : HashRange.uniform(count)) {
      List<Shard> parts = map.inside(target);
      while (parts.size() > 1) {
        map = map.merge(parts.get(0), parts.get(1), next++);
        parts = map.inside(target);
      }
    }
    return map;
  }

  /** Without the closed shards that {@code expired} picks. */
  ShardMap without(Predicate<Shard> expired) {
    return new ShardMap(
        shards.stream().filter(shard -> shard.isOpen() || !expired.test(shard)).toList());
  }

  private List<Shard> inside(HashRange target) {
    return open().stream().filter(shard -> target.contains(shard.range())).toList();
  }

  private ShardMap replace(List<Shard> parents, List<HashRange> ranges, long boundary) {
    List<Shard> changed = new ArrayList<>();
    for (Shard shard : shards) {
      changed.add(parents.contains(shard) ? shard.closedAt(boundary - 1) : shard);
    }
    List<Integer> numbers = parents.stream().map(Shard::number).toList();
    int number = shards.stream().max(Comparator.comparing(Shard::number)).orElseThrow().number();
    for (HashRange range : ranges) {
      changed.add(new Shard(++number, range, numbers, boundary, OptionalLong.empty()));
    }
    return new ShardMap(changed);
  }

  private static void requireOpen(Shard shard) {
    if (!shard.isOpen()) {
      throw AwsFailure.client("InvalidArgumentException", shard.id() + " is closed");
    }
  }
}
