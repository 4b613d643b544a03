package dev.tenrec.stores.batches;

/** What became of a group of writes. */
public enum Outcome {
  /** All of it is in the table. */
  WRITTEN,
  /** None of it: an item has changed meanwhile. Read again and decide again. */
  LOST,
  /** None of it, and trying again is no use: the table does not take an item like this. */
  REFUSED
}
