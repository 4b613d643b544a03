package dev.tenrec.cloud.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestInProcessFunctions extends FunctionsContract {
  @Override
  FunctionsSettings.Isolation isolation() {
    return FunctionsSettings.Isolation.CLASS_LOADER;
  }

  @Test
  void noProcessIsStarted() {
    Functions functions = functions(obedient("Obedient", Map.of()));

    assertThat(text(functions, "pid")).isEqualTo("" + ProcessHandle.current().pid());
    assertThat(processes).isEmpty();
  }
}
