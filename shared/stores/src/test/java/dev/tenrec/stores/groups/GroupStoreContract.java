package dev.tenrec.stores.groups;

import static dev.tenrec.stores.batches.Outcome.LOST;
import static dev.tenrec.stores.batches.Outcome.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of groups does. */
abstract class GroupStoreContract {
  private static final Instant NOW = Instant.parse("2026-05-04T10:11:12.345Z");

  /** A store in which nothing stands yet. */
  abstract GroupStore store();

  @Test
  void aProjectHasNoTypesAtFirst() {
    assertThat(store().types(1)).isEqualTo(GroupTypes.none(1));
  }

  @Test
  void typesAreWrittenOverTheVersionBefore() {
    GroupStore store = store();
    GroupTypes one = GroupTypes.none(1).with("company");
    assertThat(store.write(one)).isTrue();
    assertThat(store.write(GroupTypes.none(1).with("team"))).isFalse();
    GroupTypes two = one.with("team");
    assertThat(store.write(two)).isTrue();
    assertThat(store.types(1)).isEqualTo(two);
    assertThat(store.types(1).indexOf("team")).hasValue(1);
    assertThat(store.types(2)).isEqualTo(GroupTypes.none(2));
  }

  @Test
  void groupsAreWrittenOverTheVersionBefore() {
    GroupStore store = store();
    Group acme = group(0, "acme", 1);
    Group other = group(1, "acme", 1);
    assertThat(store.write(List.of(acme, other))).containsExactly(WRITTEN, WRITTEN);
    assertThat(store.write(List.of(group(0, "acme", 2), group(1, "acme", 1))))
        .containsExactly(WRITTEN, LOST);
    assertThat(store.read(List.of(acme.key(), other.key(), new GroupKey(1, 0, "nobody"))))
        .containsOnlyKeys(acme.key(), other.key())
        .containsEntry(acme.key(), group(0, "acme", 2))
        .containsEntry(other.key(), other);
  }

  private static Group group(int typeIndex, String key, long version) {
    return new Group(
        new GroupKey(1, typeIndex, key),
        version,
        JsonNodeFactory.instance.objectNode().put("name", "Acme €"),
        NOW,
        NOW);
  }
}
