package dev.tenrec.recordings;

class TestTestingRecordingStore extends RecordingStoreContract {
  private final RecordingStore store = new TestingRecordingStore();

  @Override
  RecordingStore store() {
    return store;
  }
}
