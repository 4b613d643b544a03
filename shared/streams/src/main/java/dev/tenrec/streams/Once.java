package dev.tenrec.streams;

import java.util.Optional;
import java.util.function.Supplier;

/** Makes a value at its first use and keeps it. Safe to use from several threads. */
final class Once<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private volatile Optional<T> made = Optional.empty();

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    return made.orElseGet(this::make);
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
