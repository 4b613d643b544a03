package dev.tenrec.stores.table;

/** What must hold of the item in the table for a write to happen. */
public sealed interface Condition {
  /** Nothing: the write always happens. */
  static Condition none() {
    return new None();
  }

  /** There is no such item. */
  static Condition absent() {
    return new Absent();
  }

  /** The item exists. */
  static Condition present() {
    return new Present();
  }

  /** The item's attribute {@code version} has this value. */
  static Condition version(long expected) {
    return new Version(expected);
  }

  /** Always true. */
  record None() implements Condition {}

  /** True where no item stands. */
  record Absent() implements Condition {}

  /** True where an item stands. */
  record Present() implements Condition {}

  /** True where the item's version is the expected one. */
  record Version(long expected) implements Condition {}
}
