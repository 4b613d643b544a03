package dev.tenrec.lake.testing;

import dev.tenrec.lake.pipeline.Lease;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.pipeline.Shard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pipeline's state in memory. */
public final class TestingPipelineState implements PipelineState {
  private final Faults faults;
  private final InstantSource clock;
  private final Map<Shard, String> checkpoints = new HashMap<>();
  private final TreeMap<String, Registration> pending = new TreeMap<>();
  private final Map<String, Lease> leases = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();

  public TestingPipelineState(Faults faults, InstantSource clock) {
    this.faults = faults;
    this.clock = clock;
  }

  /** Remembers everything as it is now; running the result brings it back. */
  public synchronized Runnable snapshot() {
    List<Runnable> parts =
        List.of(restore(checkpoints), restore(pending), restore(leases), restore(notes));
    return () -> {
      synchronized (this) {
        parts.forEach(Runnable::run);
      }
    };
  }

  private static <K, V> Runnable restore(Map<K, V> map) {
    Map<K, V> saved = Map.copyOf(map);
    return () -> {
      map.clear();
      map.putAll(saved);
    };
  }

  @Override
  public synchronized Optional<String> checkpoint(Shard shard) {
    faults.step("read checkpoint");
    return Optional.ofNullable(checkpoints.get(shard));
  }

  @Override
  public synchronized boolean advance(
      Shard shard, Optional<String> from, String to, List<Registration> registrations) {
    faults.step("before advance");
    if (!Optional.ofNullable(checkpoints.get(shard)).equals(from)) {
      return false;
    }
    checkpoints.put(shard, to);
    registrations.forEach(registration -> pending.put(key(registration), registration));
    faults.step("after advance");
    return true;
  }

  private static String key(Registration registration) {
    return registration.table() + "#" + registration.id();
  }

  @Override
  public synchronized List<Registration> pending(String table, int limit) {
    faults.step("read pending");
    return pending.values().stream()
        .filter(registration -> registration.table().equals(table))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void remove(List<Registration> registrations) {
    for (Registration registration : registrations) {
      faults.step("before remove");
      pending.remove(key(registration));
      faults.step("after remove");
    }
  }

  @Override
  public synchronized Optional<Lease> acquire(String name, Duration duration) {
    faults.step("before acquire");
    Instant now = clock.instant();
    Lease held = leases.get(name);
    if (held != null && held.expiresAt().isAfter(now)) {
      return Optional.empty();
    }
    long token = held == null ? 1 : held.token() + 1;
    Instant end = Instant.ofEpochMilli(now.plus(duration).toEpochMilli());
    Lease lease = new Lease(name, token, end);
    leases.put(name, lease);
    faults.step("after acquire");
    return Optional.of(lease);
  }

  @Override
  public synchronized Optional<Lease> renew(Lease lease, Duration duration) {
    faults.step("before renew");
    if (leases.get(lease.name()).token() != lease.token()) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochMilli(clock.instant().plus(duration).toEpochMilli());
    Lease longer = new Lease(lease.name(), lease.token(), end);
    leases.put(lease.name(), longer);
    faults.step("after renew");
    return Optional.of(longer);
  }

  @Override
  public synchronized void release(Lease lease) {
    faults.step("before release");
    Lease held = leases.get(lease.name());
    if (held != null && held.token() == lease.token()) {
      leases.put(lease.name(), new Lease(lease.name(), lease.token(), Instant.EPOCH));
    }
    faults.step("after release");
  }

  @Override
  public synchronized Optional<String> note(String name) {
    faults.step("read note");
    return Optional.ofNullable(notes.get(name));
  }

  @Override
  public synchronized void note(String name, String text) {
    faults.step("before note");
    notes.put(name, text);
    faults.step("after note");
  }
}
