package dev.tenrec.lake.objects;

/**
 * Where an object is.
 *
 * @param bucket the bucket
 * @param key the key
 */
record ObjectLocation(String bucket, String key) {
  private static final String SCHEME = "s3://";

  static ObjectLocation of(String location) {
    int slash = location.indexOf('/', SCHEME.length());
    if (!location.startsWith(SCHEME) || slash < 0) {
      throw new IllegalArgumentException(
          "\"" + location + "\" is not the place of an object: write s3://bucket/key");
    }
    return new ObjectLocation(
        location.substring(SCHEME.length(), slash), location.substring(slash + 1));
  }

  @Override
  public String toString() {
    return SCHEME + bucket + "/" + key;
  }
}
