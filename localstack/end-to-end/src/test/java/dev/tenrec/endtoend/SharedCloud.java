package dev.tenrec.endtoend;

import java.io.IOException;

/** One cloud for all tests that only send and ask, started by the first of them. */
final class SharedCloud {
  private static RunningCloud cloud;

  private SharedCloud() {}

  static synchronized RunningCloud get() throws IOException, InterruptedException {
    if (cloud == null) {
      cloud = RunningCloud.start(FreshDirectory.named("cloud"));
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(SharedCloud::stop));
    }
    return cloud;
  }

  private static void stop() {
    try {
      cloud.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
