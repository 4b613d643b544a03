package dev.tenrec.stores.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.DynamoDbEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestTable {
  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final Table table = new Table(engine.client(), engine.freshTable("table"));

  @Test
  void anItemIsReadAsItWasPut() {
    Item item = Item.at("p", "s").with("text", "é").with("number", 7).with("flag", true);
    table.put(item, Condition.none());

    assertThat(table.get("p", "s")).contains(item);
    assertThat(table.get("p", "other")).isEmpty();
  }

  @Test
  void aPartitionIsListedInOrderOfItsSortKeys() {
    for (String sort : List.of("a#2", "b#1", "a#1")) {
      table.put(Item.at("list", sort), Condition.none());
    }

    assertThat(table.list("list", "a#"))
        .extracting(item -> item.key().sort())
        .containsExactly("a#1", "a#2");
  }

  @Test
  void aWriteWhoseConditionDoesNotHoldChangesNothing() {
    table.put(Item.at("once", "s").with("version", 1), Condition.absent());

    assertThatThrownBy(() -> table.put(Item.at("once", "s").with("version", 9), Condition.absent()))
        .isInstanceOf(LostConditionException.class);
    assertThatThrownBy(
            () -> table.put(Item.at("once", "s").with("version", 3), Condition.version(2)))
        .isInstanceOf(LostConditionException.class);
    assertThatThrownBy(() -> table.put(Item.at("none", "s"), Condition.present()))
        .isInstanceOf(LostConditionException.class);
    assertThat(table.get("once", "s").orElseThrow().number("version")).isEqualTo(1);
  }

  @Test
  void aTransactionHappensWhollyOrNotAtAll() {
    table.put(Item.at("t", "taken"), Condition.none());

    assertThatThrownBy(
            () ->
                table.transact(
                    List.of(
                        new Write.Put(Item.at("t", "new"), Condition.absent()),
                        new Write.Put(Item.at("t", "taken"), Condition.absent()))))
        .isInstanceOf(LostConditionException.class);
    assertThat(table.get("t", "new")).isEmpty();

    table.transact(
        List.of(
            new Write.Put(Item.at("t", "new"), Condition.absent()),
            new Write.Delete(new Item.Key("t", "taken"), Condition.present()),
            new Write.Add(new Item.Key("t", "counter"), "n", 5)));
    assertThat(table.get("t", "new")).isPresent();
    assertThat(table.get("t", "taken")).isEmpty();
    assertThat(table.get("t", "counter").orElseThrow().number("n")).isEqualTo(5);
  }

  @Test
  void aCounterBeginsAtNothing() {
    Item.Key key = new Item.Key("c", "c");
    assertThat(table.add(key, "n", 2)).isEqualTo(2);
    assertThat(table.add(key, "n", 3)).isEqualTo(5);
  }

  @Test
  void aMissingAttributeIsNamed() {
    assertThatThrownBy(() -> new Item(new Item.Key("p", "s"), Map.of()).text("name"))
        .hasMessageContaining("no attribute name");
  }
}
