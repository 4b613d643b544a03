package dev.tenrec.lake.pipeline;

import dev.tenrec.lake.testing.Faults;
import dev.tenrec.lake.testing.TestingPipelineState;

class TestTestingPipelineState extends PipelineStateContract {
  @Override
  PipelineState state() {
    return new TestingPipelineState(new Faults(), now::get);
  }
}
