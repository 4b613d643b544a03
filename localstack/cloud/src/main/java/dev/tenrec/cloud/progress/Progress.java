package dev.tenrec.cloud.progress;

/** Where the local cloud reports to. Safe to call from any thread. */
public interface Progress {
  /** Something was done. */
  void step(String line);

  /**
   * Something was not understood, left out or went wrong, and the cloud went on. The same line is
   * shown once.
   */
  void notice(String line);

  /** A function printed a line. */
  void printed(String function, String line);
}
