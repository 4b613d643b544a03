package dev.tenrec.ingest;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TestIngestHandler {
  @Test
  void aMissingVariableIsNamed() {
    assertThatThrownBy(() -> new IngestHandler(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BUCKET");
  }
}
