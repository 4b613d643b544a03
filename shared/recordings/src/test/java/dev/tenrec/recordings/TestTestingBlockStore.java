package dev.tenrec.recordings;

class TestTestingBlockStore extends BlockStoreContract {
  private final BlockStore store = new TestingBlockStore();

  @Override
  BlockStore store() {
    return store;
  }
}
