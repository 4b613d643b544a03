package dev.tenrec.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tenrec.lake.KeyHash;

/**
 * What identifies a row.
 *
 * @param project its project
 * @param id its id
 */
record Key(long project, String id) {
  static Key of(long project, byte[] id) {
    return new Key(project, new String(id, UTF_8));
  }

  long hash() {
    return KeyHash.of(project, id.getBytes(UTF_8));
  }
}
