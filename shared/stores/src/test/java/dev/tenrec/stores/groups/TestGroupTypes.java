package dev.tenrec.stores.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestGroupTypes {
  @Test
  void typesKeepTheirPlaceAndEndAtFive() {
    GroupTypes types = GroupTypes.none(1);
    for (String name : new String[] {"a", "b", "a", "c", "d", "e", "f"}) {
      types = types.with(name);
    }
    assertThat(types.names()).containsExactly("a", "b", "c", "d", "e");
    assertThat(types.version()).isEqualTo(5);
    assertThat(types.indexOf("c")).hasValue(2);
    assertThat(types.indexOf("f")).isEmpty();
  }
}
