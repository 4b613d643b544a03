package dev.tenrec.cloud.resources;

/** Makes S3 buckets. */
final class BucketMaker {
  private static final int CONFLICT = 409;

  private final Making making;

  BucketMaker(Making making) {
    this.making = making;
  }

  void make() {
    int status = making.service().rest("PUT", "/" + making.name(), new byte[0]);
    if (status >= 300 && status != CONFLICT) {
      throw new IllegalStateException(
          "The bucket " + making.name() + " cannot be made: S3 answered " + status);
    }
    if (making.properties().has("NotificationConfiguration")) {
      making.notices().accept("notifications of buckets have no effect here");
    }
  }
}
