package dev.tenrec.cloud.testing;

import dev.tenrec.cloud.progress.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is reported. */
public final class TestingProgress implements Progress {
  private final List<String> steps = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();

  @Override
  public void step(String line) {
    steps.add(line);
  }

  @Override
  public void notice(String line) {
    notices.add(line);
  }

  @Override
  public void printed(String function, String line) {
    // It is in the function's log.
  }

  public List<String> steps() {
    return steps;
  }

  public List<String> notices() {
    return notices;
  }
}
