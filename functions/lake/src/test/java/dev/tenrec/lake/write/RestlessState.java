package dev.tenrec.lake.write;

import dev.tenrec.lake.pipeline.Lease;
import dev.tenrec.lake.pipeline.PipelineState;
import dev.tenrec.lake.pipeline.Registration;
import dev.tenrec.lake.pipeline.Shard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A state in which somebody else always moves the checkpoint first. */
record RestlessState(PipelineState state) implements PipelineState {
  @Override
  public boolean advance(
      Shard shard, Optional<String> from, String to, List<Registration> registrations) {
    return false;
  }

  @Override
  public Optional<String> checkpoint(Shard shard) {
    return state.checkpoint(shard);
  }

  @Override
  public List<Registration> pending(String table, int limit) {
    return state.pending(table, limit);
  }

  @Override
  public void remove(List<Registration> registrations) {
    state.remove(registrations);
  }

  @Override
  public Optional<Lease> acquire(String name, Duration duration) {
    return state.acquire(name, duration);
  }

  @Override
  public Optional<Lease> renew(Lease lease, Duration duration) {
    return state.renew(lease, duration);
  }

  @Override
  public void release(Lease lease) {
    state.release(lease);
  }

  @Override
  public Optional<String> note(String name) {
    return state.note(name);
  }

  @Override
  public void note(String name, String text) {
    state.note(name, text);
  }
}
